package org.equipoise.core.planning;

import java.util.function.DoubleUnaryOperator;
import org.equipoise.core.enrolment.ArrivalProcess;
import org.equipoise.core.enrolment.Enrolment;
import org.equipoise.core.numerics.StepFunction;

/**
 * Patients over calendar time, whose number need not be whole: between whole numbers everything is linear. Immutable.
 */
final class Accrual {
    private final double patients;
    private final StepFunction rates;
    private final ArrivalProcess arrivals;
    private final DoubleUnaryOperator expected;

    Accrual(double patients, StepFunction rates, ArrivalProcess arrivals) {
        this.patients = patients;
        this.rates = rates;
        this.arrivals = arrivals;
        double whole = Math.floor(patients);
        double part = patients - whole;
        if (part == 0) {
            expected = of(whole);
        } else if (arrivals != ArrivalProcess.POISSON) {
            expected = time -> Math.min(rates.integral(time), patients);
        } else {
            DoubleUnaryOperator fewer = of(whole);
            DoubleUnaryOperator more = of(whole + 1);
            expected = time -> (1 - part) * fewer.applyAsDouble(time) + part * more.applyAsDouble(time);
        }
    }

    private DoubleUnaryOperator of(double whole) {
        return whole == 0 ? time -> 0 : arrivals.expectedEnrolled(new Enrolment((int) whole, rates));
    }

    /** Number of patients, when all have come. */
    double patients() {
        return patients;
    }

    /** How they come. */
    ArrivalProcess arrivals() {
        return arrivals;
    }

    /** Patients expected by calendar time {@code time}. */
    double expected(double time) {
        return expected.applyAsDouble(time);
    }

    /** Ascending calendar times &gt; 0 at which {@link #expected} is not smooth or changes fast. */
    double[] knots() {
        double[] wholes = arrivals.knots(new Enrolment((int) Math.ceil(patients), rates));
        return StepFunction.union(wholes, new double[] {duration()});
    }

    /** That of independent entries, up to the time by which a Poisson process of these rates expects {@code total}. */
    Accrual given(double total) {
        return new Accrual(patients, rates.times(patients / total), ArrivalProcess.UNIFORM);
    }

    double duration() {
        return rates.inverseIntegral(patients);
    }
}
