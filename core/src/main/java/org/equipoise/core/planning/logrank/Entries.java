package org.equipoise.core.planning.logrank;

import java.util.stream.DoubleStream;
import org.equipoise.core.numerics.StepFunction;

/**
 * Entry times distributed as the enrolment rates up to the time by which {@code total} arrivals are expected. That is
 * so of the n patients of a Poisson process once the mean of the process at arrival n + 1 is known.
 *
 * @param fixed true when entry times are known beforehand, false when they are independent draws
 */
record Entries(StepFunction rates, double total, boolean fixed) {
    /** Probability of entry by calendar time {@code time}. */
    double by(double time) {
        return Math.min(rates.integral(time), total) / total;
    }

    /** Calendar time of the last possible entry. */
    double end() {
        return rates.inverseIntegral(total);
    }

    /** Where {@link #by} is not smooth. */
    DoubleStream knots() {
        double end = end();
        return DoubleStream.concat(DoubleStream.of(rates.jumps()).filter(t -> t < end), DoubleStream.of(0, end));
    }
}
