package org.equipoise.core.numerics;

/** Shell's sort (1959, CACM 2:30) with Knuth's gaps 3h + 1: the library's makes arrays for keys partly in order. */
public final class ShellSort {
    private ShellSort() {}

    /**
     * Sorts without allocation.
     *
     * @param keys the first {@code count} are put in ascending order; modified
     */
    public static void ascending(long[] keys, int count) {
        int gap = 1;
        while (gap < count / 3) {
            gap = 3 * gap + 1;
        }
        for (; gap > 0; gap /= 3) {
            for (int i = gap; i < count; i++) {
                long key = keys[i];
                int j = i;
                while (j >= gap && keys[j - gap] > key) {
                    keys[j] = keys[j - gap];
                    j -= gap;
                }
                keys[j] = key;
            }
        }
    }
}
