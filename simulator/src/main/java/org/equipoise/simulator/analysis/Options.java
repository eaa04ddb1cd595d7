package org.equipoise.simulator.analysis;

import org.equipoise.core.numerics.ConfidenceLevel;
import org.equipoise.core.survival.SurvivalScale;
import org.equipoise.core.survival.Ties;

/**
 * How tests are carried out, where there is a choice.
 *
 * @param level confidence level of all two-sided limits, in (0, 1)
 * @param ties how the Cox model treats tied event times
 * @param milestoneScale scale on which survival at a milestone is compared
 * @param intervalScale scale of the confidence limits of survival and of its median
 */
public record Options(double level, Ties ties, SurvivalScale milestoneScale, SurvivalScale intervalScale) {
    /** Level 0.95, Efron's ties, milestones on the plain scale, limits of survival by its logarithm. */
    public static final Options USUAL = new Options(0.95, Ties.EFRON, SurvivalScale.PLAIN, SurvivalScale.LOG);

    /** Checks the level. */
    public Options {
        ConfidenceLevel.check(level);
    }
}
