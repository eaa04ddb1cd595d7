package org.equipoise.simulator.report.chart;

import java.util.List;

/**
 * A chart as data.
 *
 * @param name of its files: lower-case letters, digits and {@code -}
 * @param title what it shows, in a line
 * @param description what is to be seen, for those who cannot see it
 * @param x the axis across
 * @param y the upright axis
 * @param marks in the order in which they are drawn
 * @param counts rows of numbers below the chart, such as the patients at risk
 */
public record Chart(
        String name, String title, String description, Axis x, Axis y, List<Mark> marks, List<Counts> counts)
        implements Picture {
    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException when a mark does not lie on the axes
     */
    public Chart {
        marks = List.copyOf(marks);
        counts = List.copyOf(counts);
        if (!name.matches("[a-z0-9-]+")) {
            throw new IllegalArgumentException("no name of a file: '" + name + "'");
        }
        for (Mark mark : marks) {
            mark.extent().forEach(point -> {
                boolean across = mark instanceof Mark.Rule && Double.isNaN(point.x());
                boolean along = mark instanceof Mark.Rule && Double.isNaN(point.y());
                if (!(across || x.holds(point.x())) || !(along || y.holds(point.y()))) {
                    throw new IllegalArgumentException(name + ": " + point + " lies beyond the axes " + x + ", " + y);
                }
            });
        }
    }

    /** A chart without numbers below it. */
    public static Chart of(String name, String title, String description, Axis x, Axis y, List<Mark> marks) {
        return new Chart(name, title, description, x, y, marks, List.of());
    }

    /** Whether it has points in rows, which lines lead to. */
    boolean hasSpans() {
        return marks.stream().anyMatch(Mark.Spans.class::isInstance);
    }

    /**
     * Numbers below the chart, one for each tick of the axis across.
     *
     * @param label what they count
     * @param ink colour of the label
     * @param values a step function: the number at a tick is that of the last point at or before it
     */
    public record Counts(String label, Ink ink, List<Point> values) {
        /** Copies the list. */
        public Counts {
            values = List.copyOf(values);
        }

        /** The number at a place. */
        double at(double x) {
            return Lookup.step(values, x);
        }
    }
}
