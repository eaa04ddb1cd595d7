package org.equipoise.simulator.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.equipoise.core.numerics.StandardNormal;
import org.equipoise.simulator.engine.Block;
import org.equipoise.simulator.engine.Decision;
import org.equipoise.simulator.engine.Replicator;
import org.equipoise.simulator.engine.look.LookColumns;
import org.equipoise.simulator.report.figure.ExampleTrial;
import org.equipoise.simulator.report.markup.Content;
import org.equipoise.simulator.report.markup.Element;
import org.equipoise.simulator.scenario.Scenario;

/** Single simulated trials, walked through look by look. */
final class PageExamples {
    private static final double Z95 = StandardNormal.upperQuantile(0.025);

    private PageExamples() {}

    /** A heading, a table and the curves for each example. */
    static List<Content> of(TrialReport report, PageFigures figures) {
        List<Content> parts = new ArrayList<>();
        for (PageFigures.Example example : figures.examples()) {
            parts.add(Element.of("h3", example.trial().kind().words()));
            parts.add(PageElements.paragraph(story(report, example.trial())));
            parts.add(walk(report, example.trial()));
            parts.add(PageElements.figure(example.curves()));
        }
        return parts;
    }

    private static String story(TrialReport report, ExampleTrial trial) {
        String picked = switch (trial.kind()) {
            case WIN_AT_LAST_LOOK -> "of those that reject at the last look, the one with the median Z";
            case EARLY_WIN -> "of those that reject at look " + (trial.look() + 1) + ", the one with the median Z";
            case FUTILITY_STOP ->
                "of those that stop for futility at look " + (trial.look() + 1) + ", the one with the median Z";
            case NEAR_MISS ->
                "of those that do not reject at the last look, the one whose Z comes closest to the bound";
            case LOSS -> "of those that do not reject at the last look, the one with the median Z";
        };
        return "Replicate " + trial.replicate() + ": among the first "
                + Digits.grouped(report.trace().size()) + " replicates, " + picked
                + ". The curves show the data at that look.";
    }

    private static Element walk(TrialReport report, ExampleTrial trial) {
        Scenario scenario = report.scenario();
        Block block = new Replicator(scenario, report.run().bounds()).simulate(trial.replicate(), 1);
        List<List<Content>> rows = new ArrayList<>();
        List<String> heading = new ArrayList<>(List.of("Look", capital(ScenarioWords.unit(scenario)), "Patients"));
        scenario.armsControlFirst().forEach(arm -> heading.add("Events, " + PlainText.atMost(24, arm)));
        heading.addAll(List.of("Z", "Bounds", "Hazard ratio (95 % limits)", "Decision"));
        rows.add(PageElements.row(heading.toArray(String[]::new)));
        for (int k = 0; k <= trial.look(); k++) {
            rows.add(PageElements.row(cells(report, block, k)));
        }
        String others = scenario.experimentalArms().size() == 1
                ? ""
                : "; " + ScenarioWords.arm(scenario.experimentalArms().get(0)) + " against control";
        return PageElements.table("Replicate " + trial.replicate() + ", look by look" + others, rows);
    }

    private static String[] cells(TrialReport report, Block block, int k) {
        LookColumns look = block.look(k);
        if (Double.isNaN(look.time[0])) {
            return new String[] {Integer.toString(k + 1), "not reached"};
        }
        List<String> cells = new ArrayList<>(
                List.of(Integer.toString(k + 1), Digits.fixed(look.time[0], 2), Digits.fixed(look.enrolled[0], 0)));
        for (double[] events : look.eventsByArm) {
            cells.add(Digits.fixed(events[0], 0));
        }
        cells.add(Digits.fixed(look.z[0][0], 4));
        cells.add(bounds(report, k));
        cells.add(ratio(look));
        cells.add(words(block.decision(0, 0, k)));
        return cells.toArray(String[]::new);
    }

    private static String bounds(TrialReport report, int k) {
        double efficacy = report.run().bounds().comparison(0).efficacy(k);
        double futility = report.run().bounds().comparison(0).futility(k);
        List<String> words = new ArrayList<>();
        if (Double.isFinite(efficacy)) {
            words.add(PlainText.tied("≥ " + Digits.fixed(efficacy, 4)));
        }
        if (Double.isFinite(futility)) {
            words.add(PlainText.tied("≤ " + Digits.fixed(futility, 4)));
        }
        return words.isEmpty() ? "none" : String.join(", ", words);
    }

    private static String ratio(LookColumns look) {
        double log = look.logHazardRatio[0][0];
        double error = look.standardError[0][0];
        return Double.isFinite(log) && Double.isFinite(error)
                ? Digits.fixed(Math.exp(log), 3) + PlainText.TIE + "(" + Digits.fixed(Math.exp(log - Z95 * error), 3)
                        + " to " + Digits.fixed(Math.exp(log + Z95 * error), 3) + ")"
                : "–";
    }

    private static String words(Decision decision) {
        return switch (decision) {
            case REJECT -> "rejects";
            case FUTILE -> "stops for futility";
            case CONTINUE -> "goes on";
            case NOT_REJECTED -> "does not reject";
            case NOT_REACHED -> "not reached";
            case DECIDED_BEFORE -> "decided before";
        };
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
