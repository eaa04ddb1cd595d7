package org.equipoise.core.numerics;

import org.apache.commons.statistics.distribution.NormalDistribution;

/** The standard normal distribution by its upper tail, which keeps its digits where {@code 1 - cdf} loses them. */
public final class StandardNormal {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private StandardNormal() {}

    /** Probability of exceeding {@code z}. */
    public static double upperTail(double z) {
        return NORMAL.survivalProbability(z);
    }

    /** The value exceeded with probability {@code p} in [0, 1]: {@code upperQuantile(0.025)} is 1.96. */
    public static double upperQuantile(double p) {
        return NORMAL.inverseSurvivalProbability(p);
    }
}
