package org.equipoise.simulator.report.rcode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.equipoise.core.distribution.EventTimeDistribution;
import org.equipoise.core.distribution.Exponential;
import org.equipoise.core.distribution.Weibull;
import org.equipoise.core.planning.fixed.PowerMethod;
import org.equipoise.simulator.scenario.Bounds;
import org.equipoise.simulator.scenario.DropoutModel;
import org.equipoise.simulator.scenario.Efficacy;
import org.equipoise.simulator.scenario.EnrolmentPlan;
import org.equipoise.simulator.scenario.EventModel;
import org.equipoise.simulator.scenario.Futility;
import org.equipoise.simulator.scenario.RatePiece;
import org.equipoise.simulator.scenario.Scenario;
import org.jspecify.annotations.Nullable;

/**
 * Bounds, power by Schoenfeld's formula and expected times in rpact: for two arms, a constant hazard ratio and looks
 * that wait for events. Argument names are those of version 4.5.
 */
final class RpactCode {
    /** What rpact takes as no futility bound. */
    private static final double NONE = -6;

    private final Planned planned;
    private final Scenario scenario;

    private RpactCode(Planned planned) {
        this.planned = planned;
        scenario = planned.scenario();
    }

    /** Whether rpact can express the trial. */
    static boolean fits(Planned planned) {
        return planned.isUnweighted()
                && planned.scenario().arms().size() == 2
                && planned.waitsForEvents()
                && planned.hazardRatio().isPresent()
                && hasEfficacy(planned)
                && hasFutility(planned)
                && hasControl(planned.scenario().eventTime(planned.scenario().controlArm()))
                && hasEnrolment(planned.scenario().enrolment())
                && planned.scenario().armsControlFirst().stream().allMatch(arm -> {
                    EventTimeDistribution dropout = planned.scenario().dropoutTime(arm);
                    return dropout == null || dropout instanceof Exponential;
                });
    }

    private static boolean hasEfficacy(Planned planned) {
        Efficacy efficacy = planned.analysis().efficacy();
        return efficacy == null && planned.looks() == 1
                || efficacy != null
                        && !(efficacy instanceof Bounds.Given)
                        && !planned.analysis().spendsByCalendarTime();
    }

    /** Spending of both errors, or bounds as Z or p beside any efficacy bounds; two-sided ones are another matter. */
    private static boolean hasFutility(Planned planned) {
        Futility futility = planned.analysis().futility();
        return futility == null
                || !planned.twoSided()
                        && (isPampallonaTsiatis(futility)
                                        && isPampallonaTsiatis(
                                                planned.analysis().efficacy())
                                || futility instanceof Futility.BySpending
                                        && planned.analysis().efficacy() instanceof Efficacy.BySpending
                                || futility instanceof Bounds.Given);
    }

    private static boolean isPampallonaTsiatis(@Nullable Bounds bounds) {
        return bounds instanceof Bounds.Shaped by && by.boundary() == Bounds.Shaped.Shape.PAMPALLONA_TSIATIS;
    }

    private static boolean hasControl(EventTimeDistribution control) {
        return control instanceof Weibull || StepHazards.isStep(control);
    }

    /** rpact takes numbers per time below 1 as relative ones. */
    private static boolean hasEnrolment(EnrolmentPlan plan) {
        return plan.rates() == null || plan.rates().stream().allMatch(piece -> piece.rate() >= 1);
    }

    static String of(Planned planned) {
        return new RpactCode(planned).code();
    }

    private String code() {
        StringBuilder code = new StringBuilder(
                RText.comment(
                        "Bounds, power and expected times by rpact (arguments as in"
                                + " version 4.5). Power there is by Schoenfeld's formula; rpact knows no second-order figure."));
        code.append("library(rpact)\n\n");
        code.append(design().assignedTo("design"));
        code.append("design$criticalValues   # Equipoise: ")
                .append(RText.shown(planned.efficacy(), 4))
                .append('\n');
        if (planned.hasFutility()) {
            double[] interim = Arrays.copyOf(planned.futility(), planned.looks() - 1);
            code.append("design$futilityBounds   # Equipoise: ")
                    .append(RText.shown(interim, 4))
                    .append('\n');
        }
        code.append('\n').append(power().assignedTo("power"));
        code.append("power$overallReject     # Equipoise: ")
                .append(planned.found(PowerMethod.SCHOENFELD, "Schoenfeld 1981"))
                .append(", ")
                .append(planned.found(PowerMethod.SECOND_ORDER, "second order"))
                .append('\n');
        code.append("power$analysisTime      # Equipoise: ")
                .append(RText.shown(planned.times(), 2))
                .append('\n');
        return code.toString();
    }

    private RCall design() {
        RCall call = new RCall("getDesignGroupSequential");
        if (planned.looks() == 1) {
            call.with("kMax", 1);
        } else {
            double[] events = planned.events();
            call.with("informationRates", RText.vector(events) + " / " + RText.number(events[events.length - 1]));
        }
        call.with("alpha", planned.alpha());
        if (planned.analysis().futility() != null && !(planned.analysis().futility() instanceof Bounds.Given)) {
            call.with("beta", 1 - planned.analysis().targetPower());
        }
        call.with("sided", planned.analysis().sides());
        if (planned.twoSided()) {
            call.with("twoSidedPower", "TRUE");
        }
        if (planned.looks() > 1) {
            efficacy(call, Objects.requireNonNull(planned.analysis().efficacy()));
            Futility futility = planned.analysis().futility();
            if (futility != null) {
                futility(call, futility);
                call.with("bindingFutility", futility.binding() ? "TRUE" : "FALSE");
            }
        }
        return call;
    }

