package org.equipoise.simulator.report.chart;

import java.util.List;
import org.equipoise.simulator.report.chart.Scene.Shape;
import org.equipoise.simulator.report.chart.Scene.Stroke;

/** The sample of a mark in the legend. */
final class LegendKey {
    /** Width in pixels. */
    static final double WIDTH = 24;

    private LegendKey() {}

    /** Draws it from x on, at the height of the middle of its label. */
    static void draw(Mark mark, double x, double y, List<Shape> shapes) {
        List<Point> across = List.of(new Point(x, y), new Point(x + WIDTH, y));
        if (mark instanceof Mark.Line line) {
            shapes.add(new Stroke(mark.ink(), Plot.LINE_WIDTH, line.dash(), across));
        } else if (mark instanceof Mark.Rule rule) {
            shapes.add(new Stroke(mark.ink(), Plot.RULE_WIDTH, rule.dash(), across));
        } else if (mark instanceof Mark.Dots dots) {
            double middle = x + WIDTH / 2;
            if (dots.dots().stream().anyMatch(dot -> dot.high() > dot.low())) {
                shapes.add(Layout.line(mark.ink(), 1.5, middle, y - 7, middle, y + 7));
            }
            Plot.dot(mark.ink(), dots.shape(), new Point(middle, y), shapes);
        } else if (mark instanceof Mark.Spans spans) {
            if (spans.spans().stream().anyMatch(span -> span.high() > span.low())) {
                shapes.add(Layout.line(mark.ink(), 1.5, x, y, x + WIDTH, y));
            }
            Plot.dot(mark.ink(), spans.shape(), new Point(x + WIDTH / 2, y), shapes);
        } else {
            double opacity = mark instanceof Mark.Bars ? Plot.BAR_OPACITY : Plot.BAND_OPACITY;
            shapes.add(new Scene.Area(mark.ink(), opacity, Plot.rectangle(new Scene.Box(x, y - 5, x + WIDTH, y + 5))));
        }
    }
}
