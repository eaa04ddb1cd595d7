package org.equipoise.simulator.report.chart;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.equipoise.simulator.report.chart.Scene.Area;
import org.equipoise.simulator.report.chart.Scene.Box;
import org.equipoise.simulator.report.chart.Scene.Disc;
import org.equipoise.simulator.report.chart.Scene.Label;
import org.equipoise.simulator.report.chart.Scene.Label.Anchor;
import org.equipoise.simulator.report.chart.Scene.Shape;
import org.equipoise.simulator.report.chart.Scene.Stroke;

/** Draws the marks of a chart between its axes. */
final class Plot {
    static final double LINE_WIDTH = 2;
    static final double RULE_WIDTH = 1.25;
    static final double BAND_OPACITY = 0.18;
    static final double BAR_OPACITY = 0.55;

    /** Of the page behind words that stand on lines. */
    private static final double HALO_OPACITY = 0.8;
    /** Pixels between a label and the axis below it. */
    private static final double OFF_THE_AXIS = 3;

    private final Frame frame;
    private final List<Shape> shapes;
    private final List<Box> taken = new ArrayList<>();
    private final List<List<Point>> lines = new ArrayList<>();

    Plot(Frame frame, List<Shape> shapes) {
        this.frame = frame;
        this.shapes = shapes;
    }

    void draw(List<Mark> marks) {
        for (Mark mark : marks) {
            if (mark instanceof Mark.Line line) {
                lines.add(corners(line.points(), line.step()));
            }
        }
        for (Mark mark : marks) {
            if (mark instanceof Mark.Line line) {
                shapes.add(new Stroke(line.ink(), LINE_WIDTH, line.dash(), corners(line.points(), line.step())));
            } else if (mark instanceof Mark.Band band) {
                shapes.add(new Area(band.ink(), BAND_OPACITY, outline(band)));
            } else if (mark instanceof Mark.Bars bars) {
                bars.bars().forEach(bar -> bar(bars.ink(), bar));
            } else if (mark instanceof Mark.Dots dots) {
                dots.dots().forEach(dot -> dot(dots, dot));
            } else if (mark instanceof Mark.Spans spans) {
                spans.spans().forEach(span -> span(spans, span));
            } else if (mark instanceof Mark.Cells cells) {
                cells.cells().forEach(cell -> cell(cells.ramp(), cell));
            } else if (mark instanceof Mark.Rule rule) {
                rule(rule);
            } else if (mark instanceof Mark.Notes notes) {
                notes.notes().forEach(note -> note(notes.ink(), note, notes.beside()));
            }
        }
    }

