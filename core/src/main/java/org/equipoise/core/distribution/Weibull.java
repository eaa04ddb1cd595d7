package org.equipoise.core.distribution;

import org.apache.commons.numbers.gamma.Gamma;
import org.equipoise.core.numerics.StrictPower;

/**
 * Weibull distribution: S(t) = exp(-(t / scale)^shape). The hazard rises for shape &gt; 1 and falls for shape &lt; 1.
 *
 * @param shape positive and finite; 1 is the exponential distribution
 * @param scale time by which a share 1 - 1/e has had the event, positive and finite
 */
public record Weibull(double shape, double scale) implements EventTimeDistribution {

    /** @throws IllegalArgumentException when shape or scale is not positive and finite */
    public Weibull {
        Require.positive("shape", shape);
        Require.positive("scale", scale);
    }

    /** By shape and scale; see {@link #Weibull(double, double)}. */
    public static Weibull of(double shape, double scale) {
        return new Weibull(shape, scale);
    }

    /**
     * By shape and median.
     *
     * @throws IllegalArgumentException when shape or median is not positive and finite
     */
    public static Weibull ofMedian(double shape, double median) {
        Require.positive("shape", shape);
        return new Weibull(shape, Require.positive("median", median) / StrictMath.pow(StrictMath.log(2), 1 / shape));
    }

    @Override
    public double survival(double time) {
        return StrictMath.exp(-cumulativeHazard(time));
    }

    @Override
    public double cumulativeHazard(double time) {
        return time <= 0 ? 0 : StrictMath.pow(time / scale, shape);
    }

    @Override
    public double hazard(double time) {
        return time < 0 ? 0 : shape / scale * StrictMath.pow(time / scale, shape - 1);
    }

    @Override
    public double inverseCumulativeHazard(double cumulativeHazard) {
        return scale * StrictPower.of(cumulativeHazard, 1 / shape);
    }

    @Override
    public double mean() {
        return scale * Gamma.value(1 + 1 / shape);
    }

    @Override
    public double[] knots() {
        return new double[0];
    }

    @Override
    public void toEventTimes(double[] exponentials, int from, int to) {
        double power = 1 / shape;
        for (int i = from; i < to; i++) {
            exponentials[i] = scale * StrictPower.of(exponentials[i], power);
        }
    }
}
