package org.equipoise.simulator.engine;

/** The standard normal distribution by textbook series; slow, and independent of the one under test. */
final class PlainNormal {
    private PlainNormal() {}

    /** P(Z > z): for |z| < 2.5 by the series of Φ around 0, further out by the continued fraction of Laplace. */
    static double upper(double z) {
        if (z < 0) {
            return 1 - upper(-z);
        }
        double density = Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
        if (z < 2.5) {
            double term = z;
            double sum = z;
            for (int k = 3; term > 1e-18 * sum; k += 2) {
                term *= z * z / k;
                sum += term;
            }
            return 0.5 - density * sum;
        }
        double fraction = z;
        // The error falls as exp(-2z√(2k)): this is four times as far as it takes to lose it in rounding.
        for (int k = (int) (50 + 700 / (z * z)); k > 0; k--) {
            fraction = z + k / fraction;
        }
        return density / fraction;
    }

    /** The z with P(Z > z) = {@code probability}, by bisection. */
    static double upperQuantile(double probability) {
        return probability > 0.5 ? -positive(1 - probability) : positive(probability);
    }

    /** The z at which -ln P(Z > z) is {@code hazard}. */
    static double atCumulativeHazard(double hazard) {
        return hazard < Math.log(2) ? -positive(-Math.expm1(-hazard)) : positive(Math.exp(-hazard));
    }

    private static double positive(double tail) {
        double low = 0;
        double high = 40;
        for (int i = 0; i < 60; i++) {
            double middle = (low + high) / 2;
            if (upper(middle) > tail) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }
}
