package org.equipoise.core.enrolment;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.numbers.gamma.RegularizedGamma;
import org.equipoise.core.numerics.StepFunction;

/** How the entry times of the patients scatter around the enrolment rates. */
public enum ArrivalProcess {
    /**
     * A Poisson process with the enrolment's rates, stopped when all patients have come. The last entry is at a random
     * time.
     */
    POISSON {
        /**
         * Exact: E min(N, K) = m P(K ≤ N - 1) + N P(K ≥ N + 1) for K Poisson with mean m. Below the deterministic curve
         * near the end of enrolment, by up to about 0.4 √N.
         */
        @Override
        public double expectedEnrolled(Enrolment enrolment, double time) {
            double mean = enrolment.cumulative(time);
            int patients = enrolment.patients();
            if (mean <= 0) {
                return 0;
            }
            // Within 9 standard deviations by Chernoff's bound; beyond them the rest is lost in rounding.
            double doubt = 9 * Math.sqrt(Math.max(mean, patients));
            if (mean >= patients + doubt) {
                return patients;
            }
            if (mean <= patients - doubt) {
                return mean;
            }
            double below = RegularizedGamma.Q.value(patients, mean);
            double above = RegularizedGamma.P.value(patients + 1.0, mean);
            return Math.min(mean * below + patients * above, patients);
        }

        @Override
        public DoubleUnaryOperator expectedEnrolled(Enrolment enrolment) {
            StoppedPoisson entered = new StoppedPoisson(enrolment.patients());
            return time -> entered.mean(enrolment.cumulative(time));
        }

        @Override
        public double[] knots(Enrolment enrolment) {
            return StepFunction.union(enrolment.rates().jumps(), new double[] {enrolment.duration()});
        }
    },

    /** Independent entry times, distributed as the rates over the enrolment period. */
    UNIFORM,

    /**
     * Patient k enters when k patients are expected. The expected number is taken to be a smooth curve; the true count
     * is the whole number below it, half a patient less on average while enrolment lasts.
     */
    EVEN;

    /**
     * Patients expected by calendar time {@code time}, in [0, patients].
     *
     * @param enrolment patients and their rates
     * @param time calendar time, in the unit of the rates
     */
    public double expectedEnrolled(Enrolment enrolment, double time) {
        return enrolment.expectedEnrolled(time);
    }

    /** {@link #expectedEnrolled(Enrolment, double)} by calendar time, made to be asked for many times. */
    public DoubleUnaryOperator expectedEnrolled(Enrolment enrolment) {
        return time -> expectedEnrolled(enrolment, time);
    }

    /**
     * Ascending calendar times &gt; 0 at which {@link #expectedEnrolled} is not smooth or changes fast; a new array.
     */
    public double[] knots(Enrolment enrolment) {
        return enrolment.knots();
    }
}
