package org.equipoise.simulator.report.figure.sweep;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.equipoise.simulator.report.chart.Axis;
import org.equipoise.simulator.report.chart.Chart;
import org.equipoise.simulator.report.chart.Ink;
import org.equipoise.simulator.report.chart.Mark;
import org.equipoise.simulator.report.chart.Mark.Dots.Shape;
import org.equipoise.simulator.report.chart.Mark.Span;
import org.equipoise.simulator.sweep.store.SweepColumn;

/** Scenarios in rows, each with its power and the limits: all of them, or the best and the worst. */
public final class ScenarioRows {
    private static final int MOST = 24;
    private static final int AT_EITHER_END = 10;

    private ScenarioRows() {}

    /** The chart: all scenarios in their order where there are few, else those with the highest and lowest power. */
    public static Chart of(Outcomes outcomes) {
        List<Integer> all = outcomes.finished();
        List<Integer> sorted = all.stream()
                .sorted(Comparator.comparingDouble(scenario -> -outcomes.figure(scenario, SweepColumn.POWER)))
                .toList();
        boolean few = all.size() <= MOST;
        List<String> names = new ArrayList<>();
        List<Span> spans = new ArrayList<>();
        List<Integer> shown = new ArrayList<>(few ? all : sorted.subList(sorted.size() - AT_EITHER_END, sorted.size()));
        add(outcomes, shown, names, spans);
        if (!few) {
            names.add("…");
            add(outcomes, sorted.subList(0, AT_EITHER_END), names, spans);
        }
        String figure = outcomes.figureName();
        return Chart.of(
                "scenarios",
                few ? outcomes.figureTitle() + " of each scenario" : "Highest and lowest " + figure,
                (few
                                ? "Each scenario with its 95 % Monte Carlo limits."
                                : "The " + AT_EITHER_END + " scenarios with the highest and the " + AT_EITHER_END
                                        + " with the lowest " + figure
                                        + ", with 95 % Monte Carlo limits. Which come out at"
                                        + " the ends is partly luck.")
                        + " Numbers are those of the table of all scenarios.",
                FactorCharts.axis(outcomes),
                Axis.ofRows("Scenario", names),
                List.of(new Mark.Spans(outcomes.figureTitle() + ", 95 % limits", Ink.EFFICACY, Shape.CIRCLE, spans)));
    }

    /** The last one lowest. */
    private static void add(Outcomes outcomes, List<Integer> scenarios, List<String> names, List<Span> spans) {
        for (int i = scenarios.size() - 1; i >= 0; i--) {
            int scenario = scenarios.get(i);
            spans.add(new Span(
                    names.size(),
                    outcomes.figure(scenario, SweepColumn.POWER),
                    outcomes.figure(scenario, SweepColumn.POWER_LOW),
                    outcomes.figure(scenario, SweepColumn.POWER_HIGH)));
            names.add(name(outcomes, scenario));
        }
    }

    /** {@code #9 0.55 · 176}. */
    static String name(Outcomes outcomes, int scenario) {
        return "#" + (scenario + 1) + " " + outcomes.values(scenario);
    }
}
