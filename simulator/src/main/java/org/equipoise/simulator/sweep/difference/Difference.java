package org.equipoise.simulator.sweep.difference;

import org.equipoise.simulator.engine.summary.Estimate;

/**
 * A difference between a figure of two scenarios.
 *
 * @param value of one less the other; NaN where one of them has none
 * @param standardError Monte Carlo standard error of the difference; 0 where both figures are exact
 * @param paired whether the error takes account of luck that the scenarios share
 */
public record Difference(double value, double standardError, boolean paired) {
    /** Differences below so many standard errors are within noise, where one is looked at. */
    public static final double NOISE = 2;

    /**
     * The difference of {@code one} less {@code other}. With n and m replicates, of which the first min(n, m) share
     * their luck, and a correlation ρ between such pairs, the variance is s² + t² − 2 ρ s t min(n, m)/√(n m), where s
     * and t are the standard errors. For a share and n = m this is (b + c − (b − c)²/n)/n² with b and c the discordant
     * pairs, the variance that goes with McNemar 1947, Psychometrika 12:153.
     *
     * @param correlation between replicates of the same number; NaN when they share nothing, or that is not known
     */
    static Difference of(Estimate one, long n, Estimate other, long m, double correlation) {
        boolean paired = !Double.isNaN(correlation);
        double s = one.standardError();
        double t = other.standardError();
        double shared = paired ? correlation * Math.min(n, m) / Math.sqrt((double) n * m) : 0;
        double variance = (s - t) * (s - t) + 2 * (1 - shared) * s * t;
        return new Difference(one.value() - other.value(), Math.sqrt(Math.max(0, variance)), paired);
    }

    /** Its size in standard errors; 0 for no difference, infinite for one without error. */
    public double standardErrors() {
        return value == 0 ? 0 : Math.abs(value) / standardError;
    }

    /** Whether it is larger than so many standard errors. */
    public boolean isBeyond(double standardErrors) {
        return standardErrors() > standardErrors;
    }
}
