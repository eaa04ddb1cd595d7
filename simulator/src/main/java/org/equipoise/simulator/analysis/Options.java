package org.equipoise.simulator.analysis;

import java.util.List;
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
 * @param times at which survival is told, ≥ 0; round times when there are none
 */
public record Options(
        double level, Ties ties, SurvivalScale milestoneScale, SurvivalScale intervalScale, List<Double> times) {
    /** Checks the level and keeps a list of its own. */
    public Options {
        ConfidenceLevel.check(level);
        times = List.copyOf(times);
    }
}
