package org.equipoise.simulator.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import org.equipoise.simulator.analytic.AnalyticPower;
import org.equipoise.simulator.analytic.LookExpectation;
import org.equipoise.simulator.engine.ComparisonResult;
import org.equipoise.simulator.engine.LookResult;
import org.equipoise.simulator.engine.SimulationResult;
import org.equipoise.simulator.engine.summary.Estimate;
import org.equipoise.simulator.scenario.Scenario;

/** A run as a page of text: figures with their errors, the analytic figure beside each, and the gap between them. */
public final class RunText {
    private static final double NOISE = 2;

    private final RunReport report;
    private final SimulationResult result;
    private final Scenario scenario;
    private final String units;

    private RunText(RunReport report) {
        this.report = report;
        result = report.result();
        scenario = result.scenario();
        units = ScenarioWords.units(scenario);
    }

    /** The lines of the page. */
    public static List<String> lines(RunReport report) {
        return new RunText(report).page();
    }

    private List<String> page() {
        List<String> lines = new ArrayList<>(heading());
        lines.add("");
        lines.addAll(summary().lines());
        if (result.looks().size() > 1) {
            lines.add("");
            lines.addAll(LookTables.lines(result));
        }
        lines.add("");
        lines.addAll(spread().lines());
        lines.add("");
        lines.addAll(PlainText.wrapped(notes(), ""));
        return lines;
    }

    private List<String> heading() {
        String title = scenario.title() == null ? "" : " · " + scenario.title();
        List<String> lines = new ArrayList<>(PlainText.wrapped(scenario.trial() + title, "  "));
        lines.addAll(PlainText.wrapped(
                scenario.enrolment().patients() + " patients · " + PlainText.atMost(40, scenario.testedEndpoint())
                        + " · " + ScenarioWords.test(scenario) + look()
                        + (report.underNull() ? " · under the null hypothesis" : ""),
                "  "));
        lines.addAll(PlainText.wrapped(
                Digits.grouped(result.replicates()) + " replicates" + (result.complete() ? "" : " (interrupted)")
                        + " · seed " + scenario.simulation().seed() + " · "
                        + Digits.fixed(report.elapsedSeconds(), 2) + " s",
                "  "));
        return lines;
    }

    private String look() {
        return result.looks().size() > 1
                ? " · " + result.looks().size() + " looks"
                : " · at " + ScenarioWords.look(scenario, 0) + ", " + ScenarioWords.bound(scenario, 0);
    }

    private TextTable summary() {
        TextTable table = new TextTable("");
        if (hasAnalyticPower() || hasAnalyticLook()) {
            table.row("", "simulated", "s.e.", "analytic", "gap", "");
        } else {
            table.row("", "simulated", "s.e.");
        }
        for (ComparisonResult comparison : result.comparisons()) {
            String arm = result.comparisons().size() == 1 ? "" : ", " + ScenarioWords.arm(comparison.arm());
            compare(table, rejection() + arm, comparison.stopping().power(), power(comparison.arm()), 0);
        }
        if (result.comparisons().size() > 1) {
            compare(table, rejection() + ", any arm", result.power(), OptionalDouble.empty(), 0);
        }
        boolean one = result.looks().size() == 1;
        LookExpectation look = report.expectations().atLook(result.looks().size() - 1);
        String at = one ? " at the look" : " at the stop";
        compare(table, "Duration, " + units, result.duration().mean(), analytic(look.calendarTime()), 2);
        compare(table, "Patients" + at, result.enrolled(), analytic(look.enrolled()), 1);
        compare(table, "Events" + at, result.eventsAtStop(), analytic(look.events()), 1);
        if (one) {
            result.looks()
                    .get(0)
                    .eventsByArm()
                    .forEach((arm, events) -> compare(
                            table,
                            "  " + ScenarioWords.arm(arm),
                            events,
                            analytic(Objects.requireNonNull(look.eventsByArm().get(arm))),
                            2));
        }
        compare(table, "Dropouts" + at, result.dropouts(), analytic(look.dropouts()), 2);
        return table;
    }

    private String rejection() {
        return report.underNull() ? "Type I error" : "Power";
    }

