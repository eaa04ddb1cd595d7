package org.equipoise.core.planning;

import java.util.function.DoubleUnaryOperator;
import org.equipoise.core.enrolment.ArrivalProcess;
import org.equipoise.core.enrolment.Enrolment;
import org.equipoise.core.numerics.StepFunction;
import org.jspecify.annotations.Nullable;

/**
 * Patients over calendar time, whose number need not be whole: between whole numbers everything is linear. Immutable.
 */
final class Accrual {
    private final double patients;
    private final StepFunction rates;
    private final ArrivalProcess arrivals;
    /** Made when it is first asked for, because not all that plans a trial asks. */
    private volatile @Nullable Shortfall shortfall;

    Accrual(double patients, StepFunction rates, ArrivalProcess arrivals) {
        this.patients = patients;
        this.rates = rates;
        this.arrivals = arrivals;
    }

    /** Number of patients, when all have come. */
    double patients() {
        return patients;
    }

    /** How they come. */
    ArrivalProcess arrivals() {
        return arrivals;
    }

    /** Patients per time unit, until all have come. */
    StepFunction rates() {
        return rates;
    }

    /** Time by which all have come, were there no scatter. */
    double duration() {
        return rates.inverseIntegral(patients);
    }

    /** Patients expected by calendar time {@code time}. */
    double expected(double time) {
        double following = Math.min(rates.integral(time), patients);
        return arrivals == ArrivalProcess.POISSON ? following - shortfall().at(time) : following;
    }

    /** Ascending calendar times &gt; 0 at which {@link #expected} is not smooth or changes fast. */
    double[] knots() {
        double[] wholes = arrivals.knots(new Enrolment((int) Math.ceil(patients), rates));
        return StepFunction.union(wholes, new double[] {duration()});
    }

    /** By how many patients a Poisson process is expected to fall short of its rates. */
    Shortfall shortfall() {
        Shortfall made = shortfall;
        if (made == null) {
            DoubleUnaryOperator stopped = stopped();
            made = new Shortfall(
                    rates, patients, time -> Math.min(rates.integral(time), patients) - stopped.applyAsDouble(time));
            shortfall = made;
        }
        return made;
    }

    private DoubleUnaryOperator stopped() {
        double whole = Math.floor(patients);
        double part = patients - whole;
        DoubleUnaryOperator fewer = stoppedAt(whole);
        if (part == 0) {
            return fewer;
        }
        DoubleUnaryOperator more = stoppedAt(whole + 1);
        return time -> (1 - part) * fewer.applyAsDouble(time) + part * more.applyAsDouble(time);
    }

    private DoubleUnaryOperator stoppedAt(double whole) {
        return whole == 0 ? time -> 0 : arrivals.expectedEnrolled(new Enrolment((int) whole, rates));
    }

    /** That of independent entries, up to the time by which a Poisson process of these rates expects {@code total}. */
    Accrual given(double total) {
        return new Accrual(patients, rates.times(patients / total), ArrivalProcess.UNIFORM);
    }
}
