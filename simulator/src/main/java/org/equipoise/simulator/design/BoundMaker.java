package org.equipoise.simulator.design;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.equipoise.core.numerics.StandardNormal;
import org.equipoise.core.sequential.Boundary;
import org.equipoise.core.sequential.DesignBuilder;
import org.equipoise.core.sequential.GroupSequentialDesign;
import org.equipoise.simulator.scenario.Analysis;
import org.equipoise.simulator.scenario.Bounds;
import org.equipoise.simulator.scenario.Efficacy;
import org.equipoise.simulator.scenario.Fault;
import org.equipoise.simulator.scenario.Futility;
import org.equipoise.simulator.scenario.InvalidScenarioException;
import org.jspecify.annotations.Nullable;

/** Makes the bounds of one comparison from the words of the scenario. */
final class BoundMaker {
    private final Analysis analysis;
    private final int looks;
    private final double[] events;
    private final double[] times;
    private final RatioScale ratios;

    /** Z at an estimated hazard ratio, at a look (from 0). */
    interface RatioScale {
        double z(double hazardRatio, int look);
    }

    /** @param times calendar times of the looks, where errors are spent by them; otherwise not used */
    BoundMaker(Analysis analysis, double[] events, double[] times, RatioScale ratios) {
        this.analysis = analysis;
        this.events = events;
        this.times = times;
        this.ratios = ratios;
        looks = analysis.looks().size();
    }

    /** Whether a bound is to be found from the information at the looks. */
    static boolean isComputed(Analysis analysis) {
        return isComputed(analysis.efficacy()) || isComputed(analysis.futility());
    }

    private static boolean isComputed(@Nullable Bounds bounds) {
        return bounds != null && !(bounds instanceof Bounds.Given);
    }

    /** @throws InvalidScenarioException when there are no such bounds */
    ComparisonBounds make() {
        GroupSequentialDesign design = isComputed(analysis) ? design() : null;
        double[] efficacy = design == null ? givenEfficacy() : new double[looks];
        double[] futility = givenFutility();
        boolean findsFutility = design != null && isComputed(analysis.futility());
        for (int k = 0; design != null && k < looks; k++) {
            efficacy[k] = design.bounds().efficacy(k + 1);
            if (findsFutility) {
                futility[k] = k == looks - 1
                        ? Double.NEGATIVE_INFINITY
                        : design.bounds().futility(k + 1);
            }
        }
        requireApart(efficacy, futility);
        Futility stated = analysis.futility();
        return new ComparisonBounds(events, times, efficacy, futility, stated != null && stated.binding(), design);
    }

    private GroupSequentialDesign design() {
        DesignBuilder builder = GroupSequentialDesign.at(events).power(analysis.targetPower());
        builder = analysis.sides() == 2
                ? builder.alphaTwoSided(2 * analysis.oneSidedAlpha())
                : builder.alpha(analysis.oneSidedAlpha());
        builder.efficacy(efficacyBoundary());
        if (analysis.spendsByCalendarTime()) {
            builder.spendingTimes(times);
        }
        Futility futility = analysis.futility();
        if (futility != null) {
            Boundary boundary = futilityBoundary(futility);
            builder = futility.binding() ? builder.bindingFutility(boundary) : builder.futility(boundary);
        }
        try {
            return builder.build();
        } catch (IllegalArgumentException e) {
            throw fault(isComputed(futility) ? "futility" : "efficacy", "gives no bounds: " + e.getMessage(), "");
        }
    }

    private Boundary efficacyBoundary() {
        Efficacy efficacy = analysis.efficacy();
        if (efficacy instanceof Bounds.Spent spent) {
            return boundary(spent, analysis.sides());
        }
        if (efficacy instanceof Efficacy.ByShape shape) {
            return shape.boundary() == Bounds.Shaped.Shape.HAYBITTLE_PETO
                    ? Boundary.haybittlePeto(Objects.requireNonNull(shape.z()))
                    : boundary(shape);
        }
        return given(givenEfficacy(), looks);
    }

    private Boundary futilityBoundary(Futility futility) {
        if (futility instanceof Bounds.Spent spent) {
            return boundary(spent, 1);
        }
        if (futility instanceof Bounds.Shaped shape) {
            return boundary(shape);
        }
        return given(givenFutility(), ((Bounds.Given) futility).values().size());
    }

    /** Z with NaN where there is no bound. */
    private static Boundary given(double[] z, int number) {
        return Boundary.z(Arrays.stream(z)
                .limit(number)
                .map(bound -> Double.isInfinite(bound) ? Double.NaN : bound)
                .toArray());
    }

    private static Boundary boundary(Bounds.Spent spent, int sides) {
        return SpendingFunction.of(spent)
                .map(Boundary::spending)
                .orElseGet(() -> Boundary.cumulative(Objects.requireNonNull(spent.cumulative()).stream()
                        .mapToDouble(value -> value / sides)
                        .toArray()));
    }

    private static Boundary boundary(Bounds.Shaped shape) {
        return switch (shape.boundary()) {
            case OBRIEN_FLEMING -> Boundary.obrienFleming();
            case POCOCK -> Boundary.pocock();
            case WANG_TSIATIS, PAMPALLONA_TSIATIS -> Boundary.wangTsiatis(Objects.requireNonNull(shape.delta()));
            case HAYBITTLE_PETO -> throw new IllegalArgumentException("a bound for efficacy alone: " + shape);
        };
    }

    /** Infinite where there is no bound, and everywhere when the bounds are not given. */
    private double[] givenEfficacy() {
        if (analysis.efficacy() == null) {
            double[] z = new double[looks];
            Arrays.fill(z, StandardNormal.upperQuantile(analysis.oneSidedAlpha()));
            return z;
        }
        return given(analysis.efficacy(), analysis.sides(), Double.POSITIVE_INFINITY);
    }

    private double[] givenFutility() {
        return given(analysis.futility(), analysis.sides(), Double.NEGATIVE_INFINITY);
    }

    private double[] given(@Nullable Bounds bounds, int sides, double none) {
        double[] z = new double[looks];
        Arrays.fill(z, none);
        if (bounds instanceof Bounds.Given given) {
            List<@Nullable Double> values = given.values();
            for (int k = 0; k < values.size(); k++) {
                Double value = values.get(k);
                if (value != null) {
                    z[k] = switch (given.scale()) {
                        case Z -> value;
                        case P -> StandardNormal.upperQuantile(value / sides);
                        case HAZARD_RATIO -> ratios.z(value, k);
                    };
                }
            }
        }
        return z;
    }

    private void requireApart(double[] efficacy, double[] futility) {
        for (int k = 0; k < looks; k++) {
            if (futility[k] > efficacy[k]) {
                throw fault(
                        "futility",
                        "lies above the efficacy bound of look " + (k + 1) + " on the Z scale: " + shown(futility[k])
                                + " > " + shown(efficacy[k]),
                        "lower it, or raise the efficacy bound");
            }
        }
    }

    private static double shown(double z) {
        return Math.rint(1000 * z) / 1000;
    }

    private static InvalidScenarioException fault(String key, String problem, String remedy) {
        return new InvalidScenarioException(List.of(new Fault("analysis." + key, problem, remedy)));
    }
}
