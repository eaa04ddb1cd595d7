package org.equipoise.simulator.report.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.equipoise.simulator.analytic.BoundPlan;
import org.equipoise.simulator.analytic.ComparisonPlan;
import org.equipoise.simulator.analytic.JointLook;
import org.equipoise.simulator.analytic.LookPlan;
import org.equipoise.simulator.analytic.Rejection;
import org.equipoise.simulator.analytic.Sought;
import org.equipoise.simulator.analytic.TrialPlan;
import org.equipoise.simulator.analytic.UnderHypotheses;
import org.equipoise.simulator.report.PlanReport;
import org.equipoise.simulator.report.words.Digits;
import org.equipoise.simulator.report.words.MethodWords;
import org.equipoise.simulator.report.words.PlainText;
import org.equipoise.simulator.report.words.ScenarioWords;
import org.equipoise.simulator.scenario.Scenario;
import org.jspecify.annotations.Nullable;

/** A plan as a page of text. */
public final class PlanText {
    private final PlanReport report;
    private final TrialPlan plan;
    private final @Nullable TrialPlan rounded;
    private final Scenario scenario;
    private final List<String> lines = new ArrayList<>();

    private PlanText(PlanReport report) {
        this.report = report;
        plan = report.plan();
        rounded = report.rounded();
        scenario = plan.scenario();
    }

    /** The lines of the page. */
    public static List<String> lines(PlanReport report) {
        PlanText text = new PlanText(report);
        text.write();
        return text.lines;
    }

    private void write() {
        String title = scenario.title() == null ? "" : " · " + scenario.title();
        lines.addAll(PlainText.wrapped(scenario.trial() + title, "  "));
        lines.addAll(PlainText.wrapped(question(), "  "));
        lines.add("");
        lines.addAll(figures().lines());
        if (plan.joint().size() > 1) {
            lines.add("");
            lines.addAll(joint().lines());
        }
        for (ComparisonPlan comparison : plan.comparisons()) {
            lines.add("");
            lines.addAll(looks(comparison).lines());
            if (comparison.looks().stream().anyMatch(look -> look.futility() != null)) {
                lines.add("");
                lines.addAll(futility(comparison).lines());
            }
        }
        if (report.explanation() != null) {
            lines.add("");
            lines.addAll(ExplanationText.lines(report));
        }
        lines.add("");
        lines.addAll(PlainText.wrapped(notes(), ""));
        if (!report.overrides().isEmpty()) {
            lines.add("");
            lines.add("Rounded, as a scenario:");
            report.overrides().forEach(each -> lines.addAll(PlainText.wrapped("  --set '" + each + "'", "    ")));
        }
    }

    private String question() {
        return PlainText.atMost(40, scenario.testedEndpoint()) + " · " + ScenarioWords.test(scenario) + " · "
                + (plan.sought() == Sought.POWER
                        ? "power"
                        : asked() + " for power "
                                + Digits.plain(scenario.analysis().targetPower())
                                + (plan.hasSeveralArms() ? " of rejecting " + rejection(plan) : ""))
                + " " + MethodWords.source(plan.method(), scenario);
    }

    /** Whose null hypotheses are rejected. */
    static String rejection(TrialPlan plan) {
        int comparison = plan.rejection().comparison();
        return comparison >= 0
                ? ScenarioWords.arm(plan.comparisons().get(comparison).arm())
                : plan.rejection().name() + (plan.rejection().equals(Rejection.ANY) ? " arm" : " arms");
    }

    private String asked() {
        return switch (plan.sought()) {
            case POWER -> "power";
            case EVENTS -> "events";
            case PATIENTS -> "patients";
            case FOLLOW_UP -> "follow-up";
            case ENROLMENT_DURATION -> "duration of enrolment";
            case HAZARD_RATIO -> "hazard ratio";
        };
    }

    private TextTable figures() {
        String units = ScenarioWords.units(scenario);
        TextTable table = new TextTable("");
        if (rounded != null) {
            table.row("", "found", "rounded");
        }
        perComparison(table, "Power", ComparisonPlan::power);
        if (plan.hasSeveralArms()) {
            figure(table, "Power, any arm", TrialPlan::power, 4);
            figure(table, "Power, all arms", TrialPlan::powerOfAll, 4);
        }
        figure(table, "Patients", TrialPlan::patients, 2);
        figure(table, "Events at the last look", each -> each.last().events(), 3);
        perComparison(table, "Hazard ratio", ComparisonPlan::hazardRatio);
        figure(table, "Enrolment, " + units, TrialPlan::enrolmentDuration, 2);
        figure(table, "Follow-up after it, " + units, TrialPlan::followUp, 2);
        if (plan.looks().size() > 1) {
            underEach(table, "Expected events", TrialPlan::expectedEvents, 1);
            underEach(table, "Expected patients", TrialPlan::expectedPatients, 1);
            underEach(table, "Expected " + units, TrialPlan::expectedDuration, 2);
            if (!plan.hasSeveralArms()) {
                figure(table, "Inflation for the looks", TrialPlan::inflation, 4);
                figure(table, "Type I error of the bounds", TrialPlan::typeIError, 5);
            }
        }
        if (plan.hasSeveralArms()) {
            figure(table, "Type I error, any arm", TrialPlan::typeIError, 4);
        }
        return table;
    }

