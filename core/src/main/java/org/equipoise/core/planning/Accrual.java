package org.equipoise.core.planning;

import org.equipoise.core.enrolment.ArrivalProcess;
import org.equipoise.core.enrolment.Enrolment;
import org.equipoise.core.numerics.StepFunction;

/** Patients over calendar time, whose number need not be whole: between whole numbers everything is linear. */
record Accrual(double patients, StepFunction rates, ArrivalProcess arrivals) {
    /** Patients expected by calendar time {@code time}. */
    double expected(double time) {
        double whole = Math.floor(patients);
        double part = patients - whole;
        if (part == 0 || arrivals != ArrivalProcess.POISSON) {
            return part == 0 ? of(whole, time) : Math.min(rates.integral(time), patients);
        }
        return (1 - part) * of(whole, time) + part * of(whole + 1, time);
    }

    private double of(double whole, double time) {
        return whole == 0 ? 0 : arrivals.expectedEnrolled(new Enrolment((int) whole, rates), time);
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
