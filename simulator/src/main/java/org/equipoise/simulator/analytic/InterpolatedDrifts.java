package org.equipoise.simulator.analytic;

import java.util.function.DoubleFunction;

/**
 * Smooth functions of Z that are dear to compute, by the cubic through the four nearest points of a grid. Points are
 * computed when they are first asked for; beyond the grid each value is computed by itself. For one thread.
 */
final class InterpolatedDrifts {
    private static final double LOWEST = -8;
    private static final double HIGHEST = 12;
    private static final int PER_UNIT = 16;

    private final DoubleFunction<double[]> exact;
    private final double[][] points = new double[(int) (HIGHEST - LOWEST) * PER_UNIT + 1][];

    InterpolatedDrifts(DoubleFunction<double[]> exact) {
        this.exact = exact;
    }

    double[] at(double z) {
        double place = (z - LOWEST) * PER_UNIT;
        int first = (int) Math.floor(place) - 1;
        if (!(first >= 0 && first + 3 < points.length)) {
            return exact.apply(z);
        }
        double t = place - first - 1;
        double[] weights = {
            -t * (t - 1) * (t - 2) / 6,
            (t + 1) * (t - 1) * (t - 2) / 2,
            -(t + 1) * t * (t - 2) / 2,
            (t + 1) * t * (t - 1) / 6
        };
        double[] values = new double[point(first).length];
        for (int i = 0; i < weights.length; i++) {
            double[] point = point(first + i);
            for (int v = 0; v < values.length; v++) {
                values[v] += weights[i] * point[v];
            }
        }
        return values;
    }

    private double[] point(int i) {
        double[] found = points[i];
        if (found == null) {
            found = exact.apply(LOWEST + (double) i / PER_UNIT);
            points[i] = found;
        }
        return found;
    }
}
