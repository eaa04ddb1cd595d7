package org.equipoise.simulator.engine.look;

import java.util.List;
import org.equipoise.core.survival.MaxComboKernel;
import org.equipoise.core.survival.RiskSets;
import org.equipoise.core.survival.Weights;
import org.equipoise.simulator.engine.cohort.Cohort;

/**
 * The largest of several weighted log-rank statistics, as the Z of its p-value. The p-value is by the correlation that
 * the replicate shows, as it would be in the trial. Reused, allocates nothing.
 */
final class MaxCombo implements ComparisonTest {
    private final WeightedScores scores;
    private final MaxComboKernel largest;

    /** @param scores of these weights */
    MaxCombo(WeightedScores scores, List<Weights.FlemingHarrington> weights) {
        this.scores = scores;
        largest = new MaxComboKernel(weights);
    }

    @Override
    public double z(RiskSets riskSets, Comparison comparison, double cut, Cohort cohort) {
        return largest.score(scores.of(riskSets, comparison));
    }
}
