package org.equipoise.simulator.report.rcode;

import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.equipoise.core.distribution.ProportionalHazards;
import org.equipoise.core.planning.fixed.PowerMethod;
import org.equipoise.simulator.analytic.AnalyticPower;
import org.equipoise.simulator.analytic.ConstantHazardRatio;
import org.equipoise.simulator.analytic.Expectations;
import org.equipoise.simulator.design.ComparisonBounds;
import org.equipoise.simulator.scenario.Analysis;
import org.equipoise.simulator.scenario.Scenario;

/**
 * One comparison as planned: what R is told, and what Equipoise found.
 *
 * @param scenario the trial
 * @param arm the experimental arm
 * @param bounds of its looks
 * @param expectations of the trial
 * @param power by any method
 */
record Planned(Scenario scenario, String arm, ComparisonBounds bounds, Expectations expectations, AnalyticPower power) {
    Analysis analysis() {
        return scenario.analysis();
    }

    int looks() {
        return bounds.looks();
    }

    boolean twoSided() {
        return analysis().sides() == 2;
    }

    /** The level as the scenario gives it. */
    double alpha() {
        return analysis().sides() * analysis().oneSidedAlpha();
    }

    double hazardRatioH0() {
        return analysis().test().hazardRatioH0();
    }

    /** Whether the test is, for the figures that R gives, the log-rank test without weights. */
    boolean isUnweighted() {
        return analysis().test().followsHazardRatio();
    }

    /** Patients of this arm for each of the control. */
    double allocationRatio() {
        return (double) allocation(arm) / allocation(scenario.controlArm());
    }

    /** Share of all patients that are in the two arms. */
    double share() {
        return (double) (allocation(arm) + allocation(scenario.controlArm())) / scenario.allocationSum();
    }

    private int allocation(String name) {
        return Objects.requireNonNull(scenario.arms().get(name)).allocation();
    }

    /** The hazard ratio where it is the same at all times. */
    OptionalDouble hazardRatio() {
        OptionalDouble told = ConstantHazardRatio.of(scenario, arm);
        return told.isPresent()
                ? told
                : ProportionalHazards.constantRatio(scenario.eventTime(arm), scenario.eventTime(scenario.controlArm()));
    }

    /** Whether every look waits for a number of events. */
    boolean waitsForEvents() {
        return IntStream.range(0, looks())
                .allMatch(k -> analysis().eventsAwaitedAt(k).isPresent());
    }

    /** Events of all arms together at each look, as planned or expected. */
    double[] events() {
        return IntStream.range(0, looks())
                .mapToDouble(k -> expectations.atLook(k).events())
                .toArray();
    }

    /** When the expected figures meet the condition of each look. */
    double[] times() {
        return IntStream.range(0, looks())
                .mapToDouble(expectations::timeOfExpectedEvents)
                .toArray();
    }

    /** Times by which errors are spent at each look, where that is calendar time, relative to the last one. */
    double[] spendingTimes() {
        return IntStream.range(0, looks())
                .mapToDouble(k -> bounds.plannedTime(k) / bounds.plannedTime(looks() - 1))
                .toArray();
    }

    /** Efficacy bounds as Z; infinite for none. */
    double[] efficacy() {
        return IntStream.range(0, looks()).mapToDouble(bounds::efficacy).toArray();
    }

    /** Futility bounds as Z; -∞ for none. */
    double[] futility() {
        return IntStream.range(0, looks()).mapToDouble(bounds::futility).toArray();
    }

    boolean hasFutility() {
        return IntStream.range(0, looks()).anyMatch(k -> Double.isFinite(bounds.futility(k)));
    }

    /** {@code 0.7989 (Schoenfeld 1981)}, or that there is no such figure. */
    String found(PowerMethod method, String source) {
        OptionalDouble found = power.of(arm, method);
        return found.isEmpty()
                ? "no figure (" + source + ")"
                : RText.shown(new double[] {found.getAsDouble()}, 4) + " (" + source + ")";
    }
}
