package org.equipoise.simulator.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.equipoise.simulator.engine.Decision;
import org.equipoise.simulator.report.TrialReport;
import org.equipoise.simulator.report.figure.ExampleLook;
import org.equipoise.simulator.report.figure.ExampleStop;
import org.equipoise.simulator.report.figure.ExampleTrial;
import org.equipoise.simulator.report.markup.Content;
import org.equipoise.simulator.report.markup.Element;
import org.equipoise.simulator.report.markup.Words;
import org.equipoise.simulator.report.words.Digits;
import org.equipoise.simulator.report.words.PlainText;
import org.equipoise.simulator.report.words.ScenarioWords;
import org.equipoise.simulator.scenario.Scenario;

/** Single simulated trials, walked through look by look. */
final class PageExamples {
    private PageExamples() {}

    /** A heading, a table and the curves for each example. */
    static List<Content> of(TrialReport report, PageFigures figures) {
        List<Content> parts = new ArrayList<>();
        for (int e = 0; e < figures.examples().size(); e++) {
            PageFigures.Example example = figures.examples().get(e);
            parts.add(Element.of("h3", example.trial().kind().words()));
            parts.add(PageElements.paragraph(story(report, example.trial())));
            parts.add(walk(report, e, example));
            parts.addAll(adjusted(report, "examples." + e + ".", example));
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

    private static Element walk(TrialReport report, int example, PageFigures.Example told) {
        Scenario scenario = report.scenario();
        List<String> arms = scenario.armsControlFirst();
        List<List<Content>> rows = new ArrayList<>();
        List<String> heading = new ArrayList<>(List.of("Look", capital(ScenarioWords.unit(scenario)), "Patients"));
        arms.forEach(arm -> heading.add("Events, " + PlainText.atMost(24, arm)));
        heading.addAll(List.of("Z", "Bounds", "Hazard ratio (95 % limits)", "Decision"));
        rows.add(PageElements.row(heading.toArray(String[]::new)));
        for (int k = 0; k < told.looks().size(); k++) {
            rows.add(cells(told.looks().get(k), "examples." + example + ".looks." + k + "."));
        }
        String others = scenario.experimentalArms().size() == 1
                ? ""
                : "; " + ScenarioWords.arm(scenario.experimentalArms().get(0)) + " against control";
        return PageElements.table("Replicate " + told.trial().replicate() + ", look by look" + others, rows);
    }

    /** What the stop tells, adjusted for the looks; nothing where that is not known. */
    private static List<Content> adjusted(TrialReport report, String key, PageFigures.Example told) {
        ExampleStop stop = told.stop();
        if (stop == null) {
            return List.of();
        }
        boolean twoSided = report.scenario().analysis().sides() == 2;
        return List.of(Element.of(
                "p",
                Words.of("At the stop, adjusted for the looks by stagewise ordering: " + (twoSided ? "two" : "one")
                        + "-sided p "),
                number(key + "stagewiseP", stop.p(), stop.p() < 0.001 ? 6 : 5),
                Words.of(", hazard ratio "),
                number(key + "adjustedHazardRatio", stop.hazardRatio(), 3),
                Words.of(" (exact 95" + PlainText.TIE + "% limits "),
                number(key + "adjustedLow", stop.low(), 3),
                Words.of(PageElements.TO),
                number(key + "adjustedHigh", stop.high(), 3),
                Words.of(").")));
    }

    private static List<Content> cells(ExampleLook look, String key) {
        List<Content> cells = new ArrayList<>(PageElements.row(Integer.toString(look.look())));
        if (Double.isNaN(look.calendarTime())) {
            cells.add(Words.of("not reached"));
            return cells;
        }
        cells.add(number(key + "calendarTime", look.calendarTime(), 2));
        cells.add(number(key + "patients", look.patients(), 0));
        for (int a = 0; a < look.events().size(); a++) {
            cells.add(number(key + "eventsByArm." + a, look.events().get(a), 0));
        }
        cells.add(number(key + "z", look.z(), 4));
        cells.add(bounds(look, key));
        cells.add(ratio(look, key));
        cells.add(Words.of(words(look.decision())));
        return cells;
    }

    private static Element number(String key, double value, int decimals) {
        return PageElements.number(ReportJson.KEY, key, value, Digits.fixed(value, decimals));
    }

    private static Content bounds(ExampleLook look, String key) {
        List<Content> parts = new ArrayList<>();
        if (Double.isFinite(look.efficacy())) {
            parts.add(Words.of("≥" + PlainText.TIE));
            parts.add(number(key + "efficacyZ", look.efficacy(), 4));
        }
        if (Double.isFinite(look.futility())) {
            parts.add(Words.of((parts.isEmpty() ? "≤" : ", ≤") + PlainText.TIE));
            parts.add(number(key + "futilityZ", look.futility(), 4));
        }
        return parts.isEmpty() ? Words.of("none") : Element.of("span", parts);
    }

    private static Content ratio(ExampleLook look, String key) {
        return Double.isNaN(look.hazardRatio())
                ? Words.of("–")
                : Element.of(
                        "span",
                        number(key + "hazardRatio", look.hazardRatio(), 3),
                        Words.of(PlainText.TIE + "("),
                        number(key + "low", look.low(), 3),
                        Words.of(PageElements.TO),
                        number(key + "high", look.high(), 3),
                        Words.of(")"));
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
