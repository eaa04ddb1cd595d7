package org.equipoise.core.numerics;

/**
 * Tails of the standard normal distribution on the scale of the cumulative hazard, -ln P(Z &gt; z), which neither
 * underflows nor cancels. Relative accuracy is about 1e-15.
 *
 * <p>Only + - * /, square root and {@link StrictMath}: the same bits on every machine.
 */
public final class StandardNormal {
    // Tail: Cody (1969), "Rational Chebyshev approximations for the error function", Mathematics of Computation
    // 23:631-637, in the form for the normal distribution (Cody 1993, ACM TOMS 19:22-30, algorithm 715, ANORM).
    // Quantile: Wichura (1988), "Algorithm AS 241: the percentage points of the normal distribution", Applied
    // Statistics 37:477-484, routine PPND16; beyond its range Newton steps on the asymptotic series of the tail.

    private static final double[] CENTRE_NUMERATOR = {
        2.2352520354606839287,
        161.02823106855587881,
        1067.6894854603709582,
        18154.981253343561249,
        .065682337918207449113
    };
    private static final double[] CENTRE_DENOMINATOR = {
        47.20258190468824187, 976.09855173777669322, 10260.932208618978205, 45507.789335026729956
    };
    private static final double[] MIDDLE_NUMERATOR = {
        .39894151208813466764,
        8.8831497943883759412,
        93.506656132177855979,
        597.27027639480026226,
        2494.5375852903726711,
        6848.1904505362823326,
        11602.651437647350124,
        9842.7148383839780218,
        1.0765576773720192317e-8
    };
    private static final double[] MIDDLE_DENOMINATOR = {
        22.266688044328115691,
        235.38790178262499861,
        1519.377599407554805,
        6485.558298266760755,
        18615.571640885098091,
        34900.952721145977266,
        38912.003286093271411,
        19685.429676859990727
    };
    private static final double[] FAR_NUMERATOR = {
        .21589853405795699,
        .1274011611602473639,
        .022235277870649807,
        .001421619193227893466,
        2.9112874951168792e-5,
        .02307344176494017303
    };
    private static final double[] FAR_DENOMINATOR = {
        1.28426009614491121, .468238212480865118, .0659881378689285515, .00378239633202758244, 7.29751555083966205e-5
    };

    private static final double[] A = {
        3.3871328727963666080e0,
        1.3314166789178437745e+2,
        1.9715909503065514427e+3,
        1.3731693765509461125e+4,
        4.5921953931549871457e+4,
        6.7265770927008700853e+4,
        3.3430575583588128105e+4,
        2.5090809287301226727e+3
    };
    private static final double[] B = {
        1,
        4.2313330701600911252e+1,
        6.8718700749205790830e+2,
        5.3941960214247511077e+3,
        2.1213794301586595867e+4,
        3.9307895800092710610e+4,
        2.8729085735721942674e+4,
        5.2264952788528545610e+3
    };
    private static final double[] C = {
        1.42343711074968357734e0,
        4.63033784615654529590e0,
        5.76949722146069140550e0,
        3.64784832476320460504e0,
        1.27045825245236838258e0,
        2.41780725177450611770e-1,
        2.27238449892691845833e-2,
        7.74545014278341407640e-4
    };
    private static final double[] D = {
        1,
        2.05319162663775882187e0,
        1.67638483018380384940e0,
        6.89767334985100004550e-1,
        1.48103976427480074590e-1,
        1.51986665636164571966e-2,
        5.47593808499534494600e-4,
        1.05075007164441684324e-9
    };
    private static final double[] E = {
        6.65790464350110377720e0,
        5.46378491116411436990e0,
        1.78482653991729133580e0,
        2.96560571828504891230e-1,
        2.65321895265761230930e-2,
        1.24266094738807843860e-3,
        2.71155556874348757815e-5,
        2.01033439929228813265e-7
    };
    private static final double[] F = {
        1,
        5.99832206555887937690e-1,
        1.36929880922735805310e-1,
        1.48753612908506148525e-2,
        7.86869131145613259100e-4,
        1.84631831751005468180e-5,
        1.42151175831644588870e-7,
        2.04426310338993978564e-15
    };

    private static final double ROOT_TWO_PI = 2.5066282746310002;
    private static final double CENTRE = 0.67448975;
    private static final double FAR = 5.656854249492380;
    /** Beyond this cumulative hazard Wichura's approximation is no longer claimed to hold. */
    private static final double WICHURA_LIMIT = 700;

    private StandardNormal() {}

    /** P(Z &gt; z), for any {@code z}. */
    public static double upperTail(double z) {
        return upperTail(z, exponential(z));
    }

    /**
     * P(Z &gt; z) where exp(-z²/2) is at hand, which is most of the work.
     *
     * @param kernel exp(-z²/2)
     */
    public static double upperTail(double z, double kernel) {
        if (z > CENTRE) {
            return kernel * scaledTail(z);
        }
        return z >= -CENTRE ? 0.5 - centre(z) : 1 - kernel * scaledTail(-z);
    }

    /** P(Z ≤ z), for any {@code z}, with full relative accuracy. */
    public static double lowerTail(double z) {
        return upperTail(-z);
    }

