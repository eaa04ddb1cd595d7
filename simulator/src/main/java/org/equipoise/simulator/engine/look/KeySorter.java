package org.equipoise.simulator.engine.look;

import java.util.Arrays;

/**
 * Sorts the keys of follow-up times: spread over equal intervals of time, about half a patient in each, then put in order by insertion, which
 * has little left to do. A crowded interval, where times are far from evenly spread, is sorted by the library.
 */
final class KeySorter {
    private static final int CROWDED = 48;

    /** Times are spread as if the longest were at least this, so that the number of intervals per unit of time stays finite. */
    private static final double SHORTEST = 1e-300;

    private final int[] offset;
    private final long[] sorted;
    private final int buckets;

    KeySorter(int patients) {
        buckets = 2 * Integer.highestOneBit(Math.max(patients, 8));
        offset = new int[buckets + 1];
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
        long largest = 0;
        for (int i = 0; i < count; i++) {
            largest = Math.max(largest, keys[i]);
        }
        double scale = (buckets - 1) / Math.max(Double.longBitsToDouble(largest), SHORTEST);
        Arrays.fill(offset, 0);
        for (int i = 0; i < count; i++) {
            offset[bucket(keys[i], scale) + 1]++;
        }
        int crowd = 0;
        for (int b = 1; b <= buckets; b++) {
            crowd = Math.max(crowd, offset[b]);
            offset[b] += offset[b - 1];
        }
        for (int i = 0; i < count; i++) {
            sorted[offset[bucket(keys[i], scale)]++] = keys[i];
        }
        if (crowd > CROWDED) {
            Arrays.sort(sorted, 0, count);
        } else {
            insertionSort(count);
        }
        return sorted;
    }

    private static int bucket(long key, double scale) {
        return (int) (Double.longBitsToDouble(key) * scale);
    }

    private void insertionSort(int count) {
        for (int i = 1; i < count; i++) {
            long key = sorted[i];
            int j = i - 1;
            while (j >= 0 && sorted[j] > key) {
                sorted[j + 1] = sorted[j];
                j--;
            }
            sorted[j + 1] = key;
        }
    }
}
