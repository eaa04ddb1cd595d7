package org.equipoise.core.survival;

import org.apache.commons.statistics.distribution.NormalDistribution;

/** Tails of the standard normal distribution. */
final class StandardNormal {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private StandardNormal() {}

    /** Probability above {@code z}. */
    static double upperTail(double z) {
        return NORMAL.survivalProbability(z);
    }

    /** Half-width, in standard errors, of two-sided limits of confidence {@code level} in (0, 1). */
    static double halfWidth(double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("level must be between 0 and 1, exclusive, was " + level
                    + (level > 1 && level < 100 ? "; 95 percent is written 0.95" : ""));
        }
        return NORMAL.inverseSurvivalProbability((1 - level) / 2);
    }
}
