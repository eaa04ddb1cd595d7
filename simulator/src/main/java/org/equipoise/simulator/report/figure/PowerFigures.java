package org.equipoise.simulator.report.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import org.equipoise.simulator.analytic.AnalyticPower;
import org.equipoise.simulator.analytic.ConstantHazardRatio;
import org.equipoise.simulator.analytic.Expectations;
import org.equipoise.simulator.design.BoundPlan;
import org.equipoise.simulator.engine.Simulation;
import org.equipoise.simulator.engine.summary.Estimate;
import org.equipoise.simulator.report.chart.Axis;
import org.equipoise.simulator.report.chart.Chart;
import org.equipoise.simulator.report.chart.Dash;
import org.equipoise.simulator.report.chart.Ink;
import org.equipoise.simulator.report.chart.Mark;
import org.equipoise.simulator.report.chart.Mark.Dot;
import org.equipoise.simulator.report.chart.Point;
import org.equipoise.simulator.scenario.Analysis;
import org.equipoise.simulator.scenario.Endpoint;
import org.equipoise.simulator.scenario.EventModel;
import org.equipoise.simulator.scenario.HazardRatio;
import org.equipoise.simulator.scenario.InvalidScenarioException;
import org.equipoise.simulator.scenario.Look;
import org.equipoise.simulator.scenario.Scenario;
import org.equipoise.simulator.scenario.SimulationPlan;
import org.jspecify.annotations.Nullable;

/**
 * Power against what it depends on: an analytic curve with simulated points in one picture. For trials of two arms with
 * a constant hazard ratio, where there is a curve.
 */
public final class PowerFigures {
    private static final int CURVE = 25;
    private static final int POINTS = 7;

    private final Subject subject;
    private final long replicates;

    private PowerFigures(Subject subject, long replicates) {
        this.subject = subject;
        this.replicates = replicates;
    }

    /**
     * Power against the hazard ratio and against the events of the last look.
     *
     * @param replicates simulated for each point
     * @return those that there are
     */
    public static List<Chart> of(Subject subject, BoundPlan bounds, long replicates) {
        Scenario scenario = subject.scenario();
        if (scenario.experimentalArms().size() > 1) {
            return List.of();
        }
        OptionalDouble ratio =
                ConstantHazardRatio.of(scenario, scenario.experimentalArms().get(0));
        if (ratio.isEmpty()) {
            return List.of();
        }
        PowerFigures figures = new PowerFigures(subject, replicates);
        List<Chart> charts = new ArrayList<>(figures.againstRatio(ratio.getAsDouble(), bounds));
        charts.addAll(figures.againstEvents());
        return charts;
    }

    private List<Chart> againstRatio(double ratio, BoundPlan bounds) {
        double nullRatio = subject.scenario().analysis().test().hazardRatioH0();
        double low = Math.min(ratio, nullRatio) * 0.8;
        double high = Math.max(ratio, nullRatio) * 1.05;
        return chart(
                "power-hazard-ratio",
                "Power against the true hazard ratio",
                Axis.ofNumbers(
                        "True hazard ratio, " + subject.arms().get(1) + " over "
                                + subject.arms().get(0),
                        low,
                        high),
                value -> new Variant(withRatio(value), bounds),
                ratio);
    }

    private List<Chart> againstEvents() {
        Scenario scenario = subject.scenario();
        List<Look> looks = scenario.analysis().looks();
        boolean byShare = looks.subList(0, looks.size() - 1).stream().allMatch(Look.Information.class::isInstance);
        if (!byShare || !(looks.get(looks.size() - 1) instanceof Look.Events last)) {
            return List.of();
        }
        // Near all the events there can be, a look comes very late or never.
        double reachable = Math.floor(0.95 * Expectations.of(scenario).maximum());
        double high = Math.min(reachable, Math.ceil(1.25 * last.events()));
        double low = Math.max(looks.size() * 5.0, Math.floor(0.5 * last.events()));
        return low >= high
                ? List.of()
                : chart(
                        "power-events",
                        "Power against events",
                        Axis.ofNumbers("Events at the last look, all arms", low, high),
                        this::variantWithEvents,
                        last.events());
    }

