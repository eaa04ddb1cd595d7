package org.equipoise.simulator.report.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.equipoise.core.enrolment.ArrivalProcess;
import org.equipoise.simulator.analytic.AnalyticPower;
import org.equipoise.simulator.analytic.LookExpectation;
import org.equipoise.simulator.engine.ComparisonResult;
import org.equipoise.simulator.engine.LookResult;
import org.equipoise.simulator.engine.SimulationResult;
import org.equipoise.simulator.engine.Stopping;
import org.equipoise.simulator.engine.summary.Estimate;
import org.equipoise.simulator.report.RunReport;
import org.equipoise.simulator.report.figure.Subject;
import org.equipoise.simulator.report.words.Digits;
import org.equipoise.simulator.report.words.MethodWords;
import org.equipoise.simulator.report.words.PlainText;
import org.equipoise.simulator.report.words.ScenarioWords;
import org.equipoise.simulator.scenario.Analysis;
import org.equipoise.simulator.scenario.Scenario;
import org.equipoise.simulator.scenario.TestPlan;

/** A run as a page of text: figures with their errors, the analytic figure beside each, and the gap between them. */
public final class RunText {
    private static final double NOISE = 2;

    private static final String[] COMPARED = {"", "simulated", "s.e.", "analytic", "gap", ""};

