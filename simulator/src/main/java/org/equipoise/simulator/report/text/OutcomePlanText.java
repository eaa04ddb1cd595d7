package org.equipoise.simulator.report.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.equipoise.simulator.analytic.BoundPlan;
import org.equipoise.simulator.analytic.LookPlan;
import org.equipoise.simulator.analytic.OutcomeMethod;
import org.equipoise.simulator.analytic.OutcomePlan;
import org.equipoise.simulator.analytic.Sought;
import org.equipoise.simulator.analytic.UnderHypotheses;
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
        String title = scenario.title() == null ? "" : " · " + scenario.title();
        lines.addAll(PlainText.wrapped(scenario.trial() + title, "  "));
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
        lines.addAll(looks().lines());
        if (plan.looks().stream().anyMatch(look -> look.futility() != null)) {
            lines.add("");
            lines.addAll(futility().lines());
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
        TextTable table = new TextTable("");
        if (rounded != null) {
            table.row("", "found", "rounded");
        }
        figure(table, "Power", OutcomePlan::power, 4);
        figure(table, "Patients", OutcomePlan::patients, 2);
        figure(table, "Known outcomes at the last look", each -> each.last().events(), 2);
        figure(table, "Difference assumed", OutcomePlan::difference, 4);
        if (plan.looks().size() > 1) {
            underEach(table, "Expected patients", OutcomePlan::expectedPatients, 1);
            underEach(table, "Expected " + units, OutcomePlan::expectedDuration, 2);
            figure(table, "Inflation for the looks", OutcomePlan::inflation, 4);
            figure(table, "Type I error of the bounds", OutcomePlan::typeIError, 5);
        }
        return table;
    }

    private void figure(TextTable table, String name, ToDoubleFunction<OutcomePlan> of, int decimals) {
        if (rounded == null) {
            table.row(name, shown(of.applyAsDouble(plan), decimals));
        } else {
            table.row(name, shown(of.applyAsDouble(plan), decimals), shown(of.applyAsDouble(rounded), decimals));
        }
    }

    private void underEach(TextTable table, String name, Function<OutcomePlan, UnderHypotheses> of, int decimals) {
        String label = name + ", H0 / between / H1";
        if (rounded == null) {
            table.row(label, PlanText.each(of.apply(plan), decimals));
        } else {
            table.row(label, PlanText.each(of.apply(plan), decimals), PlanText.each(of.apply(rounded), decimals));
        }
    }

    /** Whole numbers of patients without decimals. */
    private static String shown(double value, int decimals) {
        boolean whole = Math.abs(value - Math.rint(value)) < 1e-9 * Math.abs(value) && Math.abs(value) >= 2;
        return Digits.fixed(value, whole ? 0 : decimals);
    }

    private TextTable looks() {
        boolean two = scenario.analysis().sides() == 2;
        TextTable table = new TextTable("")
                .row(
                        "Look",
                        "information",
                        ScenarioWords.unit(scenario),
                        "patients",
                        "outcomes",
                        two ? "|Z| ≥" : "Z ≥",
                        "p ≤",
                        "diff. ≥",
                        "α spent",
                        "power by then");
        for (LookPlan look : plan.looks()) {
            BoundPlan bound = look.efficacy();
            table.row(
                    Integer.toString(look.look()),
                    Digits.fixed(look.informationFraction(), 4),
                    Digits.fixed(look.calendarTime(), 2),
                    shown(look.patients(), 1),
                    shown(look.events(), 1),
                    bound == null ? "–" : Digits.fixed(bound.z(), 4),
                    bound == null ? "–" : p(bound.p()),
                    bound == null ? "–" : Digits.fixed(bound.estimate(), 4),
                    bound == null ? "–" : p(bound.spent()),
                    bound == null ? "–" : Digits.fixed(bound.crossH1(), 4));
        }
        return table;
    }

    private TextTable futility() {
        String z = scenario.analysis().sides() == 2 ? "|Z| ≤" : "Z ≤";
        TextTable table = new TextTable("").row("Futility", z, "p ≥", "diff. ≤", "stopped by then, H0", "H1");
        for (LookPlan look : plan.looks()) {
            BoundPlan bound = look.futility();
            if (bound != null) {
                table.row(
                        "Look " + look.look(),
                        Digits.fixed(bound.z(), 4),
                        p(bound.p()),
                        Digits.fixed(bound.estimate(), 4),
                        Digits.fixed(bound.crossH0(), 4),
                        Digits.fixed(bound.crossH1(), 4));
            }
        }
        return table;
    }

    private static String p(double value) {
        return value > 0 && value < 0.001 ? Digits.plain(value, 3) : Digits.fixed(value, 5);
    }

    private List<String> explanation(List<OutcomePlanReport.Explained> explained) {
        TextTable table = new TextTable("").row("Test", "power computed", "needed", "rounded up", "power");
        for (OutcomePlanReport.Explained each : explained) {
            boolean none = Double.isNaN(each.patients());
            table.row(
                    TestWords.name(each.test()),
                    source(each.method()),
                    none ? "–" : shown(each.patients(), 2),
                    none ? "–" : Long.toString((long) Math.ceil(each.patients() - 1e-9)),
                    Double.isNaN(each.power()) ? "–" : Digits.fixed(each.power(), 4));
        }
        List<String> text = new ArrayList<>(PlainText.wrapped(
                "Patients needed for power " + Digits.plain(scenario.analysis().targetPower())
                        + ", and power with " + shown((rounded == null ? plan : rounded).patients(), 2)
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
            notes.add("α spent and power add up over looks. α is counted "
                    + (plan.looks().stream().allMatch(look -> look.futility() == null)
                            ? "with these bounds"
                            : scenario.analysis().futility() != null
                                            && scenario.analysis().futility().binding()
                                    ? "with the futility bounds, which bind"
                                    : "without the futility bounds, which do not bind; power and expectations obey them")
                    + ".");
        }
        return String.join(" ", notes);
    }
}
