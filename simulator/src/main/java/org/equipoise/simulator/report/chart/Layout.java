package org.equipoise.simulator.report.chart;

import java.util.ArrayList;
import java.util.List;
import org.equipoise.simulator.report.chart.Scene.Box;
import org.equipoise.simulator.report.chart.Scene.Label;
import org.equipoise.simulator.report.chart.Scene.Label.Anchor;
import org.equipoise.simulator.report.chart.Scene.Shape;
import org.equipoise.simulator.report.chart.Scene.Stroke;

/**
 * Lays a picture out. A chart has from top to bottom the legend, the title of the upright axis, the labels of upright
 * rules, the plot, the axis across, rows of counts. Small multiples have one legend and one title of each axis. Labels
 * never overlap: each has a row or a gap of its own, or is left out.
 */
final class Layout {
    static final double LINE = 18;

    private static final double FONT = Size.FONT;
    private static final double GAP = 8;
    private static final double MARGIN = 16;

    /** Of the names of rows, as a share of the picture. */
    private static final double WIDEST_NAME = 0.4;

    private final Chart chart;
    private final double width;
    private final double plotHeight;
    private final List<Shape> shapes = new ArrayList<>();
    private final Ticks yTicks;
    private final double left;
    private final double right;
    private double top = 2;

    private Layout(Chart chart, double width, double plotHeight, double margin) {
        this.chart = chart;
        this.width = width;
        this.plotHeight = plotHeight;
        yTicks = Ticks.of(chart.y(), plotHeight, FONT, false);
        double widest = yTicks.labels().stream()
                .mapToDouble(label -> TextWidth.of(TextWidth.fitted(label, FONT, WIDEST_NAME * width), FONT))
                .max()
                .orElse(0);
        double counts = chart.counts().isEmpty() ? 0 : 14;
        left = Math.max(widest + GAP, counts);
        right = width - margin;
    }

    /** A picture in a size. */
    static Scene of(Picture picture, Size size) {
        return picture instanceof Chart chart
                ? new Layout(chart, size.width(), size.plotHeight(chart), MARGIN).scene()
                : FacetLayout.of((Facets) picture, size);
    }

    private Scene scene() {
        top = Legend.draw(chart, width, top, shapes);
        top += FONT;
        label(chart.y().label(FONT, width), Ink.MUTED, 0, top, Anchor.START);
        double bottom = plot();
        String title = chart.x().label(FONT, width);
        double half = TextWidth.of(title, FONT) / 2;
        double x = Math.max(half, Math.min(width - half, (left + right) / 2));
        bottom += LINE + 2;
        label(title, Ink.MUTED, x, bottom, Anchor.MIDDLE);
        return new Scene(chart.title(), chart.description(), width, counts(bottom + 4), shapes);
    }

    /**
     * One of small multiples: its own title in place of that of the upright axis, nothing below the numbers of the axis
     * across.
     *
     * @param titleLines as many as the longest title of them has
     */
    static Scene panel(Chart chart, double width, double plotHeight, int titleLines) {
        Layout layout = new Layout(chart, width, plotHeight, 4);
        List<String> title = TextWidth.lines(chart.title(), FONT, width);
        for (int i = 0; i < titleLines; i++) {
            layout.top += i == 0 ? FONT : FONT + 3;
            layout.label(i < title.size() ? title.get(i) : "", Ink.TEXT, 0, layout.top, Anchor.START);
        }
        double bottom = layout.plot();
        return new Scene(chart.title(), chart.description(), width, bottom + GAP, layout.shapes);
    }

    /** What is between the titles; returns the line of the numbers of the axis across. */
    private double plot() {
        top += GAP;
        List<Label> names =
                RuleLabels.of(chart, value -> left + (right - left) * chart.x().share(value), width, top);
        top = names.stream().mapToDouble(name -> name.y() + 10).max().orElse(top + GAP / 2);
        Frame frame = new Frame(chart.x(), chart.y(), new Box(left, top, right, top + plotHeight));
        grid(frame);
        new Plot(frame, shapes).draw(chart.marks());
        shapes.addAll(names);
        axis(frame);
        return frame.box().bottom() + LINE;
    }

    private void grid(Frame frame) {
        Box box = frame.box();
        for (int i = 0; i < yTicks.values().size(); i++) {
            double y = frame.y(yTicks.values().get(i));
            if (chart.y().categories().isEmpty() || chart.hasSpans()) {
                shapes.add(line(Ink.GRID, 1, box.left(), y, box.right(), y));
            }
            String text = TextWidth.fitted(yTicks.labels().get(i), FONT, WIDEST_NAME * width);
            label(text, Ink.MUTED, left - GAP + 2, y + 4, Anchor.END);
        }
    }

    private void axis(Frame frame) {
        Box box = frame.box();
        shapes.add(line(Ink.AXIS, 1, box.left(), box.bottom(), box.right(), box.bottom()));
        Ticks ticks = xTicks();
        for (int i = 0; i < ticks.values().size(); i++) {
            double x = frame.x(ticks.values().get(i));
            shapes.add(line(Ink.AXIS, 1, x, box.bottom(), x, box.bottom() + 5));
            String text = ticks.labels().get(i);
            if (!chart.x().categories().isEmpty()) {
                text = TextWidth.fitted(text, FONT, 2 * Math.min(x, width - x));
            }
            label(text, Ink.MUTED, inside(x, text), box.bottom() + LINE, Anchor.MIDDLE);
        }
    }

    private Ticks xTicks() {
        return Ticks.of(chart.x(), right - left, FONT, true);
    }

    /** The middle of a label, moved where its end would stand beyond the edge. */
    private double inside(double x, String text) {
        return Math.min(x, width - TextWidth.of(text, FONT) / 2);
    }

    /** Rows of counts: the label on a line of its own, the numbers below the ticks that they belong to. */
    private double counts(double above) {
        double y = above;
        Frame frame = new Frame(chart.x(), chart.y(), new Box(left, top, right, top + plotHeight));
        Ticks ticks = xTicks();
        for (Chart.Counts row : chart.counts()) {
            y += LINE;
            label(TextWidth.fitted(row.label(), FONT, width), row.ink(), 0, y, Anchor.START);
            y += LINE - 2;
            Box before = null;
            for (double tick : ticks.values()) {
                double count = row.at(tick);
                String text = Double.isNaN(count) ? "–" : Long.toString(Math.round(count));
                double x = frame.x(tick);
                Label number = new Label(row.ink(), text, inside(x, text), y, FONT, Anchor.MIDDLE);
                if (before == null || !before.overlaps(number.box())) {
                    shapes.add(number);
                    before = number.box();
                }
            }
        }
        return y + 8;
    }

    private void label(String text, Ink ink, double x, double y, Anchor anchor) {
        shapes.add(new Label(ink, text, x, y, FONT, anchor));
    }

    static Stroke line(Ink ink, double width, double x1, double y1, double x2, double y2) {
        return new Stroke(ink, width, Dash.SOLID, List.of(new Point(x1, y1), new Point(x2, y2)));
    }
}
