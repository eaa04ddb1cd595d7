package org.equipoise.simulator.report.chart;

import java.util.List;
import org.equipoise.simulator.report.chart.Scene.Label;
import org.equipoise.simulator.report.chart.Scene.Label.Anchor;
import org.equipoise.simulator.report.chart.Scene.Shape;

/** The key of a chart: a sample of each mark with its label, or a scale of shades. */
final class Legend {
    private static final double FONT = Size.FONT;
    private static final double SCALE_WIDTH = 36;
    private static final double SCALE_HEIGHT = 12;

    private final double width;
    private final List<Shape> shapes;
    private double x;
    private double y;

    private Legend(double width, double y, List<Shape> shapes) {
        this.width = width;
        this.y = y;
        this.shapes = shapes;
    }

    /**
     * Draws it.
     *
     * @return where what stands below it begins
     */
    static double draw(Chart chart, double width, double top, List<Shape> shapes) {
        if (isSuperfluous(chart)) {
            return top;
        }
        Legend legend = new Legend(width, top, shapes);
        double bottom = top;
        for (Mark mark : chart.marks()) {
            if (mark instanceof Mark.Cells cells) {
                bottom = legend.scale(cells);
            } else if (!mark.label().isEmpty() && !isNamedAbove(mark)) {
                bottom = legend.add(mark);
            }
        }
        return bottom;
    }

    /** Bars alone need no key: the axis says what they are. */
    private static boolean isSuperfluous(Chart chart) {
        return chart.marks().stream()
                        .allMatch(mark -> mark.label().isEmpty() || isNamedAbove(mark) || mark instanceof Mark.Bars)
                && chart.y().categories().isEmpty();
    }

    private static boolean isNamedAbove(Mark mark) {
        return mark instanceof Mark.Rule rule && rule.upright();
    }

    private double add(Mark mark) {
        double key = LegendKey.WIDTH + 6;
        String text = TextWidth.fitted(mark.label(), FONT, width - key);
        double needed = key + TextWidth.of(text, FONT);
        if (x > 0 && x + needed > width) {
            x = 0;
            y += Layout.LINE;
        }
        LegendKey.draw(mark, x, y + Layout.LINE / 2, shapes);
        label(text, x + key, y + Layout.LINE / 2 + 4, Anchor.START);
        x += needed + 18;
        return y + Layout.LINE + 4;
    }

    /** Shades from the least to the most, with the ends of their classes below. */
    private double scale(Mark.Cells cells) {
        Ramp ramp = cells.ramp();
        String name = TextWidth.fitted(cells.label(), FONT, width / 3);
        double from = TextWidth.of(name, FONT) + 16;
        double each = Math.min(SCALE_WIDTH, (width - from - 24) / ramp.classes());
        label(name, 0, y + SCALE_HEIGHT - 1, Anchor.START);
        for (int c = 0; c < ramp.classes(); c++) {
            Scene.Box box = new Scene.Box(from + c * each, y, from + (c + 1) * each - 1, y + SCALE_HEIGHT);
            shapes.add(new Scene.Area(ramp.shade(c), 1, Plot.rectangle(box)));
        }
        Scene.Box before = null;
        for (int c = 0; c <= ramp.classes(); c++) {
            String end = Ticks.label(ramp.low() + c * ramp.step(), Ticks.decimals(ramp.step()));
            Label label = new Label(Ink.MUTED, end, from + c * each, y + SCALE_HEIGHT + FONT + 2, FONT, Anchor.MIDDLE);
            if (before == null || before.right() + 4 < label.box().left()) {
                shapes.add(label);
                before = label.box();
            }
        }
        return y + SCALE_HEIGHT + FONT + 12;
    }

    private void label(String text, double at, double line, Anchor anchor) {
        shapes.add(new Label(Ink.TEXT, text, at, line, FONT, anchor));
    }
}
