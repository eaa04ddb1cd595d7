package org.equipoise.simulator.report.words;

import java.util.List;
import java.util.Objects;
import org.equipoise.simulator.scenario.Analysis;
import org.equipoise.simulator.scenario.Look;
import org.equipoise.simulator.scenario.Scenario;

/** What is compared and tested, in sentences. */
public final class HypothesisWords {
    private final Scenario scenario;
    private final Analysis analysis;
    private final String control;
    private final String experimental;

    /** Words about the hypotheses of a scenario. */
    public HypothesisWords(Scenario scenario) {
        this.scenario = scenario;
        analysis = scenario.analysis();
        control = ScenarioWords.arm(scenario.controlArm());
        experimental = Listing.and(
                scenario.experimentalArms().stream().map(ScenarioWords::arm).toList());
    }

    /** {@code TACE (control) and HAIC in the ratio 1 : 1, in permuted blocks of 4}. */
    public String arms() {
        List<String> shares = scenario.armsControlFirst().stream()
                .map(arm -> scenario.arms().get(arm))
                .filter(Objects::nonNull)
                .map(arm -> Integer.toString(arm.allocation()))
                .toList();
        return control + (control.equals("control") ? "" : " (control)") + " and " + experimental + " in the ratio "
                + PlainText.tied(String.join(" : ", shares)) + ", "
                + switch (scenario.randomisation().method()) {
                    case PERMUTED_BLOCK ->
                        "in permuted blocks of " + scenario.blockSize() + StratumWords.within(scenario);
                    case SIMPLE -> "each patient by lot";
                    case COMPLETE -> "with fixed numbers in random order";
                };
    }

    /** Which test at which level, and of which null hypothesis. */
    public String test() {
        boolean several = scenario.experimentalArms().size() > 1;
        String endpoint = PlainText.atMost(80, scenario.testedEndpoint());
        return "The primary analysis compares " + endpoint + " under " + experimental + (several ? ", each" : "")
                + " with "
                + control + " by " + testName() + ", " + level() + (several ? " for each comparison" : "")
                + ". The null hypothesis " + (several ? "of each " : "") + "is that " + nullHypothesis(several) + ".";
    }

    /** {@code the log-rank test}. */
    String testName() {
        return "the " + new TestWords(scenario).name();
    }

    /** {@code at a one-sided significance level of 0.025}. */
    String level() {
        return analysis.sides() == 2
                ? "at a two-sided significance level of " + Digits.plain(2 * analysis.oneSidedAlpha())
                : "at a one-sided significance level of " + Digits.plain(analysis.oneSidedAlpha());
    }

    private String nullHypothesis(boolean several) {
        String compared = new TestWords(scenario).compared();
        if (compared != null) {
            return compared + " under " + experimental + " is " + (analysis.sides() == 2 ? "that" : "no more than that")
                    + " under " + control;
        }
        double margin = analysis.test().hazardRatioH0();
        String ratio = "the hazard ratio " + (several ? "" : "of " + experimental + " ") + "to " + control;
        if (analysis.sides() == 2) {
            return margin == 1
                    ? "the hazards are the same at all times"
                    : ratio + " is " + Digits.plain(margin) + " at all times";
        }
        if (margin == 1) {
            return ratio + " is 1 or more at all times";
        }
        return ratio + " is " + Digits.plain(margin) + " or more at all times, which is the margin "
                + (margin > 1 ? "of non-inferiority" : "by which it must be better");
    }

    /** {@code when 137 events have been observed}, {@code at month 60}. */
    public String when(int look) {
        String condition = ScenarioWords.look(scenario, look);
        if (analysis.eventsAwaitedAt(look).isPresent()) {
            return "when " + condition + (condition.startsWith("1 ") ? " has" : " have") + " been observed";
        }
        return analysis.looks().get(look) instanceof Look.AfterLastPatient
                ? condition + " has been enrolled"
                : "at " + condition;
    }
}
