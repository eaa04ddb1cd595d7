package org.equipoise.simulator.engine.look;

import java.util.Arrays;
import org.equipoise.core.survival.RiskSets;
import org.equipoise.core.survival.WeightedLogRankKernel;
import org.equipoise.core.survival.Weights;
import org.jspecify.annotations.Nullable;

/**
 * Log-rank scores whose events do not all count the same, added up over strata where the test is stratified. Reused,
 * allocates nothing.
 */
final class WeightedScores {
    private final WeightedLogRankKernel kernel;
    /** Patient time from which the first weights stay as they are; 0 where they know no such time. */
    private final double landmark;

    private final @Nullable StratifiedRiskSets stratified;
    private final RiskSets latestFirst;
    /** One more than the index of the risk set with so many at risk; 0 for none. */
    private final int[] byAtRisk;

    private final int[] early;

    /**
     * @param stratified makes the risk sets; null where there are no strata
     * @param weights those after the first do not depend on time
     */
    WeightedScores(double hazardRatioH0, int patients, @Nullable StratifiedRiskSets stratified, Weights... weights) {
        this.stratified = stratified;
        landmark = weights[0] instanceof Weights.ModestlyWeighted modest ? modest.tau() : 0;
        kernel = new WeightedLogRankKernel(hazardRatioH0, weights);
        latestFirst = new RiskSets(patients);
        byAtRisk = new int[patients + 1];
        early = new int[weights.length];
    }

    /** The scores of the risk sets of a comparison at a cut; until the next call. */
    WeightedLogRankKernel of(RiskSets riskSets, Comparison comparison) {
        kernel.clear();
        if (stratified == null) {
            order(riskSets);
            if (landmark > 0) {
                early[0] = early(comparison.followedBeyond(landmark));
            }
            return kernel.add(latestFirst, early);
        }
        int from = 0;
        for (int stratum = 0; stratum < stratified.strata(); stratum++) {
            int to = stratified.end(stratum);
            latestFirst.clear();
            for (int k = from; k < to; k++) {
                take(riskSets, k);
            }
            if (landmark > 0) {
                early[0] = early(stratified.followedBeyondLandmark(stratum));
            }
            kernel.add(latestFirst, early);
            from = to;
        }
        return kernel;
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
                take(riskSets, next - 1);
            }
        }
    }

    private void take(RiskSets riskSets, int k) {
        latestFirst.add(
                riskSets.atRiskControl[k],
                riskSets.atRiskExperimental[k],
                riskSets.eventsControl[k],
                riskSets.eventsExperimental[k]);
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
