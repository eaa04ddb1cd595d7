package org.equipoise.simulator.report.rcode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.equipoise.core.distribution.EventTimeDistribution;
import org.equipoise.core.planning.fixed.PowerMethod;
import org.equipoise.simulator.scenario.Bounds;
import org.equipoise.simulator.scenario.Efficacy;
import org.equipoise.simulator.scenario.EnrolmentPlan;
import org.equipoise.simulator.scenario.Futility;
import org.equipoise.simulator.scenario.RatePiece;
import org.equipoise.simulator.scenario.Scenario;
import org.equipoise.simulator.scenario.Stratum;
import org.equipoise.simulator.scenario.TestPlan;
import org.jspecify.annotations.Nullable;

/**
 * Power and expected events at the expected times of the looks, in lrstat: for any hazards, taken as constant between
 * times, looks of any kind, and one comparison of several. Argument names are those of version 0.3.
 */
final class LrstatCode {
    /** What lrstat takes as no futility bound. */
    private static final double NONE = -8;

    private final Planned planned;
    private final Scenario scenario;
    private final double end;

    private LrstatCode(Planned planned) {
        this.planned = planned;
        scenario = planned.scenario();
        end = planned.times()[planned.looks() - 1];
    }

    /** Whether the hazard ratio says all that the test sees. */
    private boolean isProportional() {
        return planned.isUnweighted()
                && planned.hazardRatio().isPresent()
                && (scenario.strata() == null || isStratified() && isAlikeWithin());
    }

    private boolean isStratified() {
        return planned.analysis().test().isStratified();
    }

    /** Whether patients of an arm are alike within the strata of the randomisation. */
    private boolean isAlikeWithin() {
        return scenario.randomisationStrata().size() == scenario.allStrata().size();
    }

    /** Whether lrstat knows the test; looks of one with weights it places by the information of the statistic. */
    static boolean knowsTest(Planned planned) {
        return planned.isUnweighted()
                || planned.looks() == 1 && planned.analysis().test().method() == TestPlan.Method.FLEMING_HARRINGTON;
    }

    /** Whether all looks are expected to take place, one after the other. */
    static boolean fits(Planned planned) {
        double before = 0;
        for (double time : planned.times()) {
            if (!(time > before && time < Double.POSITIVE_INFINITY)) {
                return false;
            }
            before = time;
        }
        return true;
    }

    static String of(Planned planned) {
        return new LrstatCode(planned).code();
    }

    private String code() {
        boolean proportional = isProportional();
        StepHazards steps = steps();
        RCall call = new RCall("lrpower").with("kMax", planned.looks());
        bounds(call);
        call.with("hazardRatioH0", planned.hazardRatioH0()).with("allocationRatioPlanned", planned.allocationRatio());
        enrolment(call);
        hazards(call, steps);
        double enrolled = Math.min(scenario.enrolment().enrolment().duration(), end);
        call.with("accrualDuration", enrolled).with("followupTime", end - enrolled);
        TestPlan test = planned.analysis().test();
        if (test.method() == TestPlan.Method.FLEMING_HARRINGTON) {
            call.with("rho1", Objects.requireNonNull(test.rho())).with("rho2", Objects.requireNonNull(test.gamma()));
        }
        if (!proportional) {
            call.with("typeOfComputation", "\"direct\"");
        }
        StringBuilder code = new StringBuilder(RText.comment(head(steps)));
        code.append("library(lrstat)\n\n").append(call.assignedTo("power"));
        code.append("power$overallResults$overallReject   # Equipoise: ")
                .append(
                        proportional
                                ? planned.found(PowerMethod.SCHOENFELD, "Schoenfeld 1981")
                                : planned.found(PowerMethod.FIRST_ORDER, "first order"))
                .append(", ")
                .append(planned.found(PowerMethod.SECOND_ORDER, "second order"))
                .append('\n');
        if (scenario.arms().size() == 2) {
            code.append("power$byStageResults$numberOfEvents  # Equipoise: ")
                    .append(RText.shown(planned.events(), 1))
                    .append(
                            scenario.enrolment().arrivals() == EnrolmentPlan.Arrivals.EVEN
                                    ? "\n"
                                    : ", with random arrivals\n");
        }
        return code.append("power$byStageResults$analysisTime    # Equipoise: ")
                .append(RText.shown(planned.times(), 2))
                .append('\n')
                .toString();
    }

    private String head(StepHazards steps) {
        List<String> sentences = new ArrayList<>();
        sentences.add("Power and expected events by lrstat (arguments as in version 0.3), at the times at which the"
                + " looks are expected.");
        if (!steps.isExact()) {
            sentences.add("lrstat knows constant hazards between times: other models are taken in "
                    + steps.starts().length + " steps that keep their survival at each step.");
        }
        if (scenario.strata() != null && !isStratified()) {
            sentences.add("The test is not stratified: survival is that of all strata together.");
        }
        if (scenario.arms().size() > 2) {
            sentences.add("lrstat knows two arms: the others take their share of the patients, and events are those of"
                    + " these two arms.");
        }
        if (planned.twoSided()) {
            sentences.add("lrstat tests one side: the power is that in favour of the experimental arm.");
        }
        if (planned.twoSided() && planned.hasFutility()) {
            sentences.add("Futility bounds of a two-sided test are not repeated.");
        }
        if (!isProportional()) {
            sentences.add("Its direct computation takes the mean of the log-rank statistic to first order.");
        }
        sentences.add("Not repeated: the second-order figure"
                + (isSpent() || planned.looks() == 1
                        ? "."
                        : ", and how the bounds are found, where they are not given."));
        return String.join(" ", sentences);
    }

