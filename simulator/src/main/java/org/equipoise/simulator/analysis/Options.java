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
 * @param hazardRatioH0 hazard ratio, experimental over control, under the null hypothesis of log-rank tests and the Cox
 *     model: 1 for superiority, above 1 for non-inferiority; positive and finite
 * @param times at which survival is told, ≥ 0; round times when there are none
 */
public record Options(
        double level,
        Ties ties,
        SurvivalScale milestoneScale,
        SurvivalScale intervalScale,
        double hazardRatioH0,
        List<Double> times) {
    /** Checks the numbers and keeps a list of its own. */
    public Options {
        ConfidenceLevel.check(level);
        if (!(hazardRatioH0 > 0 && hazardRatioH0 <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("hazardRatioH0 must be positive and finite, was " + hazardRatioH0);
        }
        times = List.copyOf(times);
    }
}
