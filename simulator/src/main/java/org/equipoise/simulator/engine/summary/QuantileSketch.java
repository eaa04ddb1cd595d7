package org.equipoise.simulator.engine.summary;

import org.jspecify.annotations.Nullable;

/**
 * A histogram of fixed size from which quantiles are read: 1,024 equal cells between each power of two and the next, on
 * both sides of zero.
 *
 * <p>A value is placed to one part in 1,024 of its size; within a cell, values are taken as evenly spread. With a true
 * 5 % quantile of 27.13 a cell is 16/1024 = 0.016 wide and holds, of 100,000 times with standard deviation 2.3, about
 * 70 values, so that the error of spreading them is far below the Monte Carlo error of 0.015. Counts are whole numbers:
 * sketches merge in any order to the same bits.
 */
public final class QuantileSketch {
    private static final int CELL_BITS = 10;
    private static final int CELLS = 1 << CELL_BITS;
    private static final int SHIFT = 52 - CELL_BITS;
    private static final int LOWEST_EXPONENT = -40;
    private static final int HIGHEST_EXPONENT = 40;
    private static final int OCTAVES = HIGHEST_EXPONENT - LOWEST_EXPONENT;

    private final long[] @Nullable [] positive = new long[OCTAVES] @Nullable [];
    private final long[] @Nullable [] negative = new long[OCTAVES] @Nullable [];
    private long zeros;
    private long positiveInfinities;
    private long negativeInfinities;
    private long count;
    private double least = Double.POSITIVE_INFINITY;
    private double most = Double.NEGATIVE_INFINITY;

    /** Takes in a value; NaN is passed over. */
    public void add(double value) {
        if (Double.isNaN(value)) {
            return;
        }
        count++;
        least = Math.min(least, value);
        most = Math.max(most, value);
        double size = Math.abs(value);
        int exponent = Math.getExponent(size);
        if (exponent < LOWEST_EXPONENT) {
            zeros++;
        } else if (exponent >= HIGHEST_EXPONENT) {
            if (value > 0) {
                positiveInfinities++;
            } else {
                negativeInfinities++;
            }
        } else {
            int cell = (int) (Double.doubleToRawLongBits(size) >>> SHIFT) & (CELLS - 1);
            octave(value > 0 ? positive : negative, exponent - LOWEST_EXPONENT)[cell]++;
        }
    }

    private static long[] octave(long[] @Nullable [] side, int octave) {
        long[] cells = side[octave];
        if (cells == null) {
            cells = new long[CELLS];
            side[octave] = cells;
        }
        return cells;
    }

    /** Takes in all values of another sketch. */
    public void merge(QuantileSketch other) {
        merge(positive, other.positive);
        merge(negative, other.negative);
        zeros += other.zeros;
        positiveInfinities += other.positiveInfinities;
        negativeInfinities += other.negativeInfinities;
        count += other.count;
        least = Math.min(least, other.least);
        most = Math.max(most, other.most);
    }

    private static void merge(long[] @Nullable [] into, long[] @Nullable [] from) {
        for (int octave = 0; octave < OCTAVES; octave++) {
            long[] cells = from[octave];
            if (cells != null) {
                long[] sums = octave(into, octave);
                for (int i = 0; i < CELLS; i++) {
                    sums[i] += cells[i];
                }
            }
        }
    }

    /** Writes or reads all that it holds; what reads must be empty. */
    public void transfer(Transfer transfer) {
        transfer(transfer, positive);
        transfer(transfer, negative);
        zeros = transfer.pass(zeros);
        positiveInfinities = transfer.pass(positiveInfinities);
        negativeInfinities = transfer.pass(negativeInfinities);
        count = transfer.pass(count);
        least = transfer.pass(least);
        most = transfer.pass(most);
    }

    private static void transfer(Transfer transfer, long[] @Nullable [] side) {
        for (int octave = 0; octave < OCTAVES; octave++) {
            if (transfer.pass(side[octave] == null ? 0 : 1) == 1) {
                transfer.pass(octave(side, octave));
            }
        }
    }

    /** How many values. */
    public long count() {
        return count;
    }

    /**
     * A quantile.
     *
     * @param probability in [0, 1]
     * @return NaN when the sketch is empty
     */
    public double quantile(double probability) {
        return count == 0 ? Double.NaN : Math.max(least, Math.min(most, spread(probability)));
    }

    /** The quantile as the cells tell it, which may lie a little outside the values. */
    private double spread(double probability) {
        double rank = probability * count;
        if (rank < negativeInfinities) {
            return Double.NEGATIVE_INFINITY;
        }
        double left = rank - negativeInfinities;
        for (int octave = OCTAVES - 1; octave >= 0; octave--) {
            long[] cells = negative[octave];
            for (int i = CELLS - 1; cells != null && i >= 0; i--) {
                if (cells[i] > 0 && left <= cells[i]) {
                    return -edge(octave, i + 1 - left / cells[i]);
                }
                left -= cells[i];
            }
        }
        if (zeros > 0 && left <= zeros) {
            return 0;
        }
        left -= zeros;
        double last = 0;
        for (int octave = 0; octave < OCTAVES; octave++) {
            long[] cells = positive[octave];
            for (int i = 0; cells != null && i < CELLS; i++) {
                if (cells[i] > 0) {
                    if (left <= cells[i]) {
                        return edge(octave, i + left / cells[i]);
                    }
                    last = edge(octave, i + 1.0);
                }
                left -= cells[i];
            }
        }
        return positiveInfinities > 0 ? Double.POSITIVE_INFINITY : last;
    }

    private static double edge(int octave, double cell) {
        return Math.scalb(1 + cell / CELLS, octave + LOWEST_EXPONENT);
    }

    /**
     * Monte Carlo standard error of a quantile: half the distance between the quantiles one binomial standard error
     * below and above (David and Nagaraja 2003, Order Statistics, section 7.1).
     */
    public double standardError(double probability) {
        double step = Math.sqrt(probability * (1 - probability) / count);
        return (quantile(Math.min(1, probability + step)) - quantile(Math.max(0, probability - step))) / 2;
    }
}
