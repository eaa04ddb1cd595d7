package org.equipoise.simulator.report.figure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.equipoise.simulator.design.BoundPlan;
import org.equipoise.simulator.engine.SimulationResult;
import org.equipoise.simulator.engine.Stopping;
import org.equipoise.simulator.engine.summary.Estimate;
import org.equipoise.simulator.report.chart.Axis;
import org.equipoise.simulator.report.chart.Chart;
import org.equipoise.simulator.report.chart.Dash;
import org.equipoise.simulator.report.chart.Ink;
import org.equipoise.simulator.report.chart.Mark;
import org.equipoise.simulator.report.chart.Mark.Dots.Shape;
import org.equipoise.simulator.report.chart.Mark.Span;
import org.equipoise.simulator.scenario.Analysis;
import org.equipoise.simulator.scenario.DropoutModel;
import org.equipoise.simulator.scenario.EnrolmentPlan;
import org.equipoise.simulator.scenario.InvalidScenarioException;
import org.equipoise.simulator.scenario.Scenario;

/**
 * Type I error where the null hypothesis is true and something else is not as assumed: faster or slower events,
 * dropout, enrolment. The bounds are those planned under the scenario.
 */
public final class NullScenarios {
    /** How far two points of a row stand from its middle. */
    private static final double APART = 0.14;

    private NullScenarios() {}

    /**
     * The chart, of the first comparison.
     *
     * @param bounds as planned under the alternative
     * @param assumed of the trial as assumed, under the null hypothesis
     * @param replicates simulated for each other scenario
     */
    public static List<Chart> of(Subject subject, BoundPlan bounds, SimulationResult assumed, long replicates) {
        Scenario underNull = subject.scenario().underNull();
        Analysis analysis = underNull.analysis();
        boolean overruled = bounds.comparison(0).mayOverruleFutility();
        List<String> rows = new ArrayList<>();
        List<Span> kept = new ArrayList<>();
        List<Span> obeyed = new ArrayList<>();
        double level = analysis.oneSidedAlpha() * analysis.sides();
        double low = level;
        double high = level;
        for (Map.Entry<String, Scenario> each : scenarios(underNull).entrySet()) {
            SimulationResult result = each.getValue().equals(underNull)
                    ? assumed
                    : new Variant(each.getValue(), bounds).simulated(replicates);
            Stopping stopping = result.comparisons().get(0).stopping();
            Estimate error = stopping.power();
            Estimate without = stopping.powerWithoutFutility();
            int row = rows.size();
            rows.add(each.getKey());
            if (overruled && without != null) {
                kept.add(span(row + APART, without));
                obeyed.add(span(row - APART, error));
                high = Math.max(high, without.high());
            } else {
                kept.add(span(row, error));
            }
            low = Math.min(low, error.low());
            high = Math.max(high, error.high());
        }
        List<Mark> marks = new ArrayList<>();
        marks.add(new Mark.Spans(
                overruled ? "futility overruled" : "type I error, 95 % limits", Ink.EFFICACY, Shape.CIRCLE, kept));
        if (overruled) {
            marks.add(new Mark.Spans("futility obeyed", Ink.FUTILITY, Shape.DIAMOND, obeyed));
        }
        marks.add(new Mark.Rule(
                "level " + BigDecimal.valueOf(level).stripTrailingZeros().toPlainString(),
                Ink.AXIS,
                Dash.DASHED,
                true,
                level));
        double room = 0.05 * (high - low);
        return List.of(Chart.of(
                "type-one-error",
                "Type I error over null scenarios",
                "Share of replicates that reject where the null hypothesis holds, with 95 % Monte Carlo limits, "
                        + Numbers.grouped(assumed.replicates()) + " replicates as assumed and "
                        + Numbers.grouped(replicates) + " of each other scenario, which share their random numbers"
                        + (subject.arms().size() == 2
                                ? ""
                                : ", " + subject.arms().get(1) + " alone")
                        + (overruled
                                ? ". Bounds that do not bind keep the level when stops for futility are overruled."
                                : "."),
                Axis.ofNumbers("Type I error", Math.max(0, low - room), high + room),
                Axis.ofRows("Null hypothesis, and", rows),
                marks));
    }

    private static Span span(double row, Estimate error) {
        return new Span(row, error.value(), error.low(), error.high());
    }

    /** From the lowest row up. */
    private static Map<String, Scenario> scenarios(Scenario underNull) {
        Map<String, Scenario> scenarios = new LinkedHashMap<>();
        add(scenarios, "enrolment × 2", underNull, scenario -> enrolling(scenario, 2));
        add(scenarios, "enrolment × ½", underNull, scenario -> enrolling(scenario, 0.5));
        if (!underNull.dropout().isEmpty()) {
            add(scenarios, "no dropout", underNull, scenario -> scenario.withDropout(Map.of()));
            add(scenarios, "dropout × 2", underNull, NullScenarios::losing);
        }
        add(scenarios, "control times × 2", underNull, scenario -> living(scenario, 2));
        add(scenarios, "control times × ½", underNull, scenario -> living(scenario, 0.5));
        add(scenarios, "as assumed", underNull, scenario -> scenario);
        return scenarios;
    }

    private static void add(
            Map<String, Scenario> scenarios, String name, Scenario underNull, UnaryOperator<Scenario> change) {
        try {
            scenarios.put(name, change.apply(underNull));
        } catch (InvalidScenarioException e) {
            // A number that leaves its range when doubled: this row is left out.
        }
    }

    private static Scenario enrolling(Scenario scenario, double factor) {
        EnrolmentPlan given = scenario.enrolment();
        return scenario.with(
                given.of(given.patients(), factor), scenario.analysis().looks());
    }

    /** Dropout twice as fast. */
    private static Scenario losing(Scenario scenario) {
        Map<String, DropoutModel> models = new LinkedHashMap<>();
        scenario.dropout().forEach((arm, model) -> models.put(arm, model.stretched(0.5)));
        return scenario.withDropout(models);
    }

    private static Scenario living(Scenario scenario, double factor) {
        String control = scenario.controlArm();
        return scenario.withModels(Map.of(control, scenario.model(control).stretched(factor)));
    }
}