    private List<Point> corners(List<Point> points, boolean step) {
        List<Point> corners = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            if (step && i > 0) {
                corners.add(frame.at(points.get(i).x(), points.get(i - 1).y()));
            }
            corners.add(frame.at(points.get(i).x(), points.get(i).y()));
        }
        return corners;
    }

    private List<Point> outline(Mark.Band band) {
        List<Point> low = new ArrayList<>();
        List<Point> high = new ArrayList<>();
        for (Mark.Edge edge : band.edges()) {
            low.add(new Point(edge.x(), edge.low()));
            high.add(new Point(edge.x(), edge.high()));
        }
        List<Point> outline = new ArrayList<>(corners(high, band.step()));
        List<Point> back = corners(low, band.step());
        for (int i = back.size() - 1; i >= 0; i--) {
            outline.add(back.get(i));
        }
        return outline;
    }

    /** A pixel is left between bars. */
    private void bar(Ink ink, Mark.Bar bar) {
        double from = frame.x(bar.from());
        double to = frame.x(bar.to());
        double gap = to - from > 4 ? 0.5 : 0;
        shapes.add(new Area(
                ink, BAR_OPACITY, rectangle(new Box(from + gap, frame.y(bar.high()), to - gap, frame.y(bar.low())))));
    }

    static List<Point> rectangle(Box box) {
        return List.of(
                new Point(box.left(), box.top()),
                new Point(box.right(), box.top()),
                new Point(box.right(), box.bottom()),
                new Point(box.left(), box.bottom()));
    }

    private void dot(Mark.Dots dots, Mark.Dot dot) {
        if (dot.high() > dot.low()) {
            double x = frame.x(dot.x());
            shapes.add(Layout.line(dots.ink(), 1.5, x, frame.y(dot.low()), x, frame.y(dot.high())));
        }
        dot(dots.ink(), dots.shape(), frame.at(dot.x(), dot.y()), shapes);
    }

    private void span(Mark.Spans spans, Mark.Span span) {
        double y = frame.y(span.y());
        if (span.high() > span.low()) {
            shapes.add(Layout.line(spans.ink(), 1.5, frame.x(span.low()), y, frame.x(span.high()), y));
        }
        dot(spans.ink(), spans.shape(), frame.at(span.x(), span.y()), shapes);
    }

    /** A pixel is left between squares. */
    private void cell(Ramp ramp, Mark.Cell cell) {
        Point from = frame.at(cell.x() - 0.5, cell.y() + 0.5);
        Point to = frame.at(cell.x() + 0.5, cell.y() - 0.5);
        Box box = new Box(from.x() + 0.5, from.y() + 0.5, to.x() - 0.5, to.y() - 0.5);
        Ink shade = ramp.shade(ramp.at(cell.value()));
        shapes.add(new Area(shade, 1, rectangle(box)));
        Label label = new Label(
                shade.words(),
                cell.text(),
                (box.left() + box.right()) / 2,
                (box.top() + box.bottom()) / 2 + 4,
                Size.FONT,
                Anchor.MIDDLE);
        if (label.box().left() >= box.left() + 1 && label.box().top() >= box.top()) {
            shapes.add(label);
        }
    }

    static void dot(Ink ink, Mark.Dots.Shape shape, Point at, List<Shape> shapes) {
        double x = at.x();
        double y = at.y();
        switch (shape) {
            case CIRCLE -> shapes.add(new Disc(ink, x, y, 3.5));
            case DIAMOND ->
                shapes.add(new Area(
                        ink,
                        1,
                        List.of(new Point(x, y - 5), new Point(x + 5, y), new Point(x, y + 5), new Point(x - 5, y))));
            case TICK -> shapes.add(Layout.line(ink, 1, x, y - 4, x, y + 4));
        }
    }

    private void rule(Mark.Rule rule) {
        Box box = frame.box();
        List<Point> ends = rule.upright()
                ? List.of(new Point(frame.x(rule.at()), box.top()), new Point(frame.x(rule.at()), box.bottom()))
                : List.of(new Point(box.left(), frame.y(rule.at())), new Point(box.right(), frame.y(rule.at())));
        shapes.add(new Stroke(rule.ink(), RULE_WIDTH, rule.dash(), ends));
    }

    /**
     * Above the point, else below, right or left of it, or first of all right of it, else left: where no line runs;
     * else the first of these places that is free; else nowhere.
     */
    private void note(Ink ink, Mark.Note note, boolean beside) {
        Point at = frame.at(note.x(), note.y());
        List<Label> places = new ArrayList<>(List.of(
                new Label(ink, note.text(), at.x(), at.y() - 9, Size.FONT, Anchor.MIDDLE),
                new Label(ink, note.text(), at.x() + 5, at.y() - 9, Size.FONT, Anchor.END),
                new Label(ink, note.text(), at.x() - 5, at.y() - 9, Size.FONT, Anchor.START),
                new Label(ink, note.text(), at.x(), at.y() + 18, Size.FONT, Anchor.MIDDLE),
                new Label(ink, note.text(), at.x() - 5, at.y() + 18, Size.FONT, Anchor.START),
                new Label(ink, note.text(), at.x() + 5, at.y() + 18, Size.FONT, Anchor.END),
                new Label(ink, note.text(), at.x() + 9, at.y() + 4, Size.FONT, Anchor.START),
                new Label(ink, note.text(), at.x() - 9, at.y() + 4, Size.FONT, Anchor.END)));
        if (beside) {
            Collections.rotate(places, 2);
        }
        List<Label> free = places.stream().filter(label -> isFree(label.box())).toList();
        free.stream()
                .filter(label -> lines.stream().noneMatch(line -> label.box().meets(line)))
                .findFirst()
                .or(() -> free.stream().findFirst())
                .ifPresent(label -> {
                    taken.add(label.box());
                    shapes.add(new Area(Ink.PAGE, HALO_OPACITY, rectangle(label.box())));
                    shapes.add(label);
                });
    }

    private boolean isFree(Box box) {
        return box.left() >= frame.box().left()
                && box.right() <= frame.box().right()
                && box.top() >= frame.box().top()
                && box.bottom() <= frame.box().bottom() - OFF_THE_AXIS
                && taken.stream().noneMatch(box::overlaps);
    }
}
