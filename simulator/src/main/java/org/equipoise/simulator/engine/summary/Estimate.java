package org.equipoise.simulator.engine.summary;

import org.equipoise.core.numerics.StandardNormal;

/**
 * A figure from a simulation with its Monte Carlo error.
 *
 * @param value the estimate; NaN when no replicate tells it
 * @param standardError its Monte Carlo standard error; NaN when fewer than two replicates tell it
 * @param low lower 95 % limit
 * @param high upper 95 % limit
 */
public record Estimate(double value, double standardError, double low, double high) {
    private static final double Z95 = StandardNormal.upperQuantile(0.025);

    /**
     * A proportion: standard error √(p(1 − p)/n) (Morris, White and Crowther 2019, Statistics in Medicine 38:2074,
     * table 6), limits by Wilson 1927, JASA 22:209, which stay within [0, 1] and do not collapse at its ends.
     *
     * @param successes out of {@code n}
     * @param n number of replicates
     */
    public static Estimate proportion(long successes, long n) {
        return ofProportion(successes, n, Z95);
    }

    /**
     * The same with limits of another confidence level.
     *
     * @param level between 0 and 1
     */
    public static Estimate proportion(long successes, long n, double level) {
        return ofProportion(successes, n, z(level));
    }

    private static Estimate ofProportion(long successes, long n, double z) {
        if (n == 0) {
            return new Estimate(Double.NaN, Double.NaN, 0, 1);
        }
        double p = (double) successes / n;
        double share = z * z / n;
        double centre = (p + share / 2) / (1 + share);
        double half = z * Math.sqrt(p * (1 - p) / n + share / (4 * n)) / (1 + share);
        return new Estimate(
                p,
                Math.sqrt(p * (1 - p) / n),
                successes == 0 ? 0 : Math.max(0, centre - half),
                successes == n ? 1 : Math.min(1, centre + half));
    }

    /** A mean: standard error sd/√n, normal limits. */
    public static Estimate mean(double mean, double sd, long n) {
        double standardError = sd / Math.sqrt(n);
        return new Estimate(mean, standardError, mean - Z95 * standardError, mean + Z95 * standardError);
    }

    /**
     * The same figure with normal limits of another confidence level.
     *
     * @param level between 0 and 1
     */
    public Estimate withLevel(double level) {
        double half = z(level) * standardError;
        return new Estimate(value, standardError, value - half, value + half);
    }

    private static double z(double level) {
        return level == 0.95 ? Z95 : StandardNormal.upperQuantile((1 - level) / 2);
    }

    /** Difference from an exact figure in standard errors; NaN where the standard error is 0 or unknown. */
    public double standardErrorsFrom(double exact) {
        return standardError > 0 ? (value - exact) / standardError : Double.NaN;
    }
}
