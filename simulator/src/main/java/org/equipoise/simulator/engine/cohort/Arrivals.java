package org.equipoise.simulator.engine.cohort;

import org.equipoise.core.enrolment.Enrolment;
import org.equipoise.core.random.ExponentialSampler;
import org.equipoise.core.random.RandomStream;

/**
 * When patients come. Every process is drawn in expected numbers of patients and carried to calendar time by the
 * inverse of the rates' integral.
 */
final class Arrivals {
    private Arrivals() {}

    /**
     * A Poisson process with the enrolment's rates: its points, on the scale of expected patients, are a Poisson
     * process of rate 1.
     */
    static Stage poisson(Enrolment enrolment, RandomStream stream) {
        return (replicate, cohort) -> {
            stream.select(replicate);
            double[] arrival = cohort.arrival;
            ExponentialSampler.fillSums(stream, arrival, arrival.length);
            enrolment.toCalendar(arrival, 0, arrival.length);
        };
    }

    /**
     * Order statistics of independent draws over the enrolment period: the partial sums of n + 1 exponentials, over
     * their total, are n ordered uniforms (Devroye 1986, Non-Uniform Random Variate Generation, V.3.1), so nothing is
     * sorted.
     */
    static Stage uniform(Enrolment enrolment, RandomStream stream) {
        return (replicate, cohort) -> {
            stream.select(replicate);
            double[] arrival = cohort.arrival;
            int n = arrival.length;
            double scale = n / ExponentialSampler.fillSums(stream, arrival, n);
            for (int i = 0; i < n; i++) {
                arrival[i] *= scale;
            }
            enrolment.toCalendar(arrival, 0, n);
        };
    }

    /** Patient k stands where the expected number of patients is k. */
    static Stage even(Enrolment enrolment) {
        return (replicate, cohort) -> {
            double[] arrival = cohort.arrival;
            for (int i = 0; i < arrival.length; i++) {
                arrival[i] = i + 1.0;
            }
            enrolment.toCalendar(arrival, 0, arrival.length);
        };
    }
}
