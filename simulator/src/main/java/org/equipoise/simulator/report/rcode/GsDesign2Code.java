package org.equipoise.simulator.report.rcode;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.equipoise.core.distribution.EventTimeDistribution;
import org.equipoise.core.distribution.Exponential;
import org.equipoise.core.planning.fixed.PowerMethod;
import org.equipoise.simulator.scenario.EnrolmentPlan;
import org.equipoise.simulator.scenario.RatePiece;
import org.equipoise.simulator.scenario.Scenario;
import org.equipoise.simulator.scenario.TestPlan;
import org.jspecify.annotations.Nullable;

/**
 * Power of a comparison of restricted means, or of shares without event, at the expected time of a single analysis, in
 * gsDesign2. Argument names are those of version 1.1. Its power of modest weights is 0.02 too high, and is left out.
 */
final class GsDesign2Code {
    private final Planned planned;
    private final Scenario scenario;
    private final double end;

    private GsDesign2Code(Planned planned) {
        this.planned = planned;
        scenario = planned.scenario();
        end = planned.times()[0];
    }

    /** Whether gsDesign2 can express the trial: one one-sided analysis, and the same constant dropout in both arms. */
    static boolean fits(Planned planned) {
        Scenario scenario = planned.scenario();
        EventTimeDistribution dropout = scenario.dropoutTime(planned.arm());
        return !function(planned.analysis().test()).isEmpty()
                && planned.looks() == 1
                && planned.analysis().efficacy() == null
                && !planned.twoSided()
                && planned.hazardRatioH0() == 1
                && (dropout == null || dropout instanceof Exponential)
                && dropoutRate(dropout) == dropoutRate(scenario.dropoutTime(scenario.controlArm()))
                && LrstatCode.fits(planned);
    }

    private static String function(TestPlan test) {
        return switch (test.method()) {
            case RMST -> "fixed_design_rmst";
            case MAX_COMBO -> test.isStratified() ? "" : "fixed_design_maxcombo";
            case MILESTONE -> test.scale() == TestPlan.Scale.LOG_LOG ? "" : "fixed_design_milestone";
            default -> "";
        };
    }

    private static double dropoutRate(@Nullable EventTimeDistribution dropout) {
        return dropout == null ? 0 : dropout.hazard(0);
    }

    static String of(Planned planned) {
        return new GsDesign2Code(planned).code();
    }

    private String code() {
        TestPlan test = planned.analysis().test();
        StepHazards steps = StepHazards.of(
                List.of(scenario.eventTime(planned.arm()), scenario.eventTime(scenario.controlArm())), end);
        RCall call = new RCall(function(test))
                .with("alpha", planned.alpha())
                .with("ratio", planned.allocationRatio())
                .with("enroll_rate", "enrolment")
                .with("fail_rate", "hazards")
                .with("study_duration", end);
        return RText.comment(head(steps))
                + "library(gsDesign2)\n\n"
                + enrolment().assignedTo("enrolment")
                + "\n"
                + hazards(steps).assignedTo("hazards")
                + "\n"
                + withOptions(call, test).assignedTo("design")
                + "design$analysis$power   # Equipoise: "
                + planned.found(PowerMethod.SECOND_ORDER, "second order")
                + "; compare the simulated power\n";
    }

    private static RCall withOptions(RCall call, TestPlan test) {
        if (test.method() != TestPlan.Method.MAX_COMBO) {
            return call.with(
                    "tau", Objects.requireNonNull(test.method() == TestPlan.Method.MILESTONE ? test.at() : test.tau()));
        }
        List<List<Double>> weights = Objects.requireNonNull(test.weights());
        double[] untilTheEnd = new double[weights.size()];
        Arrays.fill(untilTheEnd, -1);
        return call.with("rho", exponents(weights, 0))
                .with("gamma", exponents(weights, 1))
                .with("tau", untilTheEnd);
    }

    private static double[] exponents(List<List<Double>> weights, int which) {
        return weights.stream().mapToDouble(pair -> pair.get(which)).toArray();
    }

    private String head(StepHazards steps) {
        return "Power at the time at which the analysis is expected, by gsDesign2 (arguments as in version 1.1)."
                + (steps.isExact()
                        ? ""
                        : " gsDesign2 knows constant hazards between times: other models are taken in "
                                + steps.starts().length + " steps that keep their survival at each step.")
                + (scenario.arms().size() > 2
                        ? " gsDesign2 knows two arms: the others take their share of the patients."
                        : "");
    }

    private RCall enrolment() {
        EnrolmentPlan plan = scenario.enrolment();
        double all = Math.min(plan.enrolment().duration(), end);
        String share = planned.share() == 1 ? "" : " * " + RText.number(planned.share());
        RCall call = new RCall("define_enroll_rate");
        if (plan.rates() == null) {
            return call.with("duration", all)
                    .with(
                            "rate",
                            plan.patients() + " / " + RText.number(Objects.requireNonNull(plan.duration())) + share);
        }
        List<RatePiece> pieces =
                plan.rates().stream().filter(piece -> piece.from() < all).toList();
        double[] durations = new double[pieces.size()];
        for (int i = 0; i < durations.length; i++) {
            durations[i] = (i + 1 < durations.length ? pieces.get(i + 1).from() : all)
                    - pieces.get(i).from();
        }
        return call.with("duration", durations)
                .with(
                        "rate",
                        RText.vector(pieces.stream()
                                        .mapToDouble(RatePiece::rate)
                                        .toArray())
                                + share);
    }

    private RCall hazards(StepHazards steps) {
        double[] starts = steps.starts();
        double[] control = steps.of(scenario.eventTime(scenario.controlArm()));
        double[] ratio = steps.of(scenario.eventTime(planned.arm()));
        Arrays.setAll(ratio, i -> ratio[i] / control[i]);
        StringBuilder durations = new StringBuilder();
        for (int i = 1; i < starts.length; i++) {
            durations.append(RText.number(starts[i] - starts[i - 1])).append(", ");
        }
        return new RCall("define_fail_rate")
                .with("duration", starts.length == 1 ? "Inf" : "c(" + durations + "Inf)")
                .with("fail_rate", control)
                .with("dropout_rate", dropoutRate(scenario.dropoutTime(scenario.controlArm())))
                .with("hr", ratio);
    }
}
