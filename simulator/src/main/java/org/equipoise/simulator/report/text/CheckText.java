package org.equipoise.simulator.report.text;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.equipoise.core.distribution.EventTimeDistribution;
import org.equipoise.core.planning.fixed.PowerMethod;
import org.equipoise.simulator.analytic.AnalyticPower;
import org.equipoise.simulator.analytic.Expectations;
import org.equipoise.simulator.analytic.LookExpectation;
import org.equipoise.simulator.design.BoundPlan;
import org.equipoise.simulator.report.words.Columns;
import org.equipoise.simulator.report.words.CriterionWords;
import org.equipoise.simulator.report.words.Digits;
import org.equipoise.simulator.report.words.MethodWords;
import org.equipoise.simulator.report.words.Nice;
import org.equipoise.simulator.report.words.PlainText;
import org.equipoise.simulator.report.words.ScenarioWords;
import org.equipoise.simulator.report.words.StratumWords;
import org.equipoise.simulator.scenario.Scenario;
import org.equipoise.simulator.scenario.TimeUnit;

/** How a scenario was understood, in plain words, and what is expected of it; nothing is simulated. */
public final class CheckText {
    private static final int ROWS = 8;
    private static final int MARGIN = 13;
    private static final int WIDEST_MARGIN = 24;

    private final Scenario scenario;
    private final Expectations expectations;
    private final AnalyticPower power;
    private final BoundPlan bounds;
    private final int margin;
    private final List<String> lines = new ArrayList<>();

    private CheckText(Scenario scenario, Expectations expectations, AnalyticPower power, BoundPlan bounds) {
        this.bounds = bounds;
        this.scenario = scenario;
        this.expectations = expectations;
        this.power = power;
        int longest = scenario.arms().keySet().stream()
                .mapToInt(arm -> Columns.of(label(arm)))
                .max()
                .orElseThrow();
        margin = Math.max(MARGIN, Math.min(WIDEST_MARGIN, longest + 2));
    }

    /** The lines of the page. */
    public static List<String> lines(
            Scenario scenario,
            Expectations expectations,
            AnalyticPower power,
            BoundPlan bounds,
            List<String> warnings) {
        CheckText text = new CheckText(scenario, expectations, power, bounds);
        text.write(warnings);
        return text.lines;
    }

    private void write(List<String> warnings) {
        lines.addAll(PlainText.wrapped(ScenarioWords.title(scenario), "  "));
        lines.add("");
        say("Arms", ScenarioWords.arms(scenario));
        say("Enrolment", ScenarioWords.enrolmentToItsEnd(scenario));
        say(
                "Endpoint",
                PlainText.atMost(80, scenario.testedEndpoint()) + ", time to event; all times in "
                        + ScenarioWords.units(scenario));
        for (String arm : scenario.armsControlFirst()) {
            say(
                    label(arm),
                    ScenarioWords.model(scenario.model(arm)) + "; dropout: " + ScenarioWords.dropout(scenario, arm));
        }
        if (scenario.strata() != null) {
            for (String factor : scenario.strata().keySet()) {
                say("Strata, " + ScenarioWords.arm(factor), String.join("; ", StratumWords.levels(scenario, factor)));
            }
        }
        say("Test", ScenarioWords.test(scenario));
        String found = ScenarioWords.bounds(scenario.analysis());
        if (!found.isEmpty()) {
            say("Bounds", found);
        }
        for (int k = 0; k < scenario.analysis().looks().size(); k++) {
            say("  look " + (k + 1), "at " + ScenarioWords.look(scenario, k) + "; " + bound(k));
        }
        say("Simulation", simulation());
        say("Power", power());
        String expected = CriterionWords.of(scenario);
        if (!expected.isEmpty()) {
            say("Expected", expected);
        }
        section("Assumed for " + PlainText.atMost(40, scenario.testedEndpoint()), assumptions());
        section("Expected at the looks", looks());
        section("Expected over calendar time", calendar());
        lines.add("");
        if (warnings.isEmpty()) {
            lines.add("No warnings.");
        }
        warnings.forEach(warning -> lines.addAll(PlainText.wrapped("Warning: " + warning, "  ")));
    }

    /** One for all comparisons, or one for each where they differ. */
    private String bound(int k) {
        List<String> words = new ArrayList<>();
        for (int h = 0; h < bounds.comparisons(); h++) {
            words.add(ScenarioWords.bound(scenario, bounds.comparison(h), k));
        }
        if (words.stream().distinct().count() == 1) {
            return words.get(0);
        }
        for (int h = 0; h < words.size(); h++) {
            words.set(h, ScenarioWords.arm(scenario.experimentalArms().get(h)) + ": " + words.get(h));
        }
        return String.join("; ", words);
    }

    private static String label(String arm) {
        return "  " + ScenarioWords.arm(arm);
    }

    private void say(String what, String words) {
        lines.addAll(PlainText.labelled(what, margin, words));
    }

    private void section(String heading, TextTable table) {
        lines.add("");
        lines.add(heading);
        lines.addAll(table.lines());
    }

