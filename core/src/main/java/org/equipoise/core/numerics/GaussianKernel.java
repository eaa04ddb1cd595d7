package org.equipoise.core.numerics;

/**
 * exp(-d²/2), fast: a table of powers of 2^(1/64) and a short Taylor polynomial. Relative error below 4e-16 + 2e-16 d².
 * Only + and *: the same bits on every machine.
 */
public final class GaussianKernel {
    private static final int STEPS = 64;
    private static final double STEPS_PER_UNIT = STEPS / StrictMath.log(2);
    // ln 2 in two parts, the first with so few digits that its multiples are exact.
    private static final double STEP_HIGH = 6.93147180369123816490e-01 / STEPS;
    private static final double STEP_LOW = 1.90821492927058770002e-10 / STEPS;
    private static final double[] POWERS = new double[STEPS];
    /** exp(-708) is about the smallest normal number. */
    private static final double UNDERFLOW = 708;

    static {
        for (int i = 0; i < STEPS; i++) {
            POWERS[i] = StrictMath.pow(2, -(double) i / STEPS);
        }
    }

    private GaussianKernel() {}

    /** exp(-d²/2); 0 where that is below about 1e-307. */
    public static double of(double d) {
        return decay(0.5 * d * d);
    }

    /**
     * exp(-x); 0 where that is below about 1e-307.
     *
     * @param x at least 0
     */
    public static double decay(double x) {
        if (!(x < UNDERFLOW)) {
            return Double.isNaN(x) ? x : 0;
        }
        int k = (int) (x * STEPS_PER_UNIT + 0.5);
        double r = (k * STEP_HIGH - x) + k * STEP_LOW;
        double tail = r * (1 + r * (1.0 / 2 + r * (1.0 / 6 + r * (1.0 / 24 + r * (1.0 / 120)))));
        double power = POWERS[k & (STEPS - 1)];
        double scale = Double.longBitsToDouble((long) (1023 - (k >> 6)) << 52);
        return scale * (power + power * tail);
    }
}
