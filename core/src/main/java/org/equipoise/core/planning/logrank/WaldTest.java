package org.equipoise.core.planning.logrank;

import java.util.List;
import org.equipoise.core.planning.ExpectedEvents;
import org.equipoise.core.planning.PlannedTrial;

/**
 * Wald's test of the Cox model: Z is the logarithm of the hazard ratio under the null hypothesis less that of the
 * estimated one, over its standard error. Where hazards are not proportional the estimate is an average that depends on
 * follow-up. Planned as {@link WeightedLogRank} is; stratified when there are several strata, and times untied.
 */
public final class WaldTest implements PlannedTest {
    /** The one there is. */
    public static final WaldTest COX = new WaldTest();

    private WaldTest() {}

    @Override
    public JointMoments joint(PlannedTrial trial, double hazardRatioH0, List<Look> looks) {
        return statistics(trial, hazardRatioH0, looks).moments();
    }

    @Override
    public double firstOrder(PlannedTrial trial, double hazardRatioH0, Look look, double criticalValue) {
        Cut cut = statistics(trial, hazardRatioH0, List.of(look)).expected(0);
        return criticalValue
                - new Statistic.Wald(Math.log(hazardRatioH0)).expected(cut).mean();
    }

    /** The events. */
    @Override
    public double[] information(PlannedTrial trial, double hazardRatioH0, List<Look> looks) {
        return TestWeight.LOG_RANK.information(trial, hazardRatioH0, looks);
    }

    @Override
    public boolean countsEvents() {
        return true;
    }

    private static JointStatistics statistics(PlannedTrial trial, double hazardRatioH0, List<Look> looks) {
        return JointStatistics.overLooks(
                trial, ExpectedEvents.of(trial), new Statistic.Wald(Math.log(hazardRatioH0)), looks);
    }
}
