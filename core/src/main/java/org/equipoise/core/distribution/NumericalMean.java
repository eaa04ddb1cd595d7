package org.equipoise.core.distribution;

import java.util.Arrays;
import org.equipoise.core.numerics.Quadrature;

/** Mean of a distribution for which no closed form is known. */
final class NumericalMean {
    // E T = ∫ t(h) exp(-h) dh, h being the cumulative hazard: the mass is at moderate h whatever the unit of time is.
    // Beyond LIMIT the tail is taken to be S(t) ~ t^-index, exact for log-logistic tails; then
    // E[T; T > t] = t S(t) index / (index - 1). For lighter tails this remainder is below rounding.

    private static final double LIMIT = 600;
    private static final double TOLERANCE = 1e-13;

    private NumericalMean() {}

    static double of(EventTimeDistribution distribution) {
        double last = distribution.inverseCumulativeHazard(LIMIT);
        if (last == Double.POSITIVE_INFINITY) {
            return Double.POSITIVE_INFINITY;
        }
        double index = last * distribution.hazard(last);
        if (index <= 1 + 1e-12) {
            return Double.POSITIVE_INFINITY;
        }
        double[] ends = {0, 1e-9, 1e-6, 1e-3, 1, 8, 40, LIMIT};
        double[] knots = Arrays.stream(distribution.knots())
                .map(distribution::cumulativeHazard)
                .filter(h -> h < LIMIT)
                .toArray();
        double[] pieces = Arrays.copyOf(ends, ends.length + knots.length);
        System.arraycopy(knots, 0, pieces, ends.length, knots.length);
        Arrays.sort(pieces);
        double body = Quadrature.integrate(
                h -> distribution.inverseCumulativeHazard(h) * StrictMath.exp(-h), pieces, TOLERANCE);
        return body + last * StrictMath.exp(-LIMIT) * (index / (index - 1));
    }
}
