package org.equipoise.simulator.report.figure.sweep;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.equipoise.simulator.report.chart.Axis;
import org.equipoise.simulator.report.chart.Chart;
import org.equipoise.simulator.report.chart.Dash;
import org.equipoise.simulator.report.chart.Ink;
import org.equipoise.simulator.report.chart.Mark;
import org.equipoise.simulator.report.chart.Mark.Dots.Shape;
import org.equipoise.simulator.report.chart.Mark.Span;
import org.equipoise.simulator.report.chart.Point;
import org.equipoise.simulator.report.chart.Ramp;
import org.equipoise.simulator.sweep.store.SweepColumn;

/**
 * Power against each factor. Numbers go across, with a line for some levels of the factor that matters most beside it;
 * names have rows, between the lowest and the highest scenario.
 */
public final class FactorCharts {
    private static final String LIMITS = "95 % limits";

    private final Outcomes outcomes;
    private final List<Integer> ranked;
    private final Axis power;

    private FactorCharts(Outcomes outcomes, List<Integer> ranked) {
        this.outcomes = outcomes;
        this.ranked = ranked;
        power = axis(outcomes);
    }

    /**
     * A chart for each factor; none as long as scenarios are missing, which would turn the means.
     *
     * @param ranked the factors by their index, the one that matters most first
     */
    public static List<Chart> of(Outcomes outcomes, List<Integer> ranked) {
        if (!outcomes.isComplete()) {
            return List.of();
        }
        FactorCharts charts = new FactorCharts(outcomes, ranked);
        return ranked.stream().map(charts::chart).toList();
    }

    /** An axis that holds the power of every scenario with its limits. */
    static Axis axis(Outcomes outcomes) {
        double least = 1;
        double most = 0;
        for (int scenario : outcomes.finished()) {
            least = Math.min(least, outcomes.figure(scenario, SweepColumn.POWER_LOW));
            most = Math.max(most, outcomes.figure(scenario, SweepColumn.POWER_HIGH));
        }
        return axis(outcomes.figureTitle(), least, most);
    }

    /** An axis of shares with round ends that holds all between two of them. */
    static Axis axis(String title, double least, double most) {
        Ramp round = Ramp.over(least, most);
        return Axis.ofNumbers(title, Math.max(0, round.low()), Math.min(1, round.high()));
    }

    private Chart chart(int index) {
        Factor factor = outcomes.factors().get(index);
        int beside = ranked.stream().filter(f -> f != index).findFirst().orElse(-1);
        boolean single = outcomes.cases()
                == factor.levels().size()
                        * (beside < 0 || !factor.isNumeric()
                                ? 1
                                : outcomes.factors().get(beside).levels().size());
        String name = "power-by-factor-" + (index + 1);
        String title = outcomes.figureTitle() + " by " + factor.inSentence();
        String mean = single
                ? "Each scenario with its 95 % Monte Carlo limits."
                : "Means over all else that is crossed, every scenario counting the same, with 95 % Monte Carlo limits that"
                        + " hold however much luck the scenarios share.";
        if (!factor.isNumeric()) {
            String ends = single ? "" : " Strokes: the lowest and the highest scenario.";
            return Chart.of(name, title, mean + ends, power, rows(factor), spans(index, single));
        }
        List<Mark> marks = beside < 0
                ? line(index, outcomes.finished(), single ? "simulated" : "mean", Ink.EFFICACY, Shape.CIRCLE)
                : lines(index, beside);
        String analytic = marks.stream().anyMatch(mark -> mark instanceof Mark.Line line && line.dash() == Dash.DASHED)
                ? " Dashed: analytic, without simulation; solid lines only lead from point to point."
                : "";
        String some = beside >= 0 && outcomes.factors().get(beside).levels().size() > Ink.lines()
                ? " Not all levels of the other factor have a line."
                : "";
        return Chart.of(name, title, mean + analytic + some, factor.axis(), power, marks);
    }

