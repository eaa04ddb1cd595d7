package org.equipoise.simulator.engine.look;

import org.equipoise.simulator.engine.cohort.Cohort;

/** The calendar times of a replicate's events, all arms together, asked for by rank. Reused from replicate to replicate. */
final class EventClock {
    private final double[] times;
    private int events;

    EventClock(int patients) {
        times = new double[patients];
    }

    /** Takes the events of a cohort. */
    void read(Cohort cohort) {
        int count = 0;
        for (double time : cohort.eventCalendar) {
            times[count] = time;
            count += time < Double.POSITIVE_INFINITY ? 1 : 0;
            if (count == times.length) {
                break;
            }
        }
        events = count;
    }

    /** Calendar time of the {@code rank}-th event, from 1; infinite when there are fewer. */
    double timeOf(int rank) {
        return rank > events ? Double.POSITIVE_INFINITY : select(rank - 1);
    }

    /** Quickselect (Hoare 1961, CACM 4:321) with the median of three as pivot; what it has ordered helps the next call. */
    private double select(int k) {
        int low = 0;
        int high = events - 1;
        while (high > low) {
            double pivot = medianOfThree(times[low], times[(low + high) >>> 1], times[high]);
            int i = low;
            int j = high;
            while (i <= j) {
                while (times[i] < pivot) {
                    i++;
                }
                while (times[j] > pivot) {
                    j--;
                }
                if (i <= j) {
                    double moved = times[i];
                    times[i++] = times[j];
                    times[j--] = moved;
                }
            }
            if (k <= j) {
                high = j;
            } else if (k >= i) {
                low = i;
            } else {
                return times[k];
            }
        }
        return times[k];
    }

    private static double medianOfThree(double a, double b, double c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }
}
