package org.equipoise.core.distribution;

import org.equipoise.core.numerics.StrictPower;

/**
 * Log-logistic distribution: S(t) = 1 / (1 + (t / scale)^shape). Its tail is that of a power, so the mean is infinite
 * for shape ≤ 1.
 *
 * @param scale the median, positive and finite
 * @param shape positive and finite; above 1 the hazard rises and then falls, otherwise it only falls
 */
public record LogLogistic(double scale, double shape) implements EventTimeDistribution {
    /** Beyond this cumulative hazard exp(h) - 1 is exp(h) to the last bit. */
    private static final double LARGE = 600;

    /** @throws IllegalArgumentException when scale or shape is not positive and finite */
    public LogLogistic {
        Require.positive("median", scale);
        Require.positive("shape", shape);
    }

    /** By median and shape; see {@link #LogLogistic(double, double)}. */
    public static LogLogistic of(double median, double shape) {
        return new LogLogistic(median, shape);
    }

    @Override
    public double survival(double time) {
        return time <= 0 ? 1 : 1 / (1 + odds(time));
    }

    @Override
    public double cumulativeHazard(double time) {
        if (time <= 0) {
            return 0;
        }
        double odds = odds(time);
        return odds <= Double.MAX_VALUE ? StrictMath.log1p(odds) : shape * StrictMath.log(time / scale);
    }

    @Override
    public double hazard(double time) {
        if (time < 0) {
            return 0;
        }
        double odds = odds(time);
        return odds > 1
                ? shape / time / (1 + 1 / odds)
                : shape / scale * StrictMath.pow(time / scale, shape - 1) / (1 + odds);
    }

    @Override
    public double inverseCumulativeHazard(double cumulativeHazard) {
        return cumulativeHazard < LARGE
                ? scale * StrictPower.of(StrictMath.expm1(cumulativeHazard), 1 / shape)
                : scale * StrictMath.exp(cumulativeHazard / shape);
    }

    @Override
    public double mean() {
        if (shape <= 1) {
            return Double.POSITIVE_INFINITY;
        }
        double angle = Math.PI / shape;
        return scale * angle / StrictMath.sin(angle);
    }

    @Override
    public double[] knots() {
        return new double[0];
    }

    /** Odds of an event by {@code time}. */
    private double odds(double time) {
        return StrictMath.pow(time / scale, shape);
    }
}
