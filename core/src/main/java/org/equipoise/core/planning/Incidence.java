package org.equipoise.core.planning;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import org.equipoise.core.distribution.EventTimeDistribution;
import org.equipoise.core.numerics.Quadrature;
import org.jspecify.annotations.Nullable;

/** Expected numbers of whichever of two competing times comes first. */
final class Incidence {
    // ∫ A(t - x) f(x) G(x) dx is integrated over h = H(x), the cumulative hazard of f: then f(x) dx = exp(-h) dh.
    // The integrand is bounded even where the density is not (Weibull with shape < 1), and its mass is at h of order 1
    // whatever the time unit. The inverse x(h) jumps where the hazard is 0 and bends at knots; these, the knots of G
    // and those of A are breakpoints.

    /** exp(-LIMIT) is lost beside 1. */
    private static final double LIMIT = 50;
    /**
     * Relative to the integral and for each piece; what halving leaves is far smaller. Absolute 1e-10 is kept for
     * 10,000 patients.
     */
    private static final double TOLERANCE = 1e-13;

    private static final double[] LANDMARKS = {1e-9, 1e-6, 1e-3, 0.1, 1, 5, 15};

    private Incidence() {}

    /**
     * Patients expected by calendar time {@code time} whose {@code first} has come, before {@code other}, among all
     * enrolled.
     */
    static double expected(
            Accrual accrual, EventTimeDistribution first, @Nullable EventTimeDistribution other, double time) {
        if (!(time > 0)) {
            return 0;
        }
        if (time == Double.POSITIVE_INFINITY) {
            return accrual.patients() * everFirst(first, other);
        }
        DoubleUnaryOperator integrand = h -> {
            double x = first.inverseCumulativeHazard(h);
            return accrual.expected(time - x) * shareLeft(other, x) * Math.exp(-h);
        };
        DoubleStream kinks = Arrays.stream(accrual.knots()).map(knot -> time - knot);
        return Quadrature.integrate(integrand, pieces(first, other, kinks, first.cumulativeHazard(time)), TOLERANCE);
    }

    /** Probability that {@code first} ever comes, and before {@code other}. */
    static double everFirst(EventTimeDistribution first, @Nullable EventTimeDistribution other) {
        double end = first.cumulativeHazard(Double.POSITIVE_INFINITY);
        if (other == null) {
            return -Math.expm1(-end);
        }
        DoubleUnaryOperator integrand = h -> shareLeft(other, first.inverseCumulativeHazard(h)) * Math.exp(-h);
        return Quadrature.integrate(integrand, pieces(first, other, DoubleStream.empty(), end), TOLERANCE);
    }

    private static double shareLeft(@Nullable EventTimeDistribution other, double time) {
        return other == null ? 1 : other.survival(time);
    }

    /** Breakpoints from 0 to {@code end}, at most LIMIT, on the scale of the cumulative hazard of {@code first}. */
    private static double[] pieces(
            EventTimeDistribution first, @Nullable EventTimeDistribution other, DoubleStream kinks, double end) {
        double limit = Math.min(end, LIMIT);
        DoubleStream times = DoubleStream.concat(kinks, Arrays.stream(first.knots()));
        if (other != null) {
            times = DoubleStream.concat(times, Arrays.stream(other.knots()));
            times = DoubleStream.concat(times, Arrays.stream(LANDMARKS).map(other::inverseCumulativeHazard));
        }
        DoubleStream inside = DoubleStream.concat(times.map(first::cumulativeHazard), Arrays.stream(LANDMARKS))
                .filter(h -> h > 0 && h < limit);
        return DoubleStream.concat(inside, DoubleStream.of(0, limit))
                .sorted()
                .distinct()
                .toArray();
    }
}
