package org.equipoise.simulator.engine.look;

import java.util.Arrays;

/**
 * Sorts the keys of follow-up times: spread over equal cells of time, two to four for each patient, then put in order
 * by insertion, which has little left to do. Where times crowd into few cells, Shell's sort takes over.
 *
 * <p>How far the cells reach follows the longest time of the call before: a guess that decides the work, never the
 * result.
 */
final class KeySorter {
    /** Moves for each key, on average, after which another sort is faster. */
    private static final int PATIENCE = 8;

    private final int cells;
    private final int[] place;
    private final int[] cellOf;
    private final long[] sorted;
    private double reach;

    KeySorter(int patients) {
        cells = 4 * Integer.highestOneBit(Math.max(patients, 8));
        place = new int[cells + 1];
        cellOf = new int[patients];
        sorted = new long[patients];
    }

    /**
     * Sorts.
     *
     * @param keys raw bits of doubles ≥ 0; not modified
     * @param count how many of them
     * @return the sorted keys, in an array that the next call overwrites
     */
    long[] sort(long[] keys, int count) {
        tally(keys, count);
        accumulate();
        for (int i = 0; i < count; i++) {
            sorted[place[cellOf[i]]++] = keys[i];
        }
        if (!insert(count)) {
            shellSort(count);
        }
        if (count > 0) {
            reach = Double.longBitsToDouble(sorted[count - 1]);
        }
        return sorted;
    }

    /** Counts the keys of each cell, one place further; the last cell also holds those out of reach. */
    private void tally(long[] keys, int count) {
        double scale = cells / Math.max(reach, 1e-300);
        double last = cells - 1.0;
        Arrays.fill(place, 0);
        for (int i = 0; i < count; i++) {
            int cell = (int) Math.min(Double.longBitsToDouble(keys[i]) * scale, last);
            cellOf[i] = cell;
            place[cell + 1]++;
        }
    }

    /** Turns counts into the place at which each cell begins. */
    private void accumulate() {
        int before = 0;
        for (int c = 1; c <= cells; c++) {
            before += place[c];
            place[c] = before;
        }
    }

    /** Moves each key back to its place; gives up when keys have far to go, because times crowd into few cells. */
    private boolean insert(int count) {
        long patience = (long) PATIENCE * count;
        for (int i = 1; i < count; i++) {
            long key = sorted[i];
            if (sorted[i - 1] > key) {
                int j = i;
                do {
                    sorted[j] = sorted[j - 1];
                    j--;
                } while (j > 0 && sorted[j - 1] > key);
                sorted[j] = key;
                patience -= i - j;
                if (patience < 0) {
                    return false;
                }
            }
        }
        return true;
    }

    /**
     * Shell's sort (1959, CACM 2:30) with the gaps 3h + 1 of Knuth, for crowded times: no match for the library's sort,
     * which however makes arrays for keys that are partly in order.
     */
    private void shellSort(int count) {
        int gap = 1;
        while (gap < count / 3) {
            gap = 3 * gap + 1;
        }
        for (; gap > 0; gap /= 3) {
            for (int i = gap; i < count; i++) {
                long key = sorted[i];
                int j = i;
                while (j >= gap && sorted[j - gap] > key) {
                    sorted[j] = sorted[j - gap];
                    j -= gap;
                }
                sorted[j] = key;
            }
        }
    }
}