    /** Some levels of the other factor, from the first to the last. */
    private List<Mark> lines(int index, int beside) {
        Factor other = outcomes.factors().get(beside);
        int levels = other.levels().size();
        int shown = Math.min(Ink.lines(), levels);
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < shown; i++) {
            int level = shown == 1 ? 0 : Math.round((float) i * (levels - 1) / (shown - 1));
            String name = other.isNumeric()
                    ? other.name() + " " + other.withUnit(other.levels().get(level))
                    : other.levels().get(level);
            List<Integer> scenarios = outcomes.finished().stream()
                    .filter(scenario -> outcomes.level(scenario, beside) == level)
                    .toList();
            // Shades far apart, and shapes by turns, so that neighbours are not taken for each other.
            Ink ink = Ink.ofLine(shown == 1 ? 0 : Math.round((float) i * (Ink.lines() - 1) / (shown - 1)));
            marks.addAll(line(index, scenarios, name, ink, i % 2 == 0 ? Shape.CIRCLE : Shape.DIAMOND));
        }
        return marks;
    }

    private List<Mark> line(int index, List<Integer> scenarios, String name, Ink ink, Shape shape) {
        Factor factor = outcomes.factors().get(index);
        List<Integer> order = IntStream.range(0, factor.levels().size())
                .boxed()
                .sorted(Comparator.comparing(factor.numbers()::get))
                .toList();
        List<Mark.Dot> means = new ArrayList<>();
        List<Point> analytic = new ArrayList<>();
        for (int l : order) {
            Level level = level(index, l, scenarios);
            double x = factor.numbers().get(l);
            means.add(new Mark.Dot(x, level.mean, level.low, level.high));
            if (Double.isFinite(level.analytic)) {
                analytic.add(new Point(x, level.analytic));
            }
        }
        List<Mark> marks = new ArrayList<>();
        if (analytic.size() == order.size()
                && analytic.stream().allMatch(point -> power.low() <= point.y() && point.y() <= power.high())) {
            marks.add(new Mark.Line("", ink, Dash.DASHED, analytic, false));
        } else {
            List<Point> points =
                    means.stream().map(dot -> new Point(dot.x(), dot.y())).toList();
            marks.add(new Mark.Line("", ink, Dash.SOLID, points, false));
        }
        marks.add(new Mark.Dots(name, ink, shape, means));
        return marks;
    }

    private Level level(int index, int level, List<Integer> scenarios) {
        return Level.of(
                outcomes,
                scenarios.stream()
                        .filter(scenario -> outcomes.level(scenario, index) == level)
                        .toList());
    }

    /** Levels from the top. */
    private static Axis rows(Factor factor) {
        List<String> names = new ArrayList<>();
        factor.levels().forEach(level -> names.add(0, level));
        return Axis.ofRows(factor.name(), names);
    }

    private List<Mark> spans(int index, boolean single) {
        List<Span> means = new ArrayList<>();
        List<Span> lowest = new ArrayList<>();
        List<Span> highest = new ArrayList<>();
        int levels = outcomes.factors().get(index).levels().size();
        for (int l = levels - 1; l >= 0; l--) {
            Level level = level(index, l, outcomes.finished());
            double y = levels - 1.0 - l;
            means.add(new Span(y, level.mean, level.low, level.high));
            lowest.add(Span.of(y, level.lowest));
            highest.add(Span.of(y, level.highest));
        }
        List<Mark> marks = new ArrayList<>();
        if (!single) {
            marks.add(new Mark.Spans("lowest", Ink.MUTED, Shape.TICK, lowest));
        }
        marks.add(new Mark.Spans((single ? "" : "mean, ") + LIMITS, Ink.EFFICACY, Shape.CIRCLE, means));
        if (!single) {
            marks.add(new Mark.Spans("highest", Ink.MUTED, Shape.TICK, highest));
        }
        return marks;
    }

    /** Power over the scenarios that have a level. */
    private record Level(double mean, double low, double high, double lowest, double highest, double analytic) {
        static Level of(Outcomes outcomes, List<Integer> scenarios) {
            return new Level(
                    mean(outcomes, scenarios, SweepColumn.POWER),
                    mean(outcomes, scenarios, SweepColumn.POWER_LOW),
                    mean(outcomes, scenarios, SweepColumn.POWER_HIGH),
                    power(outcomes, scenarios).min().orElse(0),
                    power(outcomes, scenarios).max().orElse(0),
                    mean(outcomes, scenarios, SweepColumn.ANALYTIC_POWER));
        }

        private static double mean(Outcomes outcomes, List<Integer> scenarios, SweepColumn column) {
            return scenarios.stream()
                    .mapToDouble(scenario -> outcomes.figure(scenario, column))
                    .average()
                    .orElse(Double.NaN);
        }

        private static DoubleStream power(Outcomes outcomes, List<Integer> scenarios) {
            return scenarios.stream().mapToDouble(scenario -> outcomes.figure(scenario, SweepColumn.POWER));
        }
    }
}
