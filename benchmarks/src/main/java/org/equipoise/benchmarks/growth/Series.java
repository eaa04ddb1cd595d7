package org.equipoise.benchmarks.growth;

import java.util.List;

/**
 * How the cost grows with one thing.
 *
 * @param name what grows, such as patients
 * @param logarithmic whether both axes are better drawn so
 * @param points ascending
 */
record Series(String name, boolean logarithmic, List<Point> points) {
    Series {
        points = List.copyOf(points);
    }

    /**
     * One trial.
     *
     * @param x how many of what grows
     * @param ratio time of a replicate to that of the reference kernel
     * @param standardError of the ratio, within its JVM; NaN where none is known
     */
    record Point(int x, double ratio, double standardError) {}
}
