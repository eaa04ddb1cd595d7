package org.equipoise.simulator.report.chart;

import java.util.List;
import java.util.stream.Stream;

/** Something drawn on a chart. A label that is not empty stands in the legend. */
public sealed interface Mark {
    /** What it shows, for the legend; empty when another mark says it. */
    String label();

    /** Its colour. */
    Ink ink();

    /** Corners of what is drawn, all of which must lie on the axes. A rule has NaN along itself. */
    Stream<Point> extent();

    /**
     * A line from point to point, or a step function that keeps each value until the next point.
     *
     * @param points in order of x
     * @param step whether values are kept
     */
    record Line(String label, Ink ink, Dash dash, List<Point> points, boolean step) implements Mark {
        /** Copies the list. */
        public Line {
            points = List.copyOf(points);
        }

        @Override
        public Stream<Point> extent() {
            return points.stream();
        }
    }

    /**
     * The area between two lines or step functions.
     *
     * @param edges in order of x
     * @param step whether values are kept
     */
    record Band(String label, Ink ink, List<Edge> edges, boolean step) implements Mark {
        /** Copies the list. */
        public Band {
            edges = List.copyOf(edges);
        }

        @Override
        public Stream<Point> extent() {
            return edges.stream().flatMap(e -> Stream.of(new Point(e.x(), e.low()), new Point(e.x(), e.high())));
        }
    }

    /**
     * Both edges of a band, or an estimate's limits.
     *
     * @param x where
     * @param low lower edge
     * @param high upper edge
     */
    record Edge(double x, double low, double high) {}

    /**
     * Points, each with an interval or without.
     *
     * @param dots in order of x
     */
    record Dots(String label, Ink ink, Shape shape, List<Dot> dots) implements Mark {
        /** Forms that can be told apart without colour. */
        public enum Shape {
            /** A filled circle. */
            CIRCLE,
            /** A filled diamond. */
            DIAMOND,
            /** A short upright stroke, for censored times. */
            TICK
        }

        /** Copies the list. */
        public Dots {
            dots = List.copyOf(dots);
        }

        @Override
        public Stream<Point> extent() {
            return dots.stream()
                    .flatMap(d ->
                            Stream.of(new Point(d.x(), d.y()), new Point(d.x(), d.low()), new Point(d.x(), d.high())));
        }
    }

    /**
     * One point.
     *
     * @param x across
     * @param y along the other axis
     * @param low lower limit; y where there is none
     * @param high upper limit; y where there is none
     */
    record Dot(double x, double y, double low, double high) {
        /** A point without an interval. */
        public static Dot of(double x, double y) {
            return new Dot(x, y, y, y);
        }
    }

    /**
     * Bars of a histogram, from 0 up, or of any other lower end.
     *
     * @param bars in order of x
     */
    record Bars(String label, Ink ink, List<Bar> bars) implements Mark {
        /** Copies the list. */
        public Bars {
            bars = List.copyOf(bars);
        }

        @Override
        public Stream<Point> extent() {
            return bars.stream().flatMap(b -> Stream.of(new Point(b.from(), b.low()), new Point(b.to(), b.high())));
        }
    }

    /**
     * One bar.
     *
     * @param from left end
     * @param to right end
     * @param low lower end
     * @param high upper end
     */
    record Bar(double from, double to, double low, double high) {}

    /**
     * Points with their intervals along the axis across, each in a row.
     *
     * @param spans from the lowest row up
     */
    record Spans(String label, Ink ink, Dots.Shape shape, List<Span> spans) implements Mark {
        /** Copies the list. */
        public Spans {
            spans = List.copyOf(spans);
        }

        @Override
        public Stream<Point> extent() {
            return spans.stream()
                    .flatMap(s ->
                            Stream.of(new Point(s.x(), s.y()), new Point(s.low(), s.y()), new Point(s.high(), s.y())));
        }
    }

    /**
     * One point and its interval.
     *
     * @param y the row
     * @param x where along the axis across
     * @param low lower limit; x where there is none
     * @param high upper limit; x where there is none
     */
    record Span(double y, double x, double low, double high) {
        /** A point without an interval. */
        public static Span of(double y, double x) {
            return new Span(y, x, x, x);
        }
    }

    /**
     * Squares of a heat map, on two axes of categories. What has no square is not known.
     *
     * @param label what they measure
     * @param ramp their shades
     * @param cells the squares
     */
    record Cells(String label, Ramp ramp, List<Cell> cells) implements Mark {
        /** Copies the list. */
        public Cells {
            cells = List.copyOf(cells);
        }

        @Override
        public Ink ink() {
            return ramp.shade(ramp.classes() - 1);
        }

        @Override
        public Stream<Point> extent() {
            return cells.stream().map(cell -> new Point(cell.x(), cell.y()));
        }
    }

    /**
     * One square.
     *
     * @param x its column, from 0
     * @param y its row, from 0
     * @param value what it measures
     * @param text the same in words, left out where there is no room
     */
    record Cell(int x, int y, double value, String text) {}

    /**
     * A straight line across the chart; an upright one has its label at its upper end.
     *
     * @param upright whether it stands at an x, not at a y
     * @param at where
     */
    record Rule(String label, Ink ink, Dash dash, boolean upright, double at) implements Mark {
        @Override
        public Stream<Point> extent() {
            return Stream.of(upright ? new Point(at, Double.NaN) : new Point(Double.NaN, at));
        }
    }

    /**
     * Words at points, each left out where it would cover another.
     *
     * @param notes the words
     * @param beside whether they stand at the right of points rather than above, where intervals may be
     */
    record Notes(Ink ink, List<Note> notes, boolean beside) implements Mark {
        /** Words above points. */
        public Notes(Ink ink, List<Note> notes) {
            this(ink, notes, false);
        }

        /** Copies the list. */
        public Notes {
            notes = List.copyOf(notes);
        }

        @Override
        public String label() {
            return "";
        }

        @Override
        public Stream<Point> extent() {
            return notes.stream().map(n -> new Point(n.x(), n.y()));
        }
    }

    /**
     * Words beside a point.
     *
     * @param x across
     * @param y along the other axis
     * @param text the words
     */
    record Note(double x, double y, String text) {}
}
