package org.equipoise.core.distribution;

/**
 * Gompertz distribution: hazard rate · exp(shape · t). A negative shape is a hazard that dies away, and a share
 * exp(rate / shape) never has the event.
 *
 * @param shape growth of the log hazard per time unit, any finite number; 0 is the exponential distribution
 * @param rate hazard at time 0, positive and finite
 */
public record Gompertz(double shape, double rate) implements EventTimeDistribution {
    /** Below this (exp(x) - 1) / x and ln(1 + x) / x are better formed before they meet the shape. */
    private static final double SMALL = 1e-5;

    /** @throws IllegalArgumentException when shape is not finite or rate not positive and finite */
    public Gompertz {
        Require.finite("shape", shape);
        Require.positive("rate", rate);
    }

    /** By shape and initial hazard; see {@link #Gompertz(double, double)}. */
    public static Gompertz of(double shape, double rate) {
        return new Gompertz(shape, rate);
    }

    /**
     * By shape and median.
     *
     * @throws IllegalArgumentException when shape is not finite, median not positive and finite, or both together too
     *     extreme for an initial hazard that can be represented
     */
    public static Gompertz ofMedian(double shape, double median) {
        Require.finite("shape", shape);
        Require.positive("median", median);
        return new Gompertz(shape, StrictMath.log(2) / integratedGrowth(shape, median));
    }

    @Override
    public double survival(double time) {
        return StrictMath.exp(-cumulativeHazard(time));
    }

    @Override
    public double cumulativeHazard(double time) {
        return time <= 0 ? 0 : rate * integratedGrowth(shape, time);
    }

    @Override
    public double hazard(double time) {
        if (time < 0) {
            return 0;
        }
        return shape == 0 ? rate : rate * StrictMath.exp(shape * time);
    }

    @Override
    public double inverseCumulativeHazard(double cumulativeHazard) {
        double units = cumulativeHazard / rate;
        double growth = shape * units;
        if (shape == 0 || growth == 0) {
            return units;
        }
        if (growth <= -1 || growth == Double.POSITIVE_INFINITY) {
            return Double.POSITIVE_INFINITY;
        }
        double log = StrictMath.log1p(growth);
        return Math.abs(growth) < SMALL ? units * (log / growth) : log / shape;
    }

    @Override
    public double mean() {
        if (cureFraction() > 0) {
            return Double.POSITIVE_INFINITY;
        }
        return shape == 0 ? 1 / rate : NumericalMean.of(this);
    }

    @Override
    public double[] knots() {
        return new double[0];
    }

    /** Integral of exp(shape · x) from 0 to {@code time} &gt; 0. */
    private static double integratedGrowth(double shape, double time) {
        if (shape == 0) {
            return time;
        }
        double x = shape * time;
        if (x == 0) {
            return time;
        }
        double growth = StrictMath.expm1(x);
        return Math.abs(x) < SMALL ? time * (growth / x) : growth / shape;
    }
}
