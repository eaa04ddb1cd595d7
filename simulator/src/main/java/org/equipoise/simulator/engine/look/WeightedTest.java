package org.equipoise.simulator.engine.look;

import org.equipoise.core.survival.RiskSets;
import org.equipoise.simulator.engine.cohort.Cohort;

/** A log-rank test whose events do not all count the same. Reused, allocates nothing. */
final class WeightedTest implements ComparisonTest {
    private final WeightedScores scores;

    /** @param scores of one kind of weights */
    WeightedTest(WeightedScores scores) {
        this.scores = scores;
    }

    @Override
    public double z(RiskSets riskSets, Comparison comparison, double cut, Cohort cohort) {
        return scores.of(riskSets, comparison).z(0);
    }
}
