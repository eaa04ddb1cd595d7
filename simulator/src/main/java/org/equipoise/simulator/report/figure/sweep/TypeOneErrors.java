package org.equipoise.simulator.report.figure.sweep;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.equipoise.simulator.report.chart.Axis;
import org.equipoise.simulator.report.chart.Chart;
import org.equipoise.simulator.report.chart.Dash;
import org.equipoise.simulator.report.chart.Ink;
import org.equipoise.simulator.report.chart.Mark;
import org.equipoise.simulator.report.chart.Mark.Dots.Shape;
import org.equipoise.simulator.report.chart.Mark.Span;
import org.equipoise.simulator.report.figure.Numbers;
import org.equipoise.simulator.sweep.store.SweepColumn;

/** The type I error of every scenario that assumes the null hypothesis, with its limits, beside the level. */
public final class TypeOneErrors {
    private static final int MOST_ROWS = 40;

    private final Outcomes outcomes;
    private final List<Integer> scenarios;
    private final double alpha;

    private TypeOneErrors(Outcomes outcomes, List<Integer> scenarios, double alpha) {
        this.outcomes = outcomes;
        this.scenarios = scenarios;
        this.alpha = alpha;
    }

    /**
     * The chart; none where no scenario assumes the null hypothesis.
     *
     * @param alpha the one-sided level of all of them; NaN where they differ
     */
    public static Optional<Chart> of(Outcomes outcomes, double alpha) {
        List<Integer> scenarios = outcomes.finished().stream()
                .filter(scenario -> !Double.isNaN(outcomes.figure(scenario, SweepColumn.TYPE_I_ERROR)))
                .toList();
        if (scenarios.isEmpty()) {
            return Optional.empty();
        }
        TypeOneErrors errors = new TypeOneErrors(outcomes, scenarios, alpha);
        return Optional.of(scenarios.size() > MOST_ROWS ? errors.sorted() : errors.rows());
    }

    private Chart rows() {
        List<String> names = new ArrayList<>();
        List<Span> spans = new ArrayList<>();
        for (int i = scenarios.size() - 1; i >= 0; i--) {
            int scenario = scenarios.get(i);
            spans.add(new Span(names.size(), error(scenario), low(scenario), high(scenario)));
            names.add(ScenarioRows.name(outcomes, scenario));
        }
        List<Mark> marks = new ArrayList<>(level(true));
        marks.add(new Mark.Spans("Type I error, 95 % limits", Ink.EFFICACY, Shape.CIRCLE, spans));
        return Chart.of("type-one-error", "Type I error", words(), axis(), Axis.ofRows("Scenario", names), marks);
    }

    private Chart sorted() {
        List<Mark.Dot> dots = new ArrayList<>();
        List<Integer> order = scenarios.stream()
                .sorted(Comparator.comparingDouble(this::error))
                .toList();
        for (int i = 0; i < order.size(); i++) {
            int scenario = order.get(i);
            dots.add(new Mark.Dot(i + 1, error(scenario), low(scenario), high(scenario)));
        }
        List<Mark> marks = new ArrayList<>(level(false));
        marks.add(new Mark.Dots("95 % limits", Ink.EFFICACY, Shape.CIRCLE, dots));
        return Chart.of(
                "type-one-error",
                "Type I error",
                words(),
                Axis.ofNumbers("Scenarios, in the order of their type I error", 0, order.size() + 1.0),
                axis(),
                marks);
    }

    private List<Mark> level(boolean upright) {
        return Double.isNaN(alpha)
                ? List.of()
                : List.of(new Mark.Rule("α " + Numbers.plain(alpha), Ink.MUTED, Dash.DASHED, upright, alpha));
    }

    private String words() {
        long above =
                scenarios.stream().filter(scenario -> low(scenario) > alpha).count();
        return "Every scenario that assumes the null hypothesis, with 95 % Monte Carlo limits."
                + (Double.isNaN(alpha)
                        ? " Levels differ between scenarios."
                        : " The limits of " + above + " of " + scenarios.size()
                                + " lie wholly above the level; by chance alone it would be 1 in 40 on average.");
    }

    private Axis axis() {
        double least = Double.isNaN(alpha) ? 1 : alpha;
        double most = Double.isNaN(alpha) ? 0 : alpha;
        for (int scenario : scenarios) {
            least = Math.min(least, low(scenario));
            most = Math.max(most, high(scenario));
        }
        return FactorCharts.axis("Type I error", least, most);
    }

    private double error(int scenario) {
        return outcomes.figure(scenario, SweepColumn.POWER);
    }

    private double low(int scenario) {
        return outcomes.figure(scenario, SweepColumn.POWER_LOW);
    }

    private double high(int scenario) {
        return outcomes.figure(scenario, SweepColumn.POWER_HIGH);
    }
}
