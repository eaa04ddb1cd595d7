package org.equipoise.simulator.engine.look;

import java.util.List;
import org.equipoise.core.survival.RiskSets;
import org.equipoise.simulator.engine.cohort.Cohort;
import org.equipoise.simulator.scenario.Scenario;
import org.equipoise.simulator.scenario.Stratum;
import org.jspecify.annotations.Nullable;

/**
 * The risk sets of each stratum of the randomisation, one after the other: a stratified test is the same sum over them
 * all. Reused, allocates nothing.
 */
final class StratifiedRiskSets {
    private final boolean[][] inGroup;
    private final TiedTimes times;
    private final RiskSets riskSets;

    private StratifiedRiskSets(boolean[][] inGroup, int patients) {
        this.inGroup = inGroup;
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
        return new StratifiedRiskSets(inGroup, scenario.enrolment().patients());
    }

    /**
     * The risk sets of an arm, numbered from 1, and the control.
     *
     * @param cut calendar time; a patient who entered later is left out, an event at the very time of the cut is seen
     */
    RiskSets at(int arm, double cut, Cohort cohort) {
        riskSets.clear();
        for (boolean[] strata : inGroup) {
            times.start();
            times.add(0, cohort.enrolled(0, cut), strata, cut, cohort);
            times.add(arm, cohort.enrolled(arm, cut), strata, cut, cohort);
            times.append(riskSets);
        }
        return riskSets;
    }
}
