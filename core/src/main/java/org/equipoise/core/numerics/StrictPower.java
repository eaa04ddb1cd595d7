package org.equipoise.core.numerics;

/**
 * Powers with the same bits on every machine that allocate nothing: {@code StrictMath.pow}, which has the first
 * property, makes arrays at each call.
 */
public final class StrictPower {
    private StrictPower() {}

    /**
     * {@code base} to the power {@code exponent}, by exp(exponent · ln base): relative error about 2⁻⁵² times the size
     * of that product.
     *
     * @param base ≥ 0, may be infinite
     * @param exponent &gt; 0 and finite
     */
    public static double of(double base, double exponent) {
        return StrictMath.exp(exponent * StrictMath.log(base));
    }
}
