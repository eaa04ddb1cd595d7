package org.equipoise.simulator.engine.look;

import java.util.Arrays;

/**
 * Sorts the keys of follow-up times: spread over equal cells of time, two to four for each patient, then put in order by insertion, which
 * has little left to do. Where times crowd into few cells, the library sorts them.
 *
 * <p>How far the cells reach follows the longest time of the call before: a guess that decides the work, never the result.
 */
final class KeySorter {
    private static final int CROWDED = 48;

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
        boolean crowded = accumulate();
        for (int i = 0; i < count; i++) {
            sorted[place[cellOf[i]]++] = keys[i];
        }
        if (crowded) {
            Arrays.sort(sorted, 0, count);
        } else {
            insert(count);
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

    /** Turns counts into the place at which each cell begins; tells whether any cell is crowded. */
    private boolean accumulate() {
        int before = 0;
        int most = 0;
        for (int c = 1; c <= cells; c++) {
            most = Math.max(most, place[c]);
            before += place[c];
            place[c] = before;
        }
        return most > CROWDED;
    }

    private void insert(int count) {
        for (int i = 1; i < count; i++) {
            long key = sorted[i];
            if (sorted[i - 1] > key) {
                int j = i;
                do {
                    sorted[j] = sorted[j - 1];
                    j--;
                } while (j > 0 && sorted[j - 1] > key);
                sorted[j] = key;
            }
        }
    }
}
