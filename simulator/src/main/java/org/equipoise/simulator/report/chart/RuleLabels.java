package org.equipoise.simulator.report.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.equipoise.simulator.report.chart.Scene.Label;
import org.equipoise.simulator.report.chart.Scene.Label.Anchor;

/** The labels of upright rules, above the plot: each in the first row in which there is room. */
final class RuleLabels {
    private static final double ROW = 15;
    private static final double APART = 8;

    private RuleLabels() {}

    /**
     * The labels.
     *
     * @param place from a number to pixels across
     * @param width of the picture
     * @param top of the first row
     */
    static List<Label> of(Chart chart, DoubleUnaryOperator place, double width, double top) {
        List<Mark.Rule> rules = new ArrayList<>();
        for (Mark mark : chart.marks()) {
            if (mark instanceof Mark.Rule rule
                    && rule.upright()
                    && !rule.label().isEmpty()) {
                rules.add(rule);
            }
        }
        rules.sort(Comparator.comparingDouble(Mark.Rule::at));
        List<Double> ends = new ArrayList<>();
        List<Label> labels = new ArrayList<>();
        for (Mark.Rule rule : rules) {
            String text = TextWidth.fitted(rule.label(), Size.FONT, width);
            double half = TextWidth.of(text, Size.FONT) / 2;
            double x = Math.max(half, Math.min(width - half, place.applyAsDouble(rule.at())));
            int row = 0;
            while (row < ends.size() && ends.get(row) + APART > x - half) {
                row++;
            }
            if (row == ends.size()) {
                ends.add(0.0);
            }
            ends.set(row, x + half);
            labels.add(new Label(rule.ink(), text, x, top + ROW * (row + 1) - 3, Size.FONT, Anchor.MIDDLE));
        }
        return labels;
    }
}