    private List<Chart> chart(
            String name, String title, Axis axis, DoubleFunction<@Nullable Variant> variant, double assumed) {
        List<Point> curve = new ArrayList<>();
        for (double value : grid(axis, CURVE)) {
            Variant at = variant.apply(value);
            OptionalDouble power = at == null ? OptionalDouble.empty() : at.analyticPower();
            power.ifPresent(p -> curve.add(new Point(value, p)));
        }
        List<Dot> simulated = new ArrayList<>();
        for (double value : grid(axis, POINTS)) {
            Variant at = variant.apply(value);
            if (at != null) {
                Estimate power = at.simulatedPower(replicates);
                simulated.add(new Dot(value, power.value(), power.low(), power.high()));
            }
        }
        if (curve.size() < 2 || simulated.isEmpty()) {
            return List.of();
        }
        return List.of(Chart.of(
                name,
                title,
                "A line for the analytic power, points with 95 % Monte Carlo limits for the simulated power, "
                        + Numbers.grouped(replicates)
                        + " replicates each; upright lines for what the scenario assumes.",
                axis,
                Axis.ofNumbers("Power", 0, 1),
                List.of(
                        new Mark.Line("analytic", Ink.TEXT, Dash.SOLID, curve, false),
                        new Mark.Dots("simulated, 95 % limits", Ink.EFFICACY, Mark.Dots.Shape.CIRCLE, simulated),
                        new Mark.Rule(
                                "assumed " + Numbers.fixed(assumed, assumed >= 10 ? 0 : 2),
                                Ink.MUTED,
                                Dash.DOTTED,
                                true,
                                assumed))));
    }

    /** Whole numbers of events. */
    private static double[] grid(Axis axis, int number) {
        double[] grid = Numbers.grid(axis.low(), axis.high(), number);
        return axis.high() > 10 ? Arrays.stream(grid).map(Math::rint).distinct().toArray() : grid;
    }

    private Scenario withRatio(double ratio) {
        Scenario given = subject.scenario();
        String endpoint = given.testedEndpoint();
        Endpoint tested = Objects.requireNonNull(given.endpoints().get(endpoint));
        Map<String, EventModel> models = new LinkedHashMap<>(tested.model());
        models.put(given.experimentalArms().get(0), new EventModel.Relative(new HazardRatio.Constant(ratio)));
        Map<String, Endpoint> endpoints = new LinkedHashMap<>(given.endpoints());
        endpoints.put(endpoint, new Endpoint(tested.type(), models));
        return with(endpoints, given.analysis());
    }

    /** Null where the looks do not fit so many events. */
    private @Nullable Variant variantWithEvents(double events) {
        Analysis given = subject.scenario().analysis();
        List<Look> looks = new ArrayList<>(given.looks());
        try {
            looks.set(looks.size() - 1, new Look.Events(events));
            Scenario scenario = with(
                    subject.scenario().endpoints(),
                    new Analysis(
                            given.endpoint(),
                            given.test(),
                            given.alpha(),
                            given.sides(),
                            given.power(),
                            looks,
                            given.efficacy(),
                            given.futility()));
            return new Variant(scenario, BoundPlan.of(scenario));
        } catch (InvalidScenarioException e) {
            return null;
        }
    }

    private Scenario with(Map<String, Endpoint> endpoints, Analysis analysis) {
        Scenario given = subject.scenario();
        return new Scenario(
                given.trial(),
                given.title(),
                given.description(),
                given.timeUnit(),
                given.arms(),
                given.enrolment(),
                given.randomisation(),
                endpoints,
                given.dropout(),
                analysis,
                given.simulation(),
                given.expect());
    }

    /** The trial with one value changed. */
    private record Variant(Scenario scenario, BoundPlan bounds) {
        OptionalDouble analyticPower() {
            return AnalyticPower.of(scenario, Expectations.of(scenario), bounds)
                    .of(scenario.experimentalArms().get(0), AnalyticPower.SHOWN);
        }

        Estimate simulatedPower(long replicates) {
            SimulationPlan plan =
                    new SimulationPlan(replicates, scenario.simulation().seed(), null, SimulationPlan.Estimates.NONE);
            return Simulation.of(scenario.withSimulation(plan), bounds).run().power();
        }
    }
}
