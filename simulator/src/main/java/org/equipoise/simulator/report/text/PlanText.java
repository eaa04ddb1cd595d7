package org.equipoise.simulator.report.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.equipoise.simulator.analytic.ComparisonPlan;
import org.equipoise.simulator.analytic.JointLook;
import org.equipoise.simulator.analytic.LookPlan;
import org.equipoise.simulator.analytic.Rejection;
import org.equipoise.simulator.analytic.Sought;
import org.equipoise.simulator.analytic.TrialPlan;
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
        lines.addAll(PlainText.wrapped(ScenarioWords.title(scenario), "  "));
        lines.addAll(PlainText.wrapped(question(), "  "));
        lines.add("");
        lines.addAll(figures().lines());
        if (plan.joint().size() > 1) {
            lines.add("");
            lines.addAll(joint().lines());
        }
        for (ComparisonPlan comparison : plan.comparisons()) {
            PlannedLooks looks = new PlannedLooks(scenario, comparison.looks());
            lines.add("");
            lines.addAll(looks.efficacy(plan.hasSeveralArms() ? ScenarioWords.arm(comparison.arm()) : "Look")
                    .lines());
            if (looks.haveFutility()) {
                lines.add("");
                lines.addAll(looks.futility().lines());
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
        FoundFigures<TrialPlan> figures = new FoundFigures<>(plan, rounded);
        perComparison(figures, "Power", ComparisonPlan::power);
        if (plan.hasSeveralArms()) {
            figures.row("Power, any arm", TrialPlan::power, 4);
            figures.row("Power, all arms", TrialPlan::powerOfAll, 4);
        }
        figures.row("Patients", TrialPlan::patients, 2);
        figures.row("Events at the last look", each -> each.last().events(), 3);
        perComparison(figures, "Hazard ratio", ComparisonPlan::hazardRatio);
        figures.row("Enrolment, " + units, TrialPlan::enrolmentDuration, 2);
        figures.row("Follow-up after it, " + units, TrialPlan::followUp, 2);
        if (plan.looks().size() > 1) {
            figures.underEach("Expected events", TrialPlan::expectedEvents, 1);
            figures.underEach("Expected patients", TrialPlan::expectedPatients, 1);
            figures.underEach("Expected " + units, TrialPlan::expectedDuration, 2);
            if (!plan.hasSeveralArms()) {
                figures.row("Inflation for the looks", TrialPlan::inflation, 4);
                figures.row("Type I error of the bounds", TrialPlan::typeIError, 5);
            }
        }
        if (plan.hasSeveralArms()) {
            figures.row("Type I error, any arm", TrialPlan::typeIError, 4);
        }
        return figures.table();
    }

    private void perComparison(FoundFigures<TrialPlan> figures, String name, ToDoubleFunction<ComparisonPlan> of) {
        for (int h = 0; h < plan.comparisons().size(); h++) {
            int comparison = h;
            String arm = plan.hasSeveralArms()
                    ? ", " + ScenarioWords.arm(plan.comparisons().get(h).arm())
                    : "";
            figures.row(name + arm, each -> of.applyAsDouble(each.comparisons().get(comparison)), 4);
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
                    Digits.wholeOrFixed(look.patients(), 1),
                    Digits.wholeOrFixed(look.events(), 2),
                    Digits.fixed(joint.any(), 4),
                    Digits.fixed(joint.all(), 4),
                    Digits.fixed(joint.decided(), 4));
        }
        return table;
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
            notes.add(new PlannedLooks(scenario, plan.comparisons().get(0).looks()).countingOfAlpha());
        }
        return String.join(" ", notes);
    }
}
