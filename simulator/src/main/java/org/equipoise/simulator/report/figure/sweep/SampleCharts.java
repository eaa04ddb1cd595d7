package org.equipoise.simulator.report.figure.sweep;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.equipoise.simulator.report.chart.Axis;
import org.equipoise.simulator.report.chart.Chart;
import org.equipoise.simulator.report.chart.Ink;
import org.equipoise.simulator.report.chart.Mark;
import org.equipoise.simulator.report.chart.Mark.Dot;
import org.equipoise.simulator.report.chart.Mark.Dots.Shape;
import org.equipoise.simulator.report.chart.Mark.Span;
import org.equipoise.simulator.sweep.store.SweepColumn;

/** Power against each value that is sampled: a point for each scenario, and means that show the trend. */
public final class SampleCharts {
    private static final int MEANS = 8;

    /** Scenarios that a mean needs at least. */
    private static final int LEAST = 4;

    private final Outcomes outcomes;
    private final Axis power;

    private SampleCharts(Outcomes outcomes) {
        this.outcomes = outcomes;
        power = FactorCharts.axis(outcomes);
    }

    /** A chart for each; none where nothing is sampled. */
    public static List<Chart> of(Outcomes outcomes) {
        if (outcomes.sampled().isEmpty()) {
            return List.of();
        }
        SampleCharts charts = new SampleCharts(outcomes);
        return IntStream.range(0, outcomes.sampled().size())
                .mapToObj(charts::chart)
                .toList();
    }

    private Chart chart(int index) {
        Factor sampled = outcomes.sampled().get(index);
        String name = "power-by-sample-" + (index + 1);
        String title = outcomes.figureTitle() + " by " + sampled.inSentence();
        return sampled.isNumeric()
                ? Chart.of(
                        name,
                        title,
                        "A point for each scenario, all that is sampled differing between them; means over groups of"
                                + " scenarios with neighbouring values, each with 95 % limits of the mean.",
                        sampled.axis(),
                        power,
                        points(sampled))
                : Chart.of(
                        name,
                        title,
                        "A stroke for each scenario, all that is sampled differing between them, and their mean with 95 %"
                                + " limits of the mean.",
                        power,
                        Axis.ofRows(sampled.name(), values(sampled)),
                        strokes(sampled));
    }

    private List<Mark> points(Factor sampled) {
        List<Integer> order = outcomes.finished().stream()
                .sorted(Comparator.comparingDouble(sampled.numbers()::get))
                .toList();
        List<Dot> dots = order.stream()
                .map(scenario -> Dot.of(sampled.numbers().get(scenario), power(scenario)))
                .toList();
        int groups = Math.min(MEANS, order.size() / LEAST);
        List<Dot> means = new ArrayList<>();
        for (int g = 0; g < groups; g++) {
            List<Integer> group = order.subList(order.size() * g / groups, order.size() * (g + 1) / groups);
            double x =
                    group.stream().mapToDouble(sampled.numbers()::get).average().orElseThrow();
            means.add(mean(x, group));
        }
        List<Mark> marks = new ArrayList<>(List.of(new Mark.Dots("scenario", Ink.EFFICACY, Shape.CIRCLE, dots)));
        if (!means.isEmpty()) {
            marks.add(new Mark.Dots("mean of neighbours", Ink.TEXT, Shape.DIAMOND, means));
        }
        return marks;
    }

    private Dot mean(double x, List<Integer> group) {
        double mean = group.stream().mapToDouble(this::power).average().orElseThrow();
        double squares = group.stream()
                .mapToDouble(scenario -> (power(scenario) - mean) * (power(scenario) - mean))
                .sum();
        double half = 1.96 * Math.sqrt(squares / Math.max(1, group.size() - 1) / group.size());
        return new Dot(x, mean, Math.max(power.low(), mean - half), Math.min(power.high(), mean + half));
    }

    private List<String> values(Factor sampled) {
        return outcomes.finished().stream()
                .map(sampled.levels()::get)
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    private List<Mark> strokes(Factor sampled) {
        List<String> values = values(sampled);
        List<Span> strokes = new ArrayList<>();
        List<Span> means = new ArrayList<>();
        for (int v = 0; v < values.size(); v++) {
            int row = v;
            List<Integer> group = outcomes.finished().stream()
                    .filter(scenario -> sampled.levels().get(scenario).equals(values.get(row)))
                    .toList();
            Dot mean = mean(row, group);
            means.add(new Span(row, mean.y(), mean.low(), mean.high()));
            group.forEach(scenario -> strokes.add(Span.of(row, power(scenario))));
        }
        return List.of(
                new Mark.Spans("mean", Ink.TEXT, Shape.DIAMOND, means),
                new Mark.Spans("scenario", Ink.EFFICACY, Shape.TICK, strokes));
    }

    private double power(int scenario) {
        return outcomes.figure(scenario, SweepColumn.POWER);
    }
}
