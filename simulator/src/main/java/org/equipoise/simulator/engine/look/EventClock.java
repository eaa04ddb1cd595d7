package org.equipoise.simulator.engine.look;

import java.util.Arrays;
import org.equipoise.simulator.engine.cohort.Cohort;

/**
 * The calendar times of a replicate's events, all arms together, asked for by rank. Reused from replicate to replicate.
 *
 * <p>Times are counted in equal cells first. The cell that holds the wanted rank is known from the counts alone; only
 * its few times are looked at. How far the cells reach is given at first, and follows what was asked since: a guess
 * that decides the work, never the result.
 */
final class EventClock {
    // A cell is kept in the low bits of a sum with 2⁵², rounded to the nearest whole number: compilers turn
    // additions into vector instructions, and conversions not.
    private static final double CELL_0 = 0x1p52;

    private final int cells;
    private final int[] count;
    private final double[] cellOf;
    private final double[] inCell;
    private double[] times = new double[0];
    private double reach;

    /**
     * A clock.
     *
     * @param reach a time, &gt; 0 and finite, by which the events asked for have probably happened
     */
    EventClock(int patients, double reach) {
        this.reach = reach;
        cells = Math.max(64, Integer.highestOneBit(patients));
        count = new int[cells + 1];
        cellOf = new double[patients];
        inCell = new double[patients];
    }

    /** Takes the events of a cohort; reads them until the next call. */
    void read(Cohort cohort) {
        times = cohort.eventCalendar;
        tally(times);
    }

    /** Counts the times in each cell; the last cell holds those out of reach, and patients without event. */
    private void tally(double[] calendar) {
        double scale = cells / Math.max(reach, 1e-300);
        double outOfReach = cells;
        Arrays.fill(count, 0);
        for (int i = 0; i < calendar.length; i++) {
            cellOf[i] = Math.min(calendar[i] * scale, outOfReach) + CELL_0;
        }
        for (int i = 0; i < calendar.length; i++) {
            count[(int) Double.doubleToRawLongBits(cellOf[i])]++;
        }
    }

    /** Calendar time of the {@code rank}-th event, from 1; infinite when there are fewer. */
    double timeOf(int rank) {
        if (rank > times.length) {
            return Double.POSITIVE_INFINITY;
        }
        int before = 0;
        int cell = 0;
        while (cell < cells && before + count[cell] < rank) {
            before += count[cell++];
        }
        double time = select(gather(times, cell), rank - before - 1);
        if (cell == cells && time < Double.POSITIVE_INFINITY) {
            reach = 1.25 * time;
            tally(times);
        }
        return time;
    }

    private int gather(double[] calendar, int cell) {
        int found = 0;
        double wanted = CELL_0 + cell;
        for (int i = 0; i < calendar.length; i++) {
            if (cellOf[i] == wanted) {
                inCell[found++] = calendar[i];
            }
        }
        return found;
    }

    /** The k-th smallest, from 0, of those gathered: few are sorted by insertion, many by the library. */
    private double select(int found, int k) {
        if (found > 32) {
            Arrays.sort(inCell, 0, found);
            return inCell[k];
        }
        for (int i = 1; i < found; i++) {
            double time = inCell[i];
            int j = i - 1;
            while (j >= 0 && inCell[j] > time) {
                inCell[j + 1] = inCell[j];
                j--;
            }
            inCell[j + 1] = time;
        }
        return inCell[k];
    }
}