    /** Where fewer replicates reach the look, those that do are too select to stand beside an expectation over all. */
    private static final double COMPARABLE = 0.99;

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
            lines.addAll(LookTables.lines(report));
        }
        lines.add("");
        lines.addAll(spread().lines());
        lines.add("");
        if (!report.expected().isEmpty()) {
            lines.addAll(ExpectationText.lines(scenario, report.expected()));
            lines.add("");
        }
        lines.addAll(PlainText.wrapped(notes(), ""));
        return lines;
    }

    private List<String> heading() {
        List<String> lines = new ArrayList<>(PlainText.wrapped(ScenarioWords.title(scenario), "  "));
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
                : " · at " + ScenarioWords.look(scenario, 0) + ", "
                        + ScenarioWords.bound(scenario, report.bounds().comparison(0), 0);
    }

    private TextTable summary() {
        TextTable table = new TextTable("");
        boolean compared = result.looks().size() == 1 || hasAnalyticPower();
        table.row(compared ? COMPARED : new String[] {"", "simulated", "s.e."});
        for (ComparisonResult comparison : result.comparisons()) {
            String arm = result.comparisons().size() == 1 ? "" : ", " + ScenarioWords.arm(comparison.arm());
            compare(table, rejection() + arm, comparison.stopping().power(), power(comparison.arm()), 0);
            compareWithoutFutility(table, arm, comparison.stopping());
        }
        if (result.comparisons().size() > 1) {
            compare(table, rejection() + ", any arm", result.power(), OptionalDouble.empty(), 0);
        }
        boolean one = result.looks().size() == 1;
        LookResult first = result.looks().get(0);
        if (one && first.reached().value() < 1) {
            compare(table, "Share that reaches the look", first.reached(), none(), 0);
        }
        LookExpectation look = report.expectations().atLook(0);
        boolean told = one && look.isReached() && first.reached().value() >= COMPARABLE;
        String at = one ? " at the look" : " at the stop";
        compare(table, "Duration, " + units, result.duration().mean(), told ? some(look.calendarTime()) : none(), 2);
        compare(table, "Patients" + at, result.enrolled(), told ? some(look.enrolled()) : none(), 1);
        compare(table, "Events" + at, result.eventsAtStop(), told ? some(look.events()) : none(), 1);
        if (one) {
            first.eventsByArm().forEach((arm, events) -> {
                double expected = Objects.requireNonNull(look.eventsByArm().get(arm));
                compare(table, "  " + ScenarioWords.arm(arm), events, told ? some(expected) : none(), 2);
            });
        }
        compare(table, "Dropouts" + at, result.dropouts(), told ? some(look.dropouts()) : none(), 2);
        return table;
    }

    /** The error that bounds which do not bind keep at its level is that of a trial which overrules them. */
    private void compareWithoutFutility(TextTable table, String arm, Stopping stopping) {
        if (report.underNull() && stopping.powerWithoutFutility() != null) {
            compare(table, "  futility overruled" + arm, stopping.powerWithoutFutility(), none(), 0);
        }
    }

    private boolean hasAnalyticPower() {
        return result.comparisons().stream().anyMatch(each -> power(each.arm()).isPresent());
    }

    private String rejection() {
        return report.underNull() ? "Type I error" : "Power";
    }

    private OptionalDouble power(String arm) {
        return report.power().of(arm, AnalyticPower.SHOWN);
    }

    private static OptionalDouble some(double value) {
        return Double.isFinite(value) ? OptionalDouble.of(value) : none();
    }

    private static OptionalDouble none() {
        return OptionalDouble.empty();
    }

    /**
     * One figure: simulated, its error, the analytic one with as many digits, and the gap, where it is beyond noise.
     */
    private static void compare(TextTable table, String name, Estimate simulated, OptionalDouble analytic, int exact) {
        boolean random = Digits.error(simulated) > 0;
        int decimals = random ? Digits.decimals(Digits.error(simulated)) : wholeOr(simulated.value(), exact);
        String value = Digits.fixed(simulated.value(), decimals);
        String error = simulated.standardError() > 0 ? Digits.fixed(simulated.standardError(), decimals) : "";
        if (analytic.isEmpty()) {
            table.row(name, value, error);
            return;
        }
        double expected = analytic.getAsDouble();
        table.row(
                name,
                value,
                error,
                Digits.fixed(expected, random ? decimals : wholeOr(expected, exact)),
                random ? Digits.signed(simulated.value() - expected, decimals) : "",
                random ? verdict(simulated, expected) : "");
    }

    private static String verdict(Estimate simulated, double expected) {
        double errors = Math.abs(simulated.standardErrorsFrom(expected));
        if (Double.isNaN(errors)) {
            return simulated.low() <= expected && expected <= simulated.high() ? "within noise" : "outside 95 %";
        }
        return errors < NOISE ? "within noise" : Digits.fixed(errors, errors < 10 ? 1 : 0) + " s.e.";
    }

    private static int wholeOr(double value, int decimals) {
        return Math.abs(value - Math.rint(value)) < 1e-6 ? 0 : decimals;
    }

    private TextTable spread() {
        String statistic = Subject.statistic(result.scenario());
        TextTable table = new TextTable("").row("Between replicates", "mean", "sd", "5 %", "50 %", "95 %");
        for (LookResult look : result.looks()) {
            String at = result.looks().size() == 1 ? "" : " of look " + look.look();
            table.row(SpreadRow.of("Calendar time" + at + ", " + units, look.calendarTime()));
        }
        for (ComparisonResult comparison : result.comparisons()) {
            String arm = result.comparisons().size() == 1 ? "" : ", " + ScenarioWords.arm(comparison.arm());
            for (int k = 0; k < result.looks().size(); k++) {
                String at = result.looks().size() == 1 ? "" : ", look " + (k + 1);
                table.row(SpreadRow.of(statistic + arm + at, comparison.z().get(k)));
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
        if (result.looks().size() > 1) {
            addNotesOnLooks(notes);
        } else {
            notes.add(
                    "analytic: " + (hasAnalyticPower() ? how() + "; the other" : "") + " figures " + whatIsExpected());
            notes.add("Gaps of less than 2 s.e. are within noise.");
        }
        boolean estimates = result.comparisons().get(0).hazardRatio() != null;
        boolean largest = scenario.analysis().test().method() == TestPlan.Method.MAX_COMBO;
        notes.add((largest ? "Z is that of MaxCombo's one-sided p-value; above 0 it" : "Z above 0")
                + " favours the experimental arm"
                + (estimates ? "; hazard ratio by Cox, experimental over control." : "."));
        return String.join(" ", notes);
    }

    private String how() {
        return (report.underNull() ? "type I error " : "power ") + MethodWords.source(AnalyticPower.SHOWN, scenario);
    }

    private String whatIsExpected() {
        if (scenario.analysis().eventsAwaitedAt(0).isEmpty()) {
            return "at the calendar time at which the look is expected.";
        }
        return scenario.enrolment().process() == ArrivalProcess.EVEN
                ? "when the expected number of events reaches that of the look, which is not quite the mean time."
                : "are means when the events of the look have been seen.";
    }

    private void addNotesOnLooks(List<String> notes) {
        if (hasAnalyticPower()) {
            notes.add("analytic: " + how()
                    + ", over the looks with the bounds as planned. Gaps of less than 2 s.e. are within noise.");
        } else {
            notes.add("No formula tells the power of this design.");
        }
        String z = scenario.analysis().sides() == 2 ? "|Z|" : "Z";
        notes.add("A look rejects where " + z + " ≥ the first bound and stops for futility where " + z + " ≤ the second"
                + (boundsMove()
                        ? ", if it comes with the events planned; else its bounds are found from its own."
                        : "."));
    }

    /** Whether looks may come with other events than their bounds were planned for. */
    private boolean boundsMove() {
        Analysis analysis = scenario.analysis();
        return report.bounds().comparison(0).followsInformation()
                && IntStream.range(0, analysis.looks().size())
                        .anyMatch(k -> analysis.eventsAwaitedAt(k).isEmpty());
    }
}