    private String simulation() {
        Double target = scenario.simulation().targetStandardError();
        return Digits.grouped(scenario.simulation().replicates())
                + (target == null
                        ? " replicates"
                        : " replicates at most, until the standard error of power is " + Digits.plain(target))
                + ", seed " + scenario.simulation().seed();
    }

    private String whyNoPower() {
        boolean reached = IntStream.range(0, scenario.analysis().looks().size())
                .allMatch(k -> expectations.atLook(k).isReached());
        return reached
                ? "no formula tells it for this design; run simulates it"
                : "not told, since a look is not reached in expectation";
    }

    private String power() {
        List<String> words = new ArrayList<>();
        for (String arm : scenario.experimentalArms()) {
            OptionalDouble found = power.of(arm, AnalyticPower.SHOWN);
            OptionalDouble textbook = power.of(arm, PowerMethod.SCHOENFELD);
            String of = scenario.experimentalArms().size() == 1 ? "" : ScenarioWords.arm(arm) + ": ";
            words.add(of
                    + (found.isEmpty()
                            ? whyNoPower()
                            : Digits.fixed(found.getAsDouble(), 4) + " "
                                    + MethodWords.source(AnalyticPower.SHOWN, scenario))
                    + (textbook.isEmpty()
                            ? ""
                            : ", " + Digits.fixed(textbook.getAsDouble(), 4) + " "
                                    + MethodWords.source(PowerMethod.SCHOENFELD))
                    + required(arm));
        }
        return String.join("; ", words);
    }

    private String required(String arm) {
        OptionalDouble events = power.requiredEvents(arm);
        return events.isEmpty()
                ? ""
                : ", by which power " + Digits.plain(scenario.analysis().targetPower()) + " takes "
                        + Digits.fixed(events.getAsDouble(), 1) + " events"
                        + (scenario.experimentalArms().size() == 1 ? "" : " in the two arms")
                        + (scenario.analysis().looks().size() == 1 ? "" : " with one look");
    }

    private TextTable assumptions() {
        TextTable table = new TextTable("  ");
        double[] times = milestones();
        List<String> heading = new ArrayList<>(List.of("", "median", "mean"));
        for (double time : times) {
            heading.add("S(" + Digits.plain(time) + ")");
        }
        table.row(heading.toArray(String[]::new));
        for (String arm : scenario.armsControlFirst()) {
            EventTimeDistribution distribution = scenario.eventTime(arm);
            List<String> row = new ArrayList<>(
                    List.of(ScenarioWords.arm(arm), time(distribution.median()), time(distribution.mean())));
            for (double time : times) {
                row.add(Digits.fixed(distribution.survival(time), 3));
            }
            table.row(row.toArray(String[]::new));
        }
        return table;
    }

    /** Half a year, a year and two years in the scenario's unit: the times at which trials tell survival rates. */
    private double[] milestones() {
        TimeUnit unit = scenario.timeUnit();
        return switch (unit) {
            case DAY -> new double[] {182, 365, 730};
            case WEEK -> new double[] {26, 52, 104};
            case MONTH -> new double[] {6, 12, 24};
            case YEAR -> new double[] {0.5, 1, 2};
        };
    }

    private static String time(double value) {
        return Digits.fixed(value, 2);
    }

    private TextTable looks() {
        TextTable table = new TextTable("  ").row(heading("look", ScenarioWords.unit(scenario)));
        for (int k = 0; k < scenario.analysis().looks().size(); k++) {
            LookExpectation look = expectations.atLook(k);
            table.row(row(look, Integer.toString(k + 1), time(look.calendarTime())));
        }
        return table;
    }

    private TextTable calendar() {
        TextTable table = new TextTable("  ").row(heading(ScenarioWords.unit(scenario)));
        LookExpectation last = expectations.atLook(scenario.analysis().looks().size() - 1);
        double end = last.isReached()
                ? last.calendarTime()
                : 2 * scenario.enrolment().enrolment().duration();
        double step = Nice.step(end / ROWS);
        for (int i = 1; i <= ROWS + 1 && (i - 1) * step < end; i++) {
            table.row(row(expectations.at(i * step), Digits.plain(i * step)));
        }
        return table;
    }

    private String[] heading(String... first) {
        List<String> cells = new ArrayList<>(List.of(first));
        cells.add("patients");
        cells.add("events");
        scenario.armsControlFirst().forEach(arm -> cells.add("in " + PlainText.atMost(24, arm)));
        cells.add("dropouts");
        return cells.toArray(String[]::new);
    }

    private static String[] row(LookExpectation at, String... first) {
        List<String> cells = new ArrayList<>(List.of(first));
        cells.add(Digits.fixed(at.enrolled(), 1));
        cells.add(Digits.fixed(at.events(), 1));
        at.eventsByArm().values().forEach(events -> cells.add(Digits.fixed(events, 1)));
        cells.add(Digits.fixed(at.dropouts(), 1));
        return cells.toArray(String[]::new);
    }
}