    private boolean isSpent() {
        Futility futility = planned.analysis().futility();
        return planned.analysis().efficacy() instanceof Efficacy.BySpending
                && (futility == null || !futility.binding())
                && planned.looks() > 1;
    }

    private void bounds(RCall call) {
        double[] events = planned.events();
        if (planned.looks() > 1) {
            call.with("informationRates", RText.vector(events) + " / " + RText.number(events[events.length - 1]));
        }
        String level = RText.number(planned.alpha()) + (planned.twoSided() ? " / 2" : "");
        if (planned.looks() == 1 && planned.analysis().efficacy() == null) {
            call.with("criticalValues", "qnorm(1 - " + level + ")");
        } else if (isSpent()) {
            spending(call.with("alpha", level), (Efficacy.BySpending)
                    Objects.requireNonNull(planned.analysis().efficacy()));
        } else {
            call.with(
                    "criticalValues",
                    Arrays.stream(planned.efficacy())
                            .map(bound -> Math.min(bound, -NONE))
                            .toArray());
        }
        if (planned.hasFutility() && !planned.twoSided() && planned.looks() > 1) {
            call.with(
                    "futilityBounds",
                    Arrays.stream(planned.futility(), 0, planned.looks() - 1)
                            .map(bound -> Math.max(bound, NONE))
                            .toArray());
        }
    }

    private void spending(RCall call, Efficacy.BySpending by) {
        call.with(
                "typeAlphaSpending",
                switch (by.spending()) {
                    case OBRIEN_FLEMING -> "\"sfOF\"";
                    case POCOCK -> "\"sfP\"";
                    case HWANG_SHIH_DE_CANI -> "\"sfHSD\"";
                    case POWER -> "\"sfKD\"";
                    case VALUES -> "\"user\"";
                });
        Double parameter = by.gamma() != null ? by.gamma() : by.rho();
        if (parameter != null) {
            call.with("parameterAlphaSpending", parameter);
        }
        if (by.isByCalendarTime()) {
            call.with("spendingTime", planned.spendingTimes());
        }
        if (by.spending() == Bounds.Spent.Function.VALUES) {
            call.with(
                    "userAlphaSpending",
                    Objects.requireNonNull(by.cumulative()).stream()
                            .mapToDouble(value -> value / planned.analysis().sides())
                            .toArray());
        }
    }

    private void enrolment(RCall call) {
        EnrolmentPlan plan = scenario.enrolment();
        String share = planned.share() == 1 ? "" : " * " + RText.number(planned.share());
        if (plan.rates() == null) {
            call.with("accrualTime", 0)
                    .with(
                            "accrualIntensity",
                            plan.patients() + " / " + RText.number(Objects.requireNonNull(plan.duration())) + share);
        } else {
            call.with(
                            "accrualTime",
                            plan.rates().stream().mapToDouble(RatePiece::from).toArray())
                    .with(
                            "accrualIntensity",
                            RText.vector(plan.rates().stream()
                                            .mapToDouble(RatePiece::rate)
                                            .toArray())
                                    + share);
        }
    }

    private StepHazards steps() {
        List<@Nullable EventTimeDistribution> all = new ArrayList<>();
        for (String arm : List.of(planned.arm(), scenario.controlArm())) {
            all.addAll(eventTimes(arm));
            all.add(scenario.dropoutTime(arm));
        }
        return StepHazards.of(all, end);
    }

    /** Of each stratum that the test compares. */
    private List<EventTimeDistribution> eventTimes(String arm) {
        return isStratified()
                ? scenario.randomisationStrata().stream()
                        .map(stratum -> scenario.eventTime(arm, stratum))
                        .toList()
                : List.of(scenario.eventTime(arm));
    }

    /** Stratum by stratum the hazards of all steps. */
    private double[] hazards(String arm, StepHazards steps) {
        return eventTimes(arm).stream()
                .flatMapToDouble(distribution -> Arrays.stream(steps.of(distribution)))
                .toArray();
    }

    private void hazards(RCall call, StepHazards steps) {
        if (steps.starts().length > 1) {
            call.with("piecewiseSurvivalTime", steps.starts());
        }
        if (isStratified()) {
            call.with(
                    "stratumFraction",
                    scenario.randomisationStrata().stream()
                            .mapToDouble(Stratum::prevalence)
                            .toArray());
        }
        call.with("lambda1", hazards(planned.arm(), steps)).with("lambda2", hazards(scenario.controlArm(), steps));
        dropout(call, "gamma1", steps.of(scenario.dropoutTime(planned.arm())));
        dropout(call, "gamma2", steps.of(scenario.dropoutTime(scenario.controlArm())));
    }

    private static void dropout(RCall call, String name, double[] hazards) {
        if (Arrays.stream(hazards).anyMatch(hazard -> hazard > 0)) {
            call.with(name, hazards);
        }
    }
}
