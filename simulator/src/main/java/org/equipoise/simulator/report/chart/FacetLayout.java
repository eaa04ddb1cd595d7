package org.equipoise.simulator.report.chart;

import java.util.ArrayList;
import java.util.List;
import org.equipoise.simulator.report.chart.Scene.Area;
import org.equipoise.simulator.report.chart.Scene.Disc;
import org.equipoise.simulator.report.chart.Scene.Label;
import org.equipoise.simulator.report.chart.Scene.Label.Anchor;
import org.equipoise.simulator.report.chart.Scene.Shape;
import org.equipoise.simulator.report.chart.Scene.Stroke;

/**
 * Lays small multiples out: the legend, the title of the upright axis, panels in rows, the title of the axis across.
 */
final class FacetLayout {
    private static final double APART = 12;

    private FacetLayout() {}

    static Scene of(Facets facets, Size size) {
        List<Shape> shapes = new ArrayList<>();
        double top = Legend.draw(facets.panels().get(0), size.width(), 2, shapes);
        top += Size.FONT;
        shapes.add(new Label(Ink.MUTED, facets.y().label(Size.FONT, size.width()), 0, top, Size.FONT, Anchor.START));
        top += APART;
        int columns = size.columns(facets.panels().size());
        double width = (size.width() - (columns - 1) * APART) / columns;
        double bottom = top;
        int titleLines = facets.panels().stream()
                .mapToInt(panel ->
                        TextWidth.lines(panel.title(), Size.FONT, width).size())
                .max()
                .orElse(1);
        for (int p = 0; p < facets.panels().size(); p++) {
            if (p > 0 && p % columns == 0) {
                top = bottom + APART;
            }
            Chart chart = facets.panels().get(p);
            Scene panel = Layout.panel(chart, width, size.panelHeight(chart), titleLines);
            for (Shape shape : panel.shapes()) {
                shapes.add(moved(shape, p % columns * (width + APART), top));
            }
            bottom = Math.max(bottom, top + panel.height());
        }
        bottom += Size.FONT;
        shapes.add(new Label(
                Ink.MUTED,
                facets.x().label(Size.FONT, size.width()),
                size.width() / 2,
                bottom,
                Size.FONT,
                Anchor.MIDDLE));
        return new Scene(facets.title(), facets.description(), size.width(), bottom + APART, shapes);
    }

    private static Shape moved(Shape shape, double x, double y) {
        if (shape instanceof Stroke stroke) {
            return new Stroke(stroke.ink(), stroke.width(), stroke.dash(), moved(stroke.points(), x, y));
        }
        if (shape instanceof Area area) {
            return new Area(area.ink(), area.opacity(), moved(area.points(), x, y));
        }
        if (shape instanceof Disc disc) {
            return new Disc(disc.ink(), disc.x() + x, disc.y() + y, disc.radius());
        }
        Label label = (Label) shape;
        return new Label(label.ink(), label.text(), label.x() + x, label.y() + y, label.size(), label.anchor());
    }

    private static List<Point> moved(List<Point> points, double x, double y) {
        return points.stream().map(p -> new Point(p.x() + x, p.y() + y)).toList();
    }
}
