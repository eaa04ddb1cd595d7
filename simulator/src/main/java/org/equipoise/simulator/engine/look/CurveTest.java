package org.equipoise.simulator.engine.look;

import org.equipoise.core.survival.CurveTestKernel;
import org.equipoise.core.survival.RiskSets;
import org.equipoise.simulator.engine.cohort.Cohort;

/** A comparison of the arms' survival curves. Reused, allocates nothing. */
final class CurveTest implements ComparisonTest {
    private final CurveTestKernel kernel;

    CurveTest(CurveTestKernel kernel) {
        this.kernel = kernel;
    }

    @Override
    public double z(RiskSets riskSets, Comparison comparison, double cut, Cohort cohort) {
        kernel.clear();
        add(0, cut, cohort);
        add(comparison.arm(), cut, cohort);
        return kernel.z();
    }

    private void add(int arm, double cut, Cohort cohort) {
        int from = cohort.start(arm);
        int end = from + cohort.enrolled(arm, cut);
        for (int i = from; i < end; i++) {
            boolean event = cohort.eventCalendar[i] <= cut;
            double followed = Math.min(cohort.dropoutTime[i], cut - cohort.entry[i]);
            kernel.add(arm > 0, event ? cohort.eventTime[i] : followed, event);
        }
    }
}
