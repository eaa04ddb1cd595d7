package org.equipoise.simulator.report.text;

import java.util.ArrayList;
import java.util.List;
import org.equipoise.simulator.analytic.OutcomeMethod;
import org.equipoise.simulator.analytic.OutcomePlan;
import org.equipoise.simulator.analytic.Sought;
import org.equipoise.simulator.report.OutcomePlanReport;
import org.equipoise.simulator.report.words.Digits;
import org.equipoise.simulator.report.words.PlainText;
import org.equipoise.simulator.report.words.ScenarioWords;
import org.equipoise.simulator.report.words.TestWords;
import org.equipoise.simulator.scenario.Scenario;
import org.jspecify.annotations.Nullable;

/** A plan of a trial with a binary or continuous endpoint as a page of text. */
public final class OutcomePlanText {
    private final OutcomePlanReport report;
    private final OutcomePlan plan;
    private final @Nullable OutcomePlan rounded;
    private final Scenario scenario;
    private final List<String> lines = new ArrayList<>();

    private OutcomePlanText(OutcomePlanReport report) {
        this.report = report;
        plan = report.plan();
        rounded = report.rounded();
        scenario = plan.scenario();
    }

    /** The lines of the page. */
    public static List<String> lines(OutcomePlanReport report) {
        OutcomePlanText text = new OutcomePlanText(report);
        text.write();
        return text.lines;
    }

    private void write() {
        lines.addAll(PlainText.wrapped(ScenarioWords.title(scenario), "  "));
        String asked = plan.sought() == Sought.POWER
                ? "power"
                : "patients for power " + Digits.plain(scenario.analysis().targetPower());
        lines.addAll(PlainText.wrapped(
                PlainText.atMost(40, scenario.testedEndpoint()) + " · " + ScenarioWords.test(scenario) + " · " + asked
                        + " " + source(plan.method()),
                "  "));
        lines.add("");
        lines.addAll(figures().lines());
        lines.add("");
        PlannedLooks looks = new PlannedLooks(scenario, plan.looks());
        lines.addAll(looks.efficacy("Look").lines());
        if (looks.haveFutility()) {
            lines.add("");
            lines.addAll(looks.futility().lines());
        }
        if (report.explanation() != null) {
            lines.add("");
            lines.addAll(explanation(report.explanation()));
        }
        lines.add("");
        lines.addAll(PlainText.wrapped(notes(), ""));
        if (!report.overrides().isEmpty()) {
            lines.add("");
            lines.add("Rounded, as a scenario:");
            report.overrides().forEach(each -> lines.addAll(PlainText.wrapped("  --set '" + each + "'", "    ")));
        }
    }

    /** How it computes power. */
    static String source(OutcomeMethod method) {
        return switch (method) {
            case NORMAL -> "by the normal approximation";
            case EXACT -> "exactly, over all tables";
            case NONCENTRAL_T -> "by the noncentral t distribution";
        };
    }

    private TextTable figures() {
        String units = ScenarioWords.units(scenario);
        FoundFigures<OutcomePlan> figures = new FoundFigures<>(plan, rounded);
        figures.row("Power", OutcomePlan::power, 4);
        figures.row("Patients", OutcomePlan::patients, 2);
        figures.row("Known outcomes at the last look", each -> each.last().events(), 2);
        figures.row("Difference assumed", OutcomePlan::difference, 4);
        if (plan.looks().size() > 1) {
            figures.underEach("Expected patients", OutcomePlan::expectedPatients, 1);
            figures.underEach("Expected " + units, OutcomePlan::expectedDuration, 2);
            figures.row("Inflation for the looks", OutcomePlan::inflation, 4);
            figures.row("Type I error of the bounds", OutcomePlan::typeIError, 5);
        }
        return figures.table();
    }

    private List<String> explanation(List<OutcomePlanReport.Explained> explained) {
        TextTable table = new TextTable("").row("Test", "power computed", "needed", "rounded up", "power");
        for (OutcomePlanReport.Explained each : explained) {
            boolean none = Double.isNaN(each.patients());
            table.row(
                    TestWords.name(each.test()),
                    source(each.method()),
                    none ? "–" : Digits.wholeOrFixed(each.patients(), 2),
                    none ? "–" : Long.toString((long) Math.ceil(each.patients() - 1e-9)),
                    Double.isNaN(each.power()) ? "–" : Digits.fixed(each.power(), 4));
        }
        List<String> text = new ArrayList<>(PlainText.wrapped(
                "Patients needed for power " + Digits.plain(scenario.analysis().targetPower())
                        + ", and power with " + Digits.wholeOrFixed((rounded == null ? plan : rounded).patients(), 2)
                        + " patients, by each test of the endpoint",
                ""));
        text.addAll(table.lines());
        return text;
    }

    private String notes() {
        List<String> notes = new ArrayList<>(List.of("Nothing was simulated."));
        notes.add(
                "Difference, diff.: experimental minus control, above 0 in favour of the experimental arm; beside a bound, the"
                        + " estimate at which Z is about there.");
        if (!scenario.dropout().isEmpty()) {
            notes.add("Patients who drop out before their outcome is known have none, and are not in the analysis.");
        }
        if (plan.method() == OutcomeMethod.EXACT) {
            notes.add("Exact power goes up and down as patients are added: the number found is the smallest that gives"
                    + " the power, and a few more can give less.");
        }
        if (plan.looks().size() > 1) {
            notes.add(new PlannedLooks(scenario, plan.looks()).countingOfAlpha());
        }
        return String.join(" ", notes);
    }
}
