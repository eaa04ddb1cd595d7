package org.equipoise.core.proportion;

import org.apache.commons.numbers.gamma.RegularizedBeta;
import org.equipoise.core.numerics.ConfidenceLevel;
import org.equipoise.core.numerics.Limits;
import org.equipoise.core.numerics.Roots;

/** Two-sided confidence limits of one proportion. */
public final class ProportionLimits {
    private ProportionLimits() {}

    /**
     * Exact limits: those proportions under which the data, or more extreme ones, have half of 1 − level (Clopper and
     * Pearson 1934, Biometrika 26:404).
     *
     * @param successes from 0 to {@code patients}
     * @param patients at least 1
     * @param level confidence level in (0, 1), such as 0.95
     */
    public static Limits clopperPearson(int successes, int patients, double level) {
        Counts.check("", successes, patients);
        ConfidenceLevel.check(level);
        double tail = (1 - level) / 2;
        int failures = patients - successes;
        double lower = successes == 0 ? 0 : betaQuantile(tail, successes, failures + 1);
        double upper = failures == 0 ? 1 : betaQuantile(1 - tail, successes + 1, failures);
        return new Limits(lower, upper);
    }

    /** P(at least a successes of a + b − 1) as a function of the proportion is the beta distribution of a and b. */
    private static double betaQuantile(double probability, double a, double b) {
        return Roots.bracketAndSolve(p -> RegularizedBeta.value(Math.min(p, 1), a, b), probability, 1, 1);
    }

    /**
     * Score limits (Wilson 1927, Journal of the American Statistical Association 22:209).
     *
     * @param successes as in {@link #clopperPearson}, and so the others
     */
    public static Limits wilson(int successes, int patients, double level) {
        Counts.check("", successes, patients);
        double z = ConfidenceLevel.halfWidth(level);
        double n = patients;
        double share = successes / n;
        double centre = share + z * z / (2 * n);
        double halfWidth = z * Math.sqrt(share * (1 - share) / n + z * z / (4 * n * n));
        double scale = 1 + z * z / n;
        double lower = successes == 0 ? 0 : (centre - halfWidth) / scale;
        double upper = successes == patients ? 1 : (centre + halfWidth) / scale;
        return new Limits(lower, upper);
    }
}
