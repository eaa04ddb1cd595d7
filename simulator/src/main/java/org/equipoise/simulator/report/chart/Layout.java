package org.equipoise.simulator.report.chart;

import java.util.ArrayList;
import java.util.List;
import org.equipoise.simulator.report.chart.Scene.Box;
import org.equipoise.simulator.report.chart.Scene.Label;
import org.equipoise.simulator.report.chart.Scene.Label.Anchor;
import org.equipoise.simulator.report.chart.Scene.Shape;
import org.equipoise.simulator.report.chart.Scene.Stroke;

/**
 * Lays a chart out: from top to bottom the legend, the title of the upright axis, the labels of upright rules, the
 * plot, the axis across, rows of counts. Labels never overlap: each has a row or a gap of its own, or is left out.
 */
final class Layout {
    private static final double FONT = Size.FONT;
    private static final double LINE = 18;
    private static final double GAP = 8;

    private final Chart chart;
    private final Size size;
    private final List<Shape> shapes = new ArrayList<>();
    private final Ticks yTicks;
    private final double left;
    private final double right;
    private double top = 2;

    private Layout(Chart chart, Size size) {
        this.chart = chart;
        this.size = size;
        yTicks = Ticks.of(chart.y(), size.plotHeight(), FONT, false);
        double room = size.width() / 3;
        double widest = yTicks.labels().stream()
                .mapToDouble(label -> TextWidth.of(TextWidth.fitted(label, FONT, room), FONT))
                .max()
                .orElse(0);
        double counts = chart.counts().isEmpty() ? 0 : 14;
        left = Math.max(widest + GAP, counts);
        right = size.width() - 16;
    }

    /** The chart in a size. */
    static Scene of(Chart chart, Size size) {
        return new Layout(chart, size).scene();
    }

    private Scene scene() {
        legend();
        top += FONT;
        label(chart.y().label(FONT, size.width()), Ink.MUTED, 0, top, Anchor.START);
        top += GAP;
        List<Label> names =
                RuleLabels.of(chart, value -> left + (right - left) * chart.x().share(value), size.width(), top);
        top = names.stream().mapToDouble(name -> name.y() + 10).max().orElse(top + GAP / 2);
        Frame frame = new Frame(chart.x(), chart.y(), new Box(left, top, right, top + size.plotHeight()));
        grid(frame);
        new Plot(frame, shapes).draw(chart.marks());
        shapes.addAll(names);
        axis(frame);
        double bottom = counts(frame);
        return new Scene(chart.title(), chart.description(), size.width(), bottom, shapes);
    }

    /** Bars alone need no key: the axis says what they are. */
    private void legend() {
        if (chart.marks().stream()
                        .allMatch(mark -> mark.label().isEmpty() || isNamedAbove(mark) || mark instanceof Mark.Bars)
                && chart.y().categories().isEmpty()) {
            return;
        }
        double x = 0;
        double y = top;
        for (Mark mark : chart.marks()) {
            if (mark.label().isEmpty() || isNamedAbove(mark)) {
                continue;
            }
            double key = LegendKey.WIDTH + 6;
            String text = TextWidth.fitted(mark.label(), FONT, size.width() - key);
            double width = key + TextWidth.of(text, FONT);
            if (x > 0 && x + width > size.width()) {
                x = 0;
                y += LINE;
            }
            LegendKey.draw(mark, x, y + LINE / 2, shapes);
            label(text, Ink.TEXT, x + key, y + LINE / 2 + 4, Anchor.START);
            x += width + 18;
            top = y + LINE + 4;
        }
    }

    private static boolean isNamedAbove(Mark mark) {
        return mark instanceof Mark.Rule rule && rule.upright();
    }

    private void grid(Frame frame) {
        Box box = frame.box();
        for (int i = 0; i < yTicks.values().size(); i++) {
            double y = frame.y(yTicks.values().get(i));
            if (chart.y().categories().isEmpty()) {
                shapes.add(line(Ink.GRID, 1, box.left(), y, box.right(), y));
            }
            String text = TextWidth.fitted(yTicks.labels().get(i), FONT, size.width() / 3);
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
            label(
                    ticks.labels().get(i),
                    Ink.MUTED,
                    x,
                    box.bottom() + LINE,
                    inside(x, ticks.labels().get(i)));
        }
        String title = chart.x().label(FONT, size.width());
        double middle = (box.left() + box.right()) / 2;
        double half = TextWidth.of(title, FONT) / 2;
        double x = Math.max(half, Math.min(size.width() - half, middle));
        label(title, Ink.MUTED, x, box.bottom() + 2 * LINE + 2, Anchor.MIDDLE);
    }

    private Ticks xTicks() {
        return Ticks.of(chart.x(), right - left, FONT, true);
    }

    /** The middle, or the end where half a label would stand beyond the edge. */
    private Anchor inside(double x, String text) {
        return x + TextWidth.of(text, FONT) / 2 > size.width() ? Anchor.END : Anchor.MIDDLE;
    }

    /** Rows of counts: the label on a line of its own, the numbers below the ticks that they belong to. */
    private double counts(Frame frame) {
        double y = frame.box().bottom() + 2 * LINE + 6;
        Ticks ticks = xTicks();
        for (Chart.Counts row : chart.counts()) {
            y += LINE;
            label(TextWidth.fitted(row.label(), FONT, size.width()), row.ink(), 0, y, Anchor.START);
            y += LINE - 2;
            Box before = null;
            for (double tick : ticks.values()) {
                double count = row.at(tick);
                String text = Double.isNaN(count) ? "–" : Long.toString(Math.round(count));
                double x = frame.x(tick);
                Label number = new Label(row.ink(), text, x, y, FONT, inside(x, text));
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
