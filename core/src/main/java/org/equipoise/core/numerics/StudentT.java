package org.equipoise.core.numerics;

import org.apache.commons.numbers.gamma.LogGamma;
import org.apache.commons.numbers.gamma.RegularizedBeta;

/** Student's t distribution, central and not, for any positive degrees of freedom. */
public final class StudentT {
    private StudentT() {}

    /** P(T &gt; t) with {@code degrees} &gt; 0 degrees of freedom. */
    public static double upperTail(double t, double degrees) {
        double half = RegularizedBeta.value(degrees / (degrees + t * t), degrees / 2, 0.5) / 2;
        return t >= 0 ? half : 1 - half;
    }

    /** The value exceeded with probability {@code p} in (0, 1), with {@code degrees} &gt; 0 degrees of freedom. */
    public static double upperQuantile(double p, double degrees) {
        if (p > 0.5) {
            return -upperQuantile(1 - p, degrees);
        }
        double upper = 2;
        while (upperTail(upper, degrees) > p) {
            upper *= 2;
        }
        return p == 0.5 ? 0 : Roots.between(t -> upperTail(t, degrees), p, 0, upper);
    }

    /**
     * P((Z + noncentrality) / √(χ²/degrees) &gt; t): the mean of Φ(noncentrality - t s) over s = √(χ²/degrees), whose
     * density is proportional to s^(degrees - 1) exp(-degrees s²/2).
     */
    public static double noncentralUpperTail(double t, double degrees, double noncentrality) {
        double constant = Math.log(2) + degrees / 2 * Math.log(degrees / 2) - LogGamma.value(degrees / 2);
        double spread = 1 / Math.sqrt(2 * degrees);
        double low = Math.max(0, 1 - 12 * spread);
        double high = 1 + 12 * spread + 5 / degrees;
        double[] pieces = {low, low + (1 - low) / 2, 1, 1 + (high - 1) / 2, high};
        return Quadrature.integrate(
                s -> StandardNormal.upperTail(t * s - noncentrality)
                        * Math.exp(constant + (degrees - 1) * Math.log(s) - degrees * s * s / 2),
                pieces,
                1e-13);
    }
}
