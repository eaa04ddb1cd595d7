package org.equipoise.simulator.sweep.sensitivity;

import java.util.Arrays;

/**
 * Sums of squares of a figure over a full grid, divided by the number of its cells. Every level of an axis has the same
 * weight.
 */
final class GridVariation {
    private final int[] levels;
    private final int cells;

    /** @param levels of each axis; the last one varies fastest */
    GridVariation(int[] levels) {
        this.levels = levels.clone();
        cells = Arrays.stream(levels).reduce(1, Math::multiplyExact);
    }

    int cells() {
        return cells;
    }

    /** How many numbers {@link #of} gives: one, and two for each axis. */
    int size() {
        return 1 + 2 * levels.length;
    }

    /**
     * Variation of the figure: in all, then for each axis between its levels, then for each axis what is left when the
     * figure is averaged over it.
     *
     * @param figure one for each cell, in the order of the grid; not modified
     */
    double[] of(double[] figure) {
        double[] variation = new double[size()];
        double mean = Arrays.stream(figure).average().orElse(0);
        for (double value : figure) {
            variation[0] += (value - mean) * (value - mean) / cells;
        }
        int stride = cells;
        for (int a = 0; a < levels.length; a++) {
            stride /= levels[a];
            double[] byLevel = new double[levels[a]];
            double[] overAxis = new double[cells / levels[a]];
            for (int i = 0; i < cells; i++) {
                byLevel[i / stride % levels[a]] += figure[i];
                overAxis[i / (stride * levels[a]) * stride + i % stride] += figure[i];
            }
            variation[1 + a] = between(byLevel, mean);
            variation[1 + levels.length + a] = between(overAxis, mean);
        }
        return variation;
    }

    private double between(double[] sums, double mean) {
        double each = (double) cells / sums.length;
        double squares = 0;
        for (double sum : sums) {
            squares += (sum / each - mean) * (sum / each - mean);
        }
        return squares / sums.length;
    }

    /**
     * What independent errors add to {@link #of} in expectation.
     *
     * @param variance mean squared error of a cell
     */
    double[] ofIndependentErrors(double variance) {
        double[] noise = new double[size()];
        noise[0] = variance * (1 - 1.0 / cells);
        for (int a = 0; a < levels.length; a++) {
            noise[1 + a] = variance * ((double) levels[a] / cells - 1.0 / cells);
            noise[1 + levels.length + a] = variance * (1.0 / levels[a] - 1.0 / cells);
        }
        return noise;
    }
}