    private void underEach(TextTable table, String name, Function<TrialPlan, UnderHypotheses> of, int decimals) {
        String label = name + ", H0 / between / H1";
        if (rounded == null) {
            table.row(label, each(of.apply(plan), decimals));
        } else {
            table.row(label, each(of.apply(plan), decimals), each(of.apply(rounded), decimals));
        }
    }

    static String each(UnderHypotheses figure, int decimals) {
        return Digits.fixed(figure.h0(), decimals) + " / " + Digits.fixed(figure.between(), decimals) + " / "
                + Digits.fixed(figure.h1(), decimals);
    }

    private void perComparison(TextTable table, String name, ToDoubleFunction<ComparisonPlan> of) {
        for (int h = 0; h < plan.comparisons().size(); h++) {
            int comparison = h;
            String arm = plan.hasSeveralArms()
                    ? ", " + ScenarioWords.arm(plan.comparisons().get(h).arm())
                    : "";
            figure(
                    table,
                    name + arm,
                    each -> of.applyAsDouble(each.comparisons().get(comparison)),
                    4);
        }
    }

    private TextTable joint() {
        TextTable table = new TextTable("")
                .row(
                        "Look",
                        "information",
                        ScenarioWords.unit(scenario),
                        "patients",
                        "events",
                        "any rejected by then",
                        "all",
                        "trial ended");
        for (int k = 0; k < plan.joint().size(); k++) {
            LookPlan look = plan.looks().get(k);
            JointLook joint = plan.joint().get(k);
            table.row(
                    Integer.toString(look.look()),
                    Digits.fixed(look.informationFraction(), 4),
                    Digits.fixed(look.calendarTime(), 2),
                    shown(look.patients(), 1),
                    shown(look.events(), 2),
                    Digits.fixed(joint.any(), 4),
                    Digits.fixed(joint.all(), 4),
                    Digits.fixed(joint.decided(), 4));
        }
        return table;
    }

    private void figure(TextTable table, String name, ToDoubleFunction<TrialPlan> of, int decimals) {
        if (rounded == null) {
            table.row(name, shown(of.applyAsDouble(plan), decimals));
        } else {
            table.row(name, shown(of.applyAsDouble(plan), decimals), shown(of.applyAsDouble(rounded), decimals));
        }
    }

    /** Whole numbers without decimals: patients and events that were given. */
    private static String shown(double value, int decimals) {
        boolean whole = Math.abs(value - Math.rint(value)) < 1e-9 * Math.abs(value) && Math.abs(value) >= 2;
        return Digits.fixed(value, whole ? 0 : decimals);
    }

    private TextTable looks(ComparisonPlan comparison) {
        boolean two = scenario.analysis().sides() == 2;
        TextTable table = new TextTable("")
                .row(
                        plan.hasSeveralArms() ? ScenarioWords.arm(comparison.arm()) : "Look",
                        "information",
                        ScenarioWords.unit(scenario),
                        "patients",
                        "events",
                        two ? "|Z| ≥" : "Z ≥",
                        "p ≤",
                        "HR ≤",
                        "α spent",
                        "power by then");
        for (LookPlan look : comparison.looks()) {
            BoundPlan bound = look.efficacy();
            table.row(
                    Integer.toString(look.look()),
                    Digits.fixed(look.informationFraction(), 4),
                    Digits.fixed(look.calendarTime(), 2),
                    shown(look.patients(), 1),
                    shown(look.events(), 2),
                    bound == null ? "–" : Digits.fixed(bound.z(), 4),
                    bound == null ? "–" : p(bound.p()),
                    bound == null ? "–" : Digits.fixed(bound.estimate(), 4),
                    bound == null ? "–" : p(bound.spent()),
                    bound == null ? "–" : Digits.fixed(bound.crossH1(), 4));
        }
        return table;
    }

    private TextTable futility(ComparisonPlan comparison) {
        String z = scenario.analysis().sides() == 2 ? "|Z| ≤" : "Z ≤";
        TextTable table = new TextTable("").row("Futility", z, "p ≥", "HR ≥", "stopped by then, H0", "H1");
        for (LookPlan look : comparison.looks()) {
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

    private String notes() {
        List<String> notes = new ArrayList<>();
        notes.add(
                report.explanation() == null
                        ? "Nothing was simulated."
                        : "Only the line Simulated comes from a simulation; gaps are from it, and ± is its Monte Carlo"
                                + " standard error."
                                + (scenario.analysis().test().isOfHazards()
                                        ? " gsDesign takes Lachin-Foulkes when nothing is said, rpact and lrstat"
                                                + " Schoenfeld, East rounds that up, gsDesign2 takes the average hazard"
                                                + " ratio."
                                        : " lrstat, npsurvSS and gsDesign2 take what is here called first order."));
        notes.add(
                "Times and numbers of patients are expectations. HR: hazard ratio, experimental over control, at which Z"
                        + " is about at the bound.");
        if (plan.hasSeveralArms()) {
            notes.add("Each arm is compared with the control at the full level; below its name are the patients and"
                    + " events of these two arms. Looks count the events of all arms, and the trial ends when every"
                    + " comparison is decided.");
        }
        if (plan.looks().size() > 1) {
            notes.add("Between: half the logarithm of every hazard ratio.");
            notes.add("α spent and power add up over looks. α is counted "
                    + (plan.comparisons().get(0).looks().stream().allMatch(look -> look.futility() == null)
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