    /** P(lower &lt; Z ≤ upper) for lower ≤ upper, without cancellation in the tails; either may be infinite. */
    public static double between(double lower, double upper) {
        return lower > 0 ? upperTail(lower) - upperTail(upper) : lowerTail(upper) - lowerTail(lower);
    }

    /** -ln P(Z &gt; z), for any {@code z}. */
    public static double cumulativeHazard(double z) {
        if (z > CENTRE) {
            return z * z / 2 - StrictMath.log(scaledTail(z));
        }
        double below = z >= -CENTRE ? 0.5 + centre(z) : exponential(z) * scaledTail(-z);
        return -StrictMath.log1p(-below);
    }

    /** Density over survival, for any {@code z}. */
    public static double hazard(double z) {
        if (z > CENTRE) {
            return z < 1e8 ? 1 / (ROOT_TWO_PI * scaledTail(z)) : z;
        }
        return exponential(z) / (ROOT_TWO_PI * upperTail(z));
    }

    /** The z at which -ln P(Z &gt; z) is {@code cumulativeHazard} ≥ 0; -∞ at 0 and ∞ at ∞. */
    public static double inverseCumulativeHazard(double cumulativeHazard) {
        if (cumulativeHazard > WICHURA_LIMIT) {
            return veryFar(cumulativeHazard);
        }
        double above = StrictMath.exp(-cumulativeHazard);
        double q = 0.5 - above;
        if (Math.abs(q) <= 0.425) {
            double r = 0.180625 - q * q;
            return q * polynomial(A, r) / polynomial(B, r);
        }
        if (q > 0) {
            return wichuraTail(Math.sqrt(cumulativeHazard));
        }
        double below = -StrictMath.expm1(-cumulativeHazard);
        return below > 0 ? -wichuraTail(Math.sqrt(-StrictMath.log(below))) : Double.NEGATIVE_INFINITY;
    }

    /** The value exceeded with probability {@code p} in [0, 1]: {@code upperQuantile(0.025)} is 1.96. */
    public static double upperQuantile(double p) {
        return inverseCumulativeHazard(-StrictMath.log(p));
    }

    /** Quantile of the smaller tail, {@code r} = √(-ln of the tail's probability). */
    private static double wichuraTail(double r) {
        return r <= 5 ? polynomial(C, r - 1.6) / polynomial(D, r - 1.6) : polynomial(E, r - 5) / polynomial(F, r - 5);
    }

    private static double veryFar(double cumulativeHazard) {
        if (cumulativeHazard == Double.POSITIVE_INFINITY) {
            return Double.POSITIVE_INFINITY;
        }
        double z = Math.sqrt(cumulativeHazard) * Math.sqrt(2);
        for (int i = 0; i < 4; i++) {
            double v = 1 / (z * z);
            double series = 1 - v * (1 - 3 * v * (1 - 5 * v * (1 - 7 * v)));
            double excess = 0.5 * z * z + StrictMath.log(z * ROOT_TWO_PI / series) - cumulativeHazard;
            z -= excess / (z + 1 / z);
        }
        return z;
    }

    /** P(0 &lt; Z &lt; z) for |z| ≤ {@link #CENTRE}. */
    private static double centre(double z) {
        double square = z * z;
        double numerator = CENTRE_NUMERATOR[4] * square;
        double denominator = square;
        for (int i = 0; i < 3; i++) {
            numerator = (numerator + CENTRE_NUMERATOR[i]) * square;
            denominator = (denominator + CENTRE_DENOMINATOR[i]) * square;
        }
        return z * (numerator + CENTRE_NUMERATOR[3]) / (denominator + CENTRE_DENOMINATOR[3]);
    }

    /** P(Z &gt; y) · exp(y²/2) for y &gt; {@link #CENTRE}. */
    private static double scaledTail(double y) {
        if (y <= FAR) {
            double numerator = MIDDLE_NUMERATOR[8] * y;
            double denominator = y;
            for (int i = 0; i < 7; i++) {
                numerator = (numerator + MIDDLE_NUMERATOR[i]) * y;
                denominator = (denominator + MIDDLE_DENOMINATOR[i]) * y;
            }
            return (numerator + MIDDLE_NUMERATOR[7]) / (denominator + MIDDLE_DENOMINATOR[7]);
        }
        double v = 1 / (y * y);
        double numerator = FAR_NUMERATOR[5] * v;
        double denominator = v;
        for (int i = 0; i < 4; i++) {
            numerator = (numerator + FAR_NUMERATOR[i]) * v;
            denominator = (denominator + FAR_DENOMINATOR[i]) * v;
        }
        double correction = v * (numerator + FAR_NUMERATOR[4]) / (denominator + FAR_DENOMINATOR[4]);
        return (1 / ROOT_TWO_PI - correction) / y;
    }

    /** exp(-z²/2), the square split so that its rounding does not matter (Cody 1969). */
    private static double exponential(double z) {
        double y = Math.abs(z);
        if (y > 40) {
            return 0;
        }
        double coarse = Math.floor(y * 16) / 16;
        double rest = (y - coarse) * (y + coarse);
        return StrictMath.exp(-coarse * coarse * 0.5) * StrictMath.exp(-rest * 0.5);
    }

    private static double polynomial(double[] coefficients, double x) {
        double sum = coefficients[7];
        for (int i = 6; i >= 0; i--) {
            sum = sum * x + coefficients[i];
        }
        return sum;
    }
}
