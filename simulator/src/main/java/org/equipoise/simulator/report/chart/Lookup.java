package org.equipoise.simulator.report.chart;

import java.util.List;

/** Reads lines between their points. */
final class Lookup {
    private Lookup() {}

    /** Value of the last point at or before {@code x}; NaN before the first. */
    static double step(List<Point> points, double x) {
        double value = Double.NaN;
        for (Point point : points) {
            if (point.x() > x) {
                break;
            }
            value = point.y();
        }
        return value;
    }

    /** Value on the straight line between the neighbours of {@code x}; NaN outside. */
    static double line(List<Point> points, double x) {
        for (int i = 0; i < points.size(); i++) {
            Point right = points.get(i);
            if (right.x() == x) {
                return right.y();
            }
            if (right.x() > x) {
                if (i == 0) {
                    return Double.NaN;
                }
                Point left = points.get(i - 1);
                return left.y() + (right.y() - left.y()) * (x - left.x()) / (right.x() - left.x());
            }
        }
        return Double.NaN;
    }
}