    private OptionalDouble power(String arm) {
        return AnalyticPower.schoenfeld(scenario, report.expectations(), arm);
    }

    private boolean hasAnalyticPower() {
        return result.comparisons().stream()
                .anyMatch(comparison -> power(comparison.arm()).isPresent());
    }

    /** Whether what is expected at the look can stand beside what replicates show: with several looks they stop at different ones. */
    private boolean hasAnalyticLook() {
        return result.looks().size() == 1 && report.expectations().atLook(0).isReached();
    }

    private OptionalDouble analytic(double expectedAtTheLook) {
        return hasAnalyticLook() ? OptionalDouble.of(expectedAtTheLook) : OptionalDouble.empty();
    }

    /** One figure: simulated, its error, the analytic one with as many digits, and the gap, where it is beyond noise. */
    private static void compare(TextTable table, String name, Estimate simulated, OptionalDouble analytic, int exact) {
        boolean random = simulated.standardError() > 0;
        int decimals = random ? Digits.decimals(simulated.standardError()) : wholeOr(simulated.value(), exact);
        String error = random ? Digits.fixed(simulated.standardError(), decimals) : "";
        if (analytic.isEmpty()) {
            table.row(name, Digits.fixed(simulated.value(), decimals), error);
            return;
        }
        double gap = simulated.value() - analytic.getAsDouble();
        double inErrors = simulated.standardErrorsFrom(analytic.getAsDouble());
        table.row(
                name,
                Digits.fixed(simulated.value(), decimals),
                error,
                Digits.fixed(analytic.getAsDouble(), random ? decimals : wholeOr(analytic.getAsDouble(), exact)),
                random ? Digits.signed(gap, decimals) : "",
                Double.isNaN(inErrors)
                        ? ""
                        : Math.abs(inErrors) < NOISE ? "within noise" : Digits.fixed(Math.abs(inErrors), 0) + " s.e.");
    }

    private static int wholeOr(double value, int decimals) {
        return Math.abs(value - Math.rint(value)) < 1e-6 ? 0 : decimals;
    }

    private TextTable spread() {
        TextTable table = new TextTable("").row("Between replicates", "mean", "sd", "5 %", "50 %", "95 %");
        for (LookResult look : result.looks()) {
            String at = result.looks().size() == 1 ? "" : " of look " + look.look();
            table.row(SpreadRow.of("Calendar time" + at + ", " + units, look.calendarTime()));
        }
        for (ComparisonResult comparison : result.comparisons()) {
            String arm = result.comparisons().size() == 1 ? "" : ", " + ScenarioWords.arm(comparison.arm());
            for (int k = 0; k < result.looks().size(); k++) {
                String at = result.looks().size() == 1 ? "" : ", look " + (k + 1);
                table.row(SpreadRow.of("Log-rank Z" + arm + at, comparison.z().get(k)));
                if (comparison.hazardRatio() != null) {
                    table.row(SpreadRow.of(
                            "Hazard ratio" + arm + at, comparison.hazardRatio().get(k)));
                }
            }
        }
        return table;
    }

    private String notes() {
        List<String> notes = new ArrayList<>(List.of("s.e.: Monte Carlo standard error."));
        List<String> analytic = new ArrayList<>();
        if (hasAnalyticPower()) {
            analytic.add("power by "
                    + (report.underNull()
                            ? "the nominal level"
                            : "Schoenfeld 1981, with the events expected in the two arms"));
        }
        if (hasAnalyticLook()) {
            analytic.add((hasAnalyticPower() ? "the other figures" : "figures")
                    + " at the calendar time at which the look is expected");
        }
        if (!analytic.isEmpty()) {
            notes.add("analytic: " + String.join("; ", analytic) + ". Gaps of less than 2 s.e. are within noise.");
        }
        if (result.looks().size() > 1) {
            notes.add(
                    "rejects, futile: stops there; by then: has rejected. Every look is analysed, stopped before or not.");
        }
        notes.add("Z above 0 favours the experimental arm"
                + (result.comparisons().get(0).hazardRatio() == null
                        ? "."
                        : "; hazard ratio by Cox, experimental over control."));
        return String.join(" ", notes);
    }
}
