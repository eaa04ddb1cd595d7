package org.equipoise.core.distribution;

import org.equipoise.core.numerics.StandardNormal;

/**
 * Log-normal distribution: ln T is normal with mean ln median and standard deviation sigma. The hazard rises from 0 and
 * then falls towards 0.
 *
 * @param median positive and finite
 * @param sigma standard deviation of the logarithm, positive and finite
 */
public record LogNormal(double median, double sigma) implements EventTimeDistribution {

    /** @throws IllegalArgumentException when median or sigma is not positive and finite */
    public LogNormal {
        Require.positive("median", median);
        Require.positive("sigma", sigma);
    }

    /** By median and sigma; see {@link #LogNormal(double, double)}. */
    public static LogNormal of(double median, double sigma) {
        return new LogNormal(median, sigma);
    }

    @Override
    public double survival(double time) {
        return time <= 0 ? 1 : StandardNormal.upperTail(standardised(time));
    }

    @Override
    public double cumulativeHazard(double time) {
        return time <= 0 ? 0 : StandardNormal.cumulativeHazard(standardised(time));
    }

    @Override
    public double hazard(double time) {
        if (time <= 0 || time == Double.POSITIVE_INFINITY) {
            return 0;
        }
        return StandardNormal.hazard(standardised(time)) / sigma / time;
    }

    @Override
    public double inverseCumulativeHazard(double cumulativeHazard) {
        return median * StrictMath.exp(sigma * StandardNormal.inverseCumulativeHazard(cumulativeHazard));
    }

    @Override
    public double mean() {
        return median * StrictMath.exp(sigma * sigma / 2);
    }

    @Override
    public double[] knots() {
        return new double[0];
    }

    private double standardised(double time) {
        return StrictMath.log(time / median) / sigma;
    }
}
