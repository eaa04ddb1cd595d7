package org.equipoise.simulator.report.text;

import java.util.ArrayList;
import java.util.List;
import org.equipoise.simulator.analytic.NoPlanException;
import org.equipoise.simulator.analytic.OutcomePlanner;
import org.equipoise.simulator.analytic.Sought;
import org.equipoise.simulator.design.BoundPlan;
import org.equipoise.simulator.design.ExpectedOutcomes;
import org.equipoise.simulator.report.words.Digits;
import org.equipoise.simulator.report.words.PlainText;
import org.equipoise.simulator.report.words.ScenarioWords;
import org.equipoise.simulator.scenario.Scenario;

/** How a scenario with a binary or continuous endpoint was understood, and what is expected of it. */
public final class OutcomeCheckText {
    private static final int MARGIN = 13;

    private final Scenario scenario;
    private final BoundPlan bounds;
    private final List<String> lines = new ArrayList<>();

    private OutcomeCheckText(Scenario scenario, BoundPlan bounds) {
        this.scenario = scenario;
        this.bounds = bounds;
    }

    /** The lines of the page. */
    public static List<String> lines(Scenario scenario, BoundPlan bounds) {
        OutcomeCheckText text = new OutcomeCheckText(scenario, bounds);
        text.write();
        return text.lines;
    }

    private void write() {
        lines.addAll(PlainText.wrapped(ScenarioWords.title(scenario), "  "));
        lines.add("");
        say("Arms", ScenarioWords.arms(scenario));
        say("Enrolment", ScenarioWords.enrolmentToItsEnd(scenario));
        double at = scenario.endpoint().knownAt();
        say(
                "Endpoint",
                PlainText.atMost(80, scenario.testedEndpoint()) + ", "
                        + switch (scenario.endpoint().type()) {
                            case BINARY -> "binary: a response or none";
                            case CONTINUOUS -> "continuous";
                            case TIME_TO_EVENT -> "time to event";
                        }
                        + ", known "
                        + (at == 0 ? "at once" : Digits.plain(at) + " " + ScenarioWords.units(scenario))
                        + (at == 0 ? "" : " after randomisation")
                        + "; more is better");
        for (String arm : scenario.armsControlFirst()) {
            say(
                    "  " + ScenarioWords.arm(arm),
                    ScenarioWords.model(scenario, arm) + "; dropout: " + ScenarioWords.dropout(scenario, arm));
        }
        say("Test", ScenarioWords.test(scenario));
        String found = ScenarioWords.bounds(scenario.analysis());
        if (!found.isEmpty()) {
            say("Bounds", found);
        }
        for (int k = 0; k < scenario.analysis().looks().size(); k++) {
            say(
                    "  look " + (k + 1),
                    "at " + ScenarioWords.look(scenario, k) + "; "
                            + ScenarioWords.bound(scenario, bounds.comparison(0), k));
        }
        say("Power", power());
        say("Simulation", "not available yet for this kind of endpoint");
        lines.add("");
        lines.add("Expected at the looks");
        lines.addAll(looks().lines());
    }

    private void say(String what, String words) {
        lines.addAll(PlainText.labelled(what, MARGIN, words));
    }

    private String power() {
        try {
            List<String> words = new ArrayList<>();
            OutcomePlanner.of(scenario, Sought.POWER)
                    .byMethod()
                    .forEach((method, power) -> words.add((Double.isNaN(power) ? "not told" : Digits.fixed(power, 4))
                            + " " + OutcomePlanText.source(method)));
            return String.join(", ", words);
        } catch (NoPlanException e) {
            return "not told: " + e.getMessage();
        }
    }

    private TextTable looks() {
        List<String> arms = scenario.armsControlFirst();
        List<String> heading = new ArrayList<>(List.of("look", ScenarioWords.unit(scenario), "patients", "outcomes"));
        arms.forEach(arm -> heading.add("in " + PlainText.atMost(24, arm)));
        heading.add("dropouts");
        TextTable table = new TextTable("  ").row(heading.toArray(String[]::new));
        ExpectedOutcomes expected = ExpectedOutcomes.of(scenario);
        for (int k = 0; k < scenario.analysis().looks().size(); k++) {
            List<String> row = new ArrayList<>(List.of(
                    Integer.toString(k + 1),
                    Digits.fixed(expected.time(k), 2),
                    Digits.fixed(expected.enrolled(k), 1),
                    Digits.fixed(expected.known(k), 1)));
            for (int a = 0; a < arms.size(); a++) {
                row.add(Digits.fixed(expected.known(k, a), 1));
            }
            row.add(Digits.fixed(expected.lost(k), 1));
            table.row(row.toArray(String[]::new));
        }
        return table;
    }
}