    private static void efficacy(RCall call, Efficacy efficacy) {
        if (efficacy instanceof Efficacy.BySpending by) {
            call.with("typeOfDesign", "\"as" + suffix(by.spending()) + "\"");
            parameter(call, "gammaA", by);
            values(call, "userAlphaSpending", by.cumulative());
        } else if (efficacy instanceof Efficacy.ByShape by) {
            call.with(
                    "typeOfDesign",
                    switch (by.boundary()) {
                        case OBRIEN_FLEMING -> "\"OF\"";
                        case POCOCK -> "\"P\"";
                        case WANG_TSIATIS -> "\"WT\"";
                        case PAMPALLONA_TSIATIS -> "\"PT\"";
                        case HAYBITTLE_PETO -> "\"HP\"";
                    });
            value(call, isPampallonaTsiatis(by) ? "deltaPT1" : "deltaWT", by.delta());
            value(call, "constantBoundsHP", by.z());
        }
    }

    private void futility(RCall call, Futility futility) {
        if (futility instanceof Futility.BySpending by) {
            call.with("typeBetaSpending", "\"bs" + suffix(by.spending()) + "\"");
            parameter(call, "gammaB", by);
            values(call, "userBetaSpending", by.cumulative());
        } else if (futility instanceof Futility.ByShape by) {
            value(call, "deltaPT0", by.delta());
        } else {
            double[] bounds = Arrays.stream(planned.futility(), 0, planned.looks() - 1)
                    .map(bound -> Math.max(bound, NONE))
                    .toArray();
            call.with("futilityBounds", bounds);
        }
    }

    private static String suffix(Bounds.Spent.Function function) {
        return switch (function) {
            case OBRIEN_FLEMING -> "OF";
            case POCOCK -> "P";
            case HWANG_SHIH_DE_CANI -> "HSD";
            case POWER -> "KD";
            case VALUES -> "User";
        };
    }

    private static void parameter(RCall call, String name, Bounds.Spent spent) {
        value(call, name, spent.gamma());
        value(call, name, spent.rho());
    }

    private static void value(RCall call, String name, @Nullable Double value) {
        if (value != null) {
            call.with(name, value);
        }
    }

    private static void values(RCall call, String name, @Nullable List<Double> values) {
        if (values != null) {
            call.with(name, values.stream().mapToDouble(Double::doubleValue).toArray());
        }
    }

    private RCall power() {
        RCall call = new RCall("getPowerSurvival")
                .with("design", "design")
                .with("typeOfComputation", "\"Schoenfeld\"")
                .with("thetaH0", planned.hazardRatioH0());
        if (!planned.twoSided()) {
            call.with("directionUpper", "FALSE");
        }
        control(call);
        call.with("hazardRatio", planned.hazardRatio().orElseThrow())
                .with("allocationRatioPlanned", planned.allocationRatio());
        enrolment(call);
        double[] events = planned.events();
        call.with("maxNumberOfSubjects", scenario.enrolment().patients())
                .with("maxNumberOfEvents", events[events.length - 1]);
        dropout(call);
        return call;
    }

    private void control(RCall call) {
        EventModel model = scenario.model(scenario.controlArm());
        EventTimeDistribution control = scenario.eventTime(scenario.controlArm());
        if (model instanceof EventModel.ByMedian by) {
            call.with("lambda2", "log(2) / " + RText.number(by.median()));
        } else if (control instanceof Weibull weibull) {
            call.with("lambda2", 1 / weibull.scale()).with("kappa", weibull.shape());
        } else {
            List<@Nullable EventTimeDistribution> only = new ArrayList<>(List.of(control));
            StepHazards steps = StepHazards.of(only, Double.POSITIVE_INFINITY);
            if (steps.starts().length > 1) {
                call.with("piecewiseSurvivalTime", steps.starts());
            }
            call.with("lambda2", steps.of(control));
        }
    }

    private void enrolment(RCall call) {
        EnrolmentPlan plan = scenario.enrolment();
        if (plan.rates() == null) {
            call.with("accrualTime", new double[] {0, Objects.requireNonNull(plan.duration())});
            return;
        }
        double end = plan.enrolment().duration();
        List<RatePiece> pieces =
                plan.rates().stream().filter(piece -> piece.from() < end).toList();
        call.with("accrualTime", pieces.stream().mapToDouble(RatePiece::from).toArray())
                .with(
                        "accrualIntensity",
                        pieces.stream().mapToDouble(RatePiece::rate).toArray())
                .with("accrualIntensityType", "\"absolute\"");
    }

    /** Shares lost by one common time; dropout is exponential. */
    private void dropout(RCall call) {
        double by = 12;
        for (String arm : scenario.armsControlFirst()) {
            if (scenario.dropoutModel(arm) instanceof DropoutModel.LostBy lost) {
                by = lost.by();
            }
        }
        double first = lost(planned.arm(), by);
        double second = lost(scenario.controlArm(), by);
        if (first > 0 || second > 0) {
            call.with("dropoutRate1", first).with("dropoutRate2", second).with("dropoutTime", by);
        }
    }

    private double lost(String arm, double by) {
        EventTimeDistribution dropout = scenario.dropoutTime(arm);
        return dropout == null ? 0 : -Math.expm1(-dropout.cumulativeHazard(by));
    }
}
