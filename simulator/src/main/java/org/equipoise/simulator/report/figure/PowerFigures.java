package org.equipoise.simulator.report.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import org.equipoise.simulator.analytic.ConstantHazardRatio;
import org.equipoise.simulator.analytic.Expectations;
import org.equipoise.simulator.design.BoundPlan;
import org.equipoise.simulator.report.chart.Axis;
import org.equipoise.simulator.report.chart.Chart;
import org.equipoise.simulator.report.chart.Dash;
import org.equipoise.simulator.report.chart.Ink;
import org.equipoise.simulator.report.chart.Mark;
import org.equipoise.simulator.report.chart.Mark.Dot;
import org.equipoise.simulator.report.chart.Point;
import org.equipoise.simulator.scenario.Look;
import org.equipoise.simulator.scenario.Scenario;

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
     * Power against the hazard ratio, against the events of the last look, and against patients and events together.
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
        charts.addAll(figures.againstPatients());
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
                value -> Optional.of(Variant.ofHazardRatio(subject.scenario(), value, bounds)),
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
                        events -> Variant.ofEvents(scenario, events),
                        last.events());
    }

    private List<Chart> againstPatients() {
        Scenario scenario = subject.scenario();
        int patients = scenario.enrolment().patients();
        return patients < 20
                ? List.of()
                : chart(
                        "power-patients",
                        "Power against patients",
                        Axis.ofNumbers(
                                "Patients, in the same time, with events in proportion",
                                Math.ceil(0.5 * patients),
                                Math.floor(1.5 * patients)),
                        number -> Variant.ofPatients(scenario, (int) number),
                        patients);
    }

    private List<Chart> chart(
            String name, String title, Axis axis, DoubleFunction<Optional<Variant>> variant, double assumed) {
        List<Point> curve = new ArrayList<>();
        double[] values = grid(axis, CURVE);
        for (double value : values) {
            variant.apply(value)
                    .map(Variant::analyticPower)
                    .ifPresent(power -> power.ifPresent(p -> curve.add(new Point(value, p))));
        }
        if (curve.size() < 2) {
            return List.of();
        }
        List<Dot> simulated = new ArrayList<>();
        for (double value : grid(axis, POINTS)) {
            variant.apply(value).map(at -> at.simulated(replicates).power()).ifPresent(power -> {
                simulated.add(new Dot(value, power.value(), power.low(), power.high()));
            });
        }
        if (simulated.isEmpty()) {
            return List.of();
        }
        return List.of(Chart.of(
                name,
                title,
                "A line for the analytic power" + (curve.size() < values.length ? ", where there is one" : "")
                        + ", points with 95 % Monte Carlo limits for the simulated power, "
                        + Numbers.grouped(replicates)
                        + " replicates each; an upright line for what the scenario assumes.",
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
}
