package org.equipoise.simulator.report.page;

import java.util.ArrayList;
import java.util.List;
import org.equipoise.simulator.analytic.ConstantHazardRatio;
import org.equipoise.simulator.analytic.StagewiseEstimates;
import org.equipoise.simulator.engine.SimulationResult;
import org.equipoise.simulator.report.TrialReport;
import org.equipoise.simulator.report.markup.Element;
import org.equipoise.simulator.report.words.Digits;
import org.equipoise.simulator.report.words.HypothesisWords;
import org.equipoise.simulator.report.words.StratumWords;
import org.equipoise.simulator.report.words.TestWords;
import org.equipoise.simulator.scenario.Scenario;
import org.equipoise.simulator.scenario.SimulationPlan;
import org.equipoise.simulator.scenario.TestPlan;

/** The statistical methods as a report describes them: those of the trial, and those of its simulation. */
final class AnalysisWords {
    private final TrialReport report;
    private final Scenario scenario;
    private final boolean several;

    AnalysisWords(TrialReport report) {
        this.report = report;
        scenario = report.scenario();
        several = scenario.experimentalArms().size() > 1;
    }

    /** Its paragraphs. */
    List<Element> paragraphs() {
        return List.of(trial(), simulation());
    }

    private Element trial() {
        boolean estimates = scenario.simulation().estimates() == SimulationPlan.Estimates.COX;
        HypothesisWords hypothesis = new HypothesisWords(scenario);
        List<String> sentences = new ArrayList<>();
        sentences.add(hypothesis.test());
        boolean stratified = scenario.analysis().test().isStratified();
        sentences.add(
                stratified
                        ? "The test is stratified by " + StratumWords.factors(scenario)
                                + ", as the randomisation: sums over risk sets are those of the strata together."
                        : "The test is not stratified.");
        sentences.add(new TestWords(scenario).definition());
        sentences.add("All patients randomised by the cut of the data are analysed in the arm to which they were"
                + " allocated. Patients without event are censored at the cut or when they were lost to follow-up,"
                + " whichever is earlier; where an event and a censoring have the same time, the event comes first.");
        sentences.add(
                estimates
                        ? "The hazard ratio is estimated by a Cox model with the arm as its only covariate"
                                + (stratified ? ", stratified like the test," : "")
                                + " and Efron's method for ties, with 95 % Wald limits on the logarithmic scale;"
                                + " survival is estimated by Kaplan and Meier's method."
                        : "Survival is estimated by Kaplan and Meier's method.");
        if (estimates
                && scenario.experimentalArms().stream()
                        .anyMatch(arm -> ConstantHazardRatio.of(scenario, arm).isEmpty())) {
            sentences.add("Hazards are not assumed to be proportional: "
                    + (scenario.analysis().test().method() == TestPlan.Method.LOG_RANK
                            ? "the log-rank test keeps its level but is not the most powerful one, and "
                            : "")
                    + "the Cox estimate is an average over the follow-up there is.");
        }
        if (estimates && scenario.analysis().looks().size() > 1) {
            sentences.add("These limits are not adjusted for the interim analyses.");
            if (StagewiseEstimates.of(scenario, report.run().bounds().comparison(0))
                    .isPresent()) {
                sentences.add("Once the trial has stopped, a p-value, a median-unbiased estimate and exact 95 % limits"
                        + " of the hazard ratio are found by stagewise ordering (Tsiatis, Rosner and Mehta 1984).");
            }
        }
        if (several) {
            sentences.add("Each experimental arm is compared with the control by the patients of these two arms alone,"
                    + " at the full level; analyses wait for the events of all arms together.");
        }
        return new Prose().add(String.join(" ", sentences)).paragraph();
    }

    private Element simulation() {
        SimulationResult result = report.run().result();
        Prose prose = new Prose();
        prose.add("Operating characteristics were simulated with Equipoise "
                + report.run().version()
                + ": " + Digits.grouped(result.replicates()) + " trials under the assumptions and "
                + Digits.grouped(report.nullRun().result().replicates())
                + " under the null hypothesis, each patient with a time of entry, "
                + (scenario.strata() == null ? "" : "a stratum, ")
                + "an arm, a time to the event and a time to loss to follow-up, and each analysis as in the trial. ");
        prose.add(replicates(result) + " All replicates count: none can fail, and one that never reaches its last"
                + " analysis does not reject. ");
        prose.add("Monte Carlo standard errors are √(p (1 − p) / n) for probabilities and sd / √n for means; the power"
                + " is ");
        prose.estimate(Prose.ALTERNATIVE, "power", result.power());
        prose.add(" and the type I error ")
                .estimate(Prose.NULL, "power", report.nullRun().result().power());
        return prose.add(". Random numbers come from SplitMix64, keyed by seed ("
                        + scenario.simulation().seed() + "), replicate and purpose.")
                .paragraph();
    }

    private static String replicates(SimulationResult result) {
        SimulationPlan plan = result.scenario().simulation();
        return plan.targetStandardError() == null
                ? "Their number was fixed in advance."
                : "Trials were added until the standard error of power was at most "
                        + Digits.plain(plan.targetStandardError()) + ", up to " + Digits.grouped(plan.replicates())
                        + ".";
    }
}
