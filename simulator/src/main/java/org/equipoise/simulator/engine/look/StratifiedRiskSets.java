package org.equipoise.simulator.engine.look;

import java.util.List;
import org.equipoise.core.survival.RiskSets;
import org.equipoise.simulator.engine.cohort.Cohort;
import org.equipoise.simulator.scenario.Scenario;
import org.equipoise.simulator.scenario.Stratum;
import org.equipoise.simulator.scenario.TestPlan;
import org.jspecify.annotations.Nullable;

/**
 * The risk sets of each stratum of the randomisation, one after the other: a stratified test is the same sum over them
 * all. Reused, allocates nothing.
 */
final class StratifiedRiskSets {
    private final boolean[][] inGroup;
    private final TiedTimes times;
    private final RiskSets riskSets;
    /** Patient time from which weights stay as they are; 0 where they know no such time. */
    private final double landmark;

    private final int[] ends;
    private final int[] beyondLandmark;

    private StratifiedRiskSets(boolean[][] inGroup, int patients, double landmark) {
        this.inGroup = inGroup;
        this.landmark = landmark;
        ends = new int[inGroup.length];
        beyondLandmark = new int[inGroup.length];
        times = new TiedTimes(patients);
        riskSets = new RiskSets(patients);
    }

    /** Those of a scenario; null when its test is not stratified. */
    static @Nullable StratifiedRiskSets of(Scenario scenario) {
        if (!scenario.analysis().test().isStratified()) {
            return null;
        }
        List<Stratum> strata = scenario.allStrata();
        List<Stratum> groups = scenario.randomisationStrata();
        boolean[][] inGroup = new boolean[groups.size()][strata.size()];
        for (int g = 0; g < inGroup.length; g++) {
            for (int s = 0; s < inGroup[g].length; s++) {
                inGroup[g][s] = strata.get(s).isIn(groups.get(g));
            }
        }
        Double tau = scenario.analysis().test().method() == TestPlan.Method.MODESTLY_WEIGHTED
                ? scenario.analysis().test().tau()
                : null;
        return new StratifiedRiskSets(inGroup, scenario.enrolment().patients(), tau == null ? 0 : tau);
    }

    /**
     * The risk sets of an arm, numbered from 1, and the control.
     *
     * @param cut calendar time; a patient who entered later is left out, an event at the very time of the cut is seen
     */
    RiskSets at(int arm, double cut, Cohort cohort) {
        riskSets.clear();
        for (int g = 0; g < inGroup.length; g++) {
            times.start();
            times.add(0, cohort.enrolled(0, cut), inGroup[g], cut, cohort);
            times.add(arm, cohort.enrolled(arm, cut), inGroup[g], cut, cohort);
            times.append(riskSets);
            ends[g] = riskSets.count();
            beyondLandmark[g] = landmark > 0 ? times.followedBeyond(landmark) : 0;
        }
        return riskSets;
    }

    /** How many strata there are. */
    int strata() {
        return ends.length;
    }

    /** Where the risk sets of a stratum end that were made last; within a stratum they stand latest time first. */
    int end(int stratum) {
        return ends[stratum];
    }

    /** Patients of a stratum who are followed beyond the time from which weights stay as they are. */
    int followedBeyondLandmark(int stratum) {
        return beyondLandmark[stratum];
    }
}
