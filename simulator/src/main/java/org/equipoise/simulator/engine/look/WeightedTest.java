package org.equipoise.simulator.engine.look;

import java.util.Arrays;
import org.equipoise.core.survival.RiskSets;
import org.equipoise.core.survival.WeightedLogRankKernel;
import org.equipoise.core.survival.Weights;
import org.equipoise.simulator.engine.cohort.Cohort;

/** A log-rank test whose events do not all count the same. Reused, allocates nothing. */
final class WeightedTest implements ComparisonTest {
    private final Weights weights;
    private final WeightedLogRankKernel kernel;
    private final double landmark;
    private final RiskSets latestFirst;
    /** One more than the index of the risk set with so many at risk; 0 for none. */
    private final int[] byAtRisk;

    private final int[] early = new int[1];

    WeightedTest(Weights weights, double hazardRatioH0, int patients) {
        this.weights = weights;
        kernel = new WeightedLogRankKernel(hazardRatioH0, weights);
        landmark = weights instanceof Weights.ModestlyWeighted modest ? modest.tau() : 0;
        latestFirst = new RiskSets(patients);
        byAtRisk = new int[patients + 1];
    }

    @Override
    public double z(RiskSets riskSets, Comparison comparison, double cut, Cohort cohort) {
        order(riskSets);
        early[0] = weights.dependOnTime() ? early(comparison.followedBeyond(landmark)) : 0;
        return kernel.clear().add(latestFirst, early).z(0);
    }

    /**
     * Fewer are at risk at later times, and at no two event times as many: numbers at risk order them without times.
     */
    private void order(RiskSets riskSets) {
        Arrays.fill(byAtRisk, 0);
        for (int k = 0; k < riskSets.count(); k++) {
            byAtRisk[(int) (riskSets.atRiskControl[k] + riskSets.atRiskExperimental[k])] = k + 1;
        }
        latestFirst.clear();
        for (int next : byAtRisk) {
            if (next > 0) {
                int k = next - 1;
                latestFirst.add(
                        riskSets.atRiskControl[k],
                        riskSets.atRiskExperimental[k],
                        riskSets.eventsControl[k],
                        riskSets.eventsExperimental[k]);
            }
        }
    }

    /** Event times up to the landmark: more are at risk there than are followed beyond it. */
    private int early(int beyond) {
        int late = 0;
        while (late < latestFirst.count()
                && latestFirst.atRiskControl[late] + latestFirst.atRiskExperimental[late] <= beyond) {
            late++;
        }
        return latestFirst.count() - late;
    }
}
