package org.equipoise.simulator.engine.look;

import java.util.Arrays;
import org.equipoise.core.survival.CoxFit;
import org.equipoise.core.survival.LogRankKernel;
import org.equipoise.core.survival.RiskSets;
import org.equipoise.core.survival.Ties;
import org.equipoise.simulator.engine.cohort.Cohort;
import org.equipoise.simulator.scenario.Analysis;
import org.equipoise.simulator.scenario.Scenario;
import org.equipoise.simulator.scenario.SimulationPlan;
import org.jspecify.annotations.Nullable;

/**
 * Carries out every look of a replicate, whether or not the trial would have stopped before. For one thread; allocates
 * nothing per replicate.
 */
public final class LookAnalyser {
    private final CutRule[] rules;
    private final EventClock clock;
    private final Comparison[] comparisons;
    private final LogRankKernel logRank;
    private final CoxFit cox = new CoxFit(Ties.EFRON);
    /** Null when that is the log-rank test. */
    private final @Nullable ComparisonTest otherTest;

    /** Null when the test is not stratified. */
    private final @Nullable StratifiedRiskSets stratified;

    private final double hazardRatioH0;
    private final boolean estimates;

    /** Compiles the looks of a scenario. */
    public LookAnalyser(Scenario scenario) {
        Analysis analysis = scenario.analysis();
        int patients = scenario.enrolment().patients();
        rules = new CutRule[analysis.looks().size()];
        Arrays.setAll(rules, k -> CutRule.of(analysis, analysis.looks().get(k), k));
        clock = new EventClock(patients, likelyReach(scenario));
        stratified = StratifiedRiskSets.of(scenario);
        hazardRatioH0 = analysis.test().hazardRatioH0();
        estimates = scenario.simulation().estimates() == SimulationPlan.Estimates.COX;
        otherTest = ComparisonTest.of(analysis.test(), patients, stratified);
        boolean needsEvents = estimates || otherTest != null;
        comparisons = new Comparison[scenario.experimentalArms().size()];
        Arrays.setAll(comparisons, h -> new Comparison(h + 1, patients, needsEvents));
        logRank = new LogRankKernel(patients);
        // What only the first replicate does is never compiled; in the next scenario of a sweep it would discard the
        // compiled code, and what is compiled then is a tenth slower. So room is made here, and the clock gets a guess.
    }

    /** When all have come, and six in seven of the last ones to come in the control arm have had their event. */
    private static double likelyReach(Scenario scenario) {
        double enrolled = scenario.enrolment().enrolment().duration();
        double reach = enrolled + scenario.eventTime(scenario.controlArm()).inverseCumulativeHazard(2);
        return reach < Double.POSITIVE_INFINITY ? reach : 2 * enrolled;
    }

    /**
     * Analyses one replicate.
     *
     * @param cohort complete; not modified
     * @param looks the block's columns, one for each look; modified
     * @param i the replicate's place in the block
     */
    public void analyse(Cohort cohort, LookColumns[] looks, int i) {
        clock.read(cohort);
        for (int k = 0; k < rules.length; k++) {
            double cut = rules[k].time(cohort, clock);
            if (cut < Double.POSITIVE_INFINITY) {
                test(cohort, cut, looks[k], i);
                count(cohort, cut, looks[k], i);
            } else {
                looks[k].setNotReached(i);
            }
        }
    }

    /** What is seen beside the tests, after which it comes: they have counted the events. */
    private void count(Cohort cohort, double cut, LookColumns columns, int i) {
        int enrolled = cohort.enrolled(0, cut);
        int events = comparisons[0].controlEvents();
        columns.eventsByArm[0][i] = events;
        for (int h = 0; h < comparisons.length; h++) {
            int eventsInArm = comparisons[h].experimentalEvents();
            columns.eventsByArm[h + 1][i] = eventsInArm;
            events += eventsInArm;
            enrolled += cohort.enrolled(h + 1, cut);
        }
        columns.time[i] = cut;
        columns.enrolled[i] = enrolled;
        columns.dropouts[i] = dropouts(cohort, cut);
        columns.events[i] = events;
    }

    private static int dropouts(Cohort cohort, double cut) {
        int dropouts = 0;
        for (int k = 0; k < cohort.lostCount; k++) {
            int p = cohort.lost[k];
            dropouts += cohort.entry[p] + cohort.dropoutTime[p] <= cut ? 1 : 0;
        }
        return dropouts;
    }

    private void test(Cohort cohort, double cut, LookColumns columns, int i) {
        for (int h = 0; h < comparisons.length; h++) {
            RiskSets riskSets = comparisons[h].at(cut, cohort);
            if (stratified != null) {
                riskSets = stratified.at(h + 1, cut, cohort);
            }
            logRank.evaluate(riskSets, hazardRatioH0);
            columns.z[h][i] = otherTest == null ? logRank.z() : otherTest.z(riskSets, comparisons[h], cut, cohort);
            if (estimates) {
                cox.fit(riskSets, logRank.petoLogHazardRatio());
                columns.logHazardRatio[h][i] = cox.logHazardRatio();
                columns.standardError[h][i] = cox.standardError();
            } else {
                columns.logHazardRatio[h][i] = Double.NaN;
                columns.standardError[h][i] = Double.NaN;
            }
        }
    }
}
