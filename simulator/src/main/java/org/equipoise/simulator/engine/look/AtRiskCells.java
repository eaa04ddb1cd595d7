package org.equipoise.simulator.engine.look;

import java.util.Arrays;

/**
 * Counts who of two arms is still at risk at each patient's time, without sorting the times. Reused, allocates nothing.
 *
 * <p>The range of times is divided into many more cells than there are patients, and each patient marks his cell by a
 * bit in his arm's map. At risk at a time are the bits from its cell on: so many beyond the cell's word, and so many in
 * it. Where patients meet in a cell, the later ones move up to the next free cells, so that the order of cells stays
 * the order of times.
 *
 * <p>Where all times differ, which they do but for rounding, the counts are exact.
 */
final class AtRiskCells {
    // Cells are narrower for short times, which are the more frequent: at share s of the range they end with s(2 - s)
    // of
    // all cells, which no rounding takes beyond 1. Cell 0 stays empty, so that a run of taken cells always ends. Words
    // of the two maps alternate: those of the control arm are the even ones.

    private static final int CELLS_PER_PATIENT = 32;

    private static final int MOST_PATIENTS = Character.MAX_VALUE + 1;
    /** Moves for each patient, on average, after which it is given up. */
    private static final int PATIENCE = 4;

    // A cell is kept in the low bits of a sum with 2⁵², rounded to the nearest whole number: compilers turn
    // additions into vector instructions, and conversions not.

    private static final double CELL_0 = 0x1p52;
    private static final double CELL_1 = CELL_0 + 1;

    private final int cells;
    private final long[] map;
    /** Bits beyond each word of a map: in the low half those of the control arm, in the high half of the other. */
    private final long[] beyond;
    /** The patient in each cell that is taken; of two bytes, because the columns of a replicate just fit the cache. */
    private final char[] holder;

    private final double[] cellOf;
    private final int[] evicted;
    private int evictions;
    private int firstExperimental;

    /** Room for so many patients, if they are not too many. */
    AtRiskCells(int patients) {
        cells = CELLS_PER_PATIENT * Integer.highestOneBit(Math.min(Math.max(patients, 8), MOST_PATIENTS));
        int words = (2 + cells + Math.min(patients, MOST_PATIENTS)) / Long.SIZE + 1;
        map = new long[2 * words];
        beyond = new long[words];
        holder = new char[words * Long.SIZE];
        cellOf = new double[patients];
        evicted = new int[patients + 1];
    }

    /**
     * Takes the patients, numbered from 0, control arm first.
     *
     * @param times follow-up times, ≥ 0; not modified
     * @param controls how many patients of the control arm
     * @param patients how many in all
     * @param longest no time is longer, but for rounding
     * @return false where two times are equal, where too many crowd into few cells, and with more than 65,536 patients;
     *     then nothing can be asked
     */
    boolean place(double[] times, int controls, int patients, double longest) {
        if (patients > MOST_PATIENTS) {
            return false;
        }
        double reach = Math.max(longest, 1e-150);
        double steep = 2 * cells / reach;
        double bend = cells / (reach * reach);
        firstExperimental = controls;
        Arrays.fill(map, 0);
        for (int i = 0; i < patients; i++) {
            cellOf[i] = times[i] * (steep - bend * times[i]) + CELL_1;
        }
        markControls(controls);
        markExperimentals(patients);
        if (!rehouse(times, patients)) {
            return false;
        }
        sumUp();
        return true;
    }

    // Whoever finds his cell taken evicts the holder, for the time being. One loop for each arm: in the first, only one
    // map can hold anybody.

    private void markControls(int to) {
        int found = 0;
        for (int i = 0; i < to; i++) {
            int cell = cell(i);
            int word = cell >>> 6 << 1;
            long taken = map[word];
            evicted[found] = holder[cell];
            found += (int) (taken >>> cell) & 1;
            map[word] = taken | 1L << cell;
            holder[cell] = (char) i;
        }
        evictions = found;
    }

    private void markExperimentals(int to) {
        int found = evictions;
        for (int i = firstExperimental; i < to; i++) {
            int cell = cell(i);
            int word = cell >>> 6 << 1;
            long taken = map[word + 1];
            evicted[found] = holder[cell];
            found += (int) ((map[word] | taken) >>> cell) & 1;
            map[word + 1] = taken | 1L << cell;
            holder[cell] = (char) i;
        }
        evictions = found;
    }

    private boolean rehouse(double[] times, int patients) {
        int patience = PATIENCE * patients;
        for (int k = 0; k < evictions; k++) {
            int patient = evicted[k];
            int cell = cell(patient);
            if (patient < firstExperimental && holder[cell] >= firstExperimental) {
                map[wordOf(patient, cell)] &= ~(1L << cell);
            }
            int free = cell;
            while (isTaken(free)) {
                free++;
            }
            patience -= free - cell;
            if (patience < 0 || !insert(times, patient, free)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Houses a patient among those in the cells just before a free one, the later of whom move up.
     *
     * @return false where one of them has the same time
     */
    private boolean insert(double[] times, int patient, int free) {
        double time = times[patient];
        int cell = free;
        while (isTaken(cell - 1) && times[holder[cell - 1]] > time) {
            cell--;
            int later = holder[cell];
            map[wordOf(later, cell)] &= ~(1L << cell);
            take(cell + 1, later);
        }
        take(cell, patient);
        return !(isTaken(cell - 1) && times[holder[cell - 1]] == time);
    }

    private boolean isTaken(int cell) {
        int word = cell >>> 6 << 1;
        return ((map[word] | map[word + 1]) >>> cell & 1) != 0;
    }

    private void take(int cell, int patient) {
        map[wordOf(patient, cell)] |= 1L << cell;
        holder[cell] = (char) patient;
        cellOf[patient] = CELL_0 + cell;
    }

    private int wordOf(int patient, int cell) {
        return (cell >>> 6 << 1) + (patient < firstExperimental ? 0 : 1);
    }

    private void sumUp() {
        long sum = 0;
        for (int word = beyond.length - 1; word >= 0; word--) {
            beyond[word] = sum;
            sum += Long.bitCount(map[2 * word]) + ((long) Long.bitCount(map[2 * word + 1]) << 32);
        }
    }

    private int cell(int patient) {
        return (int) Double.doubleToRawLongBits(cellOf[patient]);
    }

    /** Control patients at risk at a patient's time, he himself included. */
    int controlsAtRisk(int patient) {
        int cell = cell(patient);
        return (int) beyond[cell >>> 6] + Long.bitCount(map[cell >>> 6 << 1] >>> cell);
    }

    /** Experimental patients at risk at a patient's time, he himself included. */
    int experimentalsAtRisk(int patient) {
        int cell = cell(patient);
        return (int) (beyond[cell >>> 6] >>> 32) + Long.bitCount(map[(cell >>> 6 << 1) + 1] >>> cell);
    }
}
