package org.equipoise.simulator.report.chart;

import java.util.List;
import java.util.Locale;

/** Lengths as text, the same on every machine: to a tenth of a pixel. */
final class Pixels {
    private Pixels() {}

    static String of(double length) {
        long tenths = Math.round(10 * length);
        String sign = tenths < 0 ? "-" : "";
        long size = Math.abs(tenths);
        return size % 10 == 0 ? sign + size / 10 : sign + size / 10 + "." + size % 10;
    }

    /** The path through the points, in the language of SVG. */
    static String path(List<Point> points, boolean closed) {
        StringBuilder path = new StringBuilder();
        String lastX = "";
        String lastY = "";
        for (Point point : points) {
            String x = of(point.x());
            String y = of(point.y());
            if (path.length() == 0) {
                path.append(String.format(Locale.ROOT, "M%s %s", x, y));
            } else if (!x.equals(lastX) && y.equals(lastY)) {
                path.append('H').append(x);
            } else if (x.equals(lastX) && !y.equals(lastY)) {
                path.append('V').append(y);
            } else if (!x.equals(lastX)) {
                path.append('L').append(x).append(' ').append(y);
            }
            lastX = x;
            lastY = y;
        }
        return closed ? path.append('Z').toString() : path.toString();
    }
}
