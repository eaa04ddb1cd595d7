package org.equipoise.core.planning.logrank;

import java.util.TreeSet;
import org.equipoise.core.distribution.ConstantHazards;
import org.equipoise.core.distribution.EventTimeDistribution;

/**
 * Patient times between which everything is smooth, and near enough to each other for a rule of eight nodes. Those
 * which only resolve a distribution are left out where others do so.
 */
final class Breakpoints {
    /** Cumulative hazards near which a breakpoint shall be: dense near 0, where a hazard may be singular. */
    private static final double[] LANDMARKS = {1e-6, 1e-4, 1e-3, 0.01, 0.05, 0.15, 0.4, 0.8, 1.3, 2, 3, 4.5, 6.5, 9, 12
    };

    /** The first landmark where nothing is singular. */
    private static final int LATE = 6;

    private static final int EQUAL_PIECES = 10;
    /** Shortest piece, over the whole. */
    private static final double SHORTEST = 1e-10;

    private final double top;
    private final TreeSet<Double> points = new TreeSet<>();

    /** From 0 to {@code top}. */
    Breakpoints(double top) {
        this.top = top;
        points.add(0.0);
        points.add(top);
    }

    /** Adds a time at which something is not smooth, if it lies inside and not on another. */
    void add(double time) {
        if (time > 0 && time < top && isFree(time - SHORTEST * top, time + SHORTEST * top)) {
            points.add(time);
        }
    }

    /**
     * Adds landmarks of a distribution that have no other breakpoint near, halfway to their neighbours on a log scale.
     *
     * @param smooth whether all else is smooth where the first events happen; hazards are where they are constant on
     *     pieces
     */
    void resolve(EventTimeDistribution event, boolean smooth) {
        int first = smooth && !ConstantHazards.of(event).isEmpty() ? LATE : 0;
        for (int j = first; j < LANDMARKS.length; j++) {
            double below = j == 0 ? LANDMARKS[0] / 10 : Math.sqrt(LANDMARKS[j - 1] * LANDMARKS[j]);
            double above = j == LANDMARKS.length - 1 ? LANDMARKS[j] : Math.sqrt(LANDMARKS[j] * LANDMARKS[j + 1]);
            if (isFree(event.inverseCumulativeHazard(below), event.inverseCumulativeHazard(above))) {
                add(event.inverseCumulativeHazard(LANDMARKS[j]));
            }
        }
    }

    private boolean isFree(double from, double to) {
        Double next = points.ceiling(from);
        return next == null || next > to;
    }

    /** All of them, and equal steps where there would be longer pieces. A new array. */
    double[] ascending() {
        double step = top / EQUAL_PIECES;
        for (int k = 1; k < EQUAL_PIECES; k++) {
            if (isFree((k - 0.5) * step, (k + 0.5) * step)) {
                add(k * step);
            }
        }
        return points.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
