package org.equipoise.simulator.engine.look;

import org.equipoise.core.numerics.ShellSort;
import org.equipoise.core.survival.RiskSets;
import org.equipoise.simulator.engine.cohort.Cohort;

/**
 * Risk sets where follow-up times are tied, or crowd together: the times are sorted. Exact whatever the times are, and
 * slower than {@link AtRiskCells}. Reused, allocates nothing.
 *
 * <p>Times are ordered as 64-bit keys: the bits of a positive double order like the number, and the two lowest are
 * given up for the arm and for whether the time is censored. So times are told apart to 2⁻⁵⁰ of their size, equal times
 * stay equal, and at equal times events come before censored ones.
 */
final class TiedTimes {
    private static final long CENSORED = 2;
    private static final long EXPERIMENTAL = 1;
    private static final long TIME = ~(CENSORED | EXPERIMENTAL);

    private final long[] keys;
    private int count;

    /** Room for so many patients. */
    TiedTimes(int patients) {
        keys = new long[patients];
    }

    /** Forgets all patients. */
    void start() {
        count = 0;
    }

    /**
     * Adds the first patients of an arm.
     *
     * @param cut calendar time; an event at the very time is seen
     * @return how many of them had the event
     */
    int add(int arm, int patients, double cut, Cohort cohort) {
        int from = cohort.start(arm);
        int first = count;
        long armBit = arm == 0 ? 0 : EXPERIMENTAL;
        int events = 0;
        for (int i = from; i < from + patients; i++) {
            boolean isEvent = cohort.eventCalendar[i] <= cut;
            keys[count++] =
                    isEvent ? key(cohort.eventTime[i]) | armBit : key(cut - cohort.entry[i]) | CENSORED | armBit;
            events += isEvent ? 1 : 0;
        }
        for (int k = 0; k < cohort.lostCount; k++) {
            int i = cohort.lost[k];
            if (i >= from && i < from + patients) {
                double time = Math.min(cohort.dropoutTime[i], cut - cohort.entry[i]);
                keys[first + i - from] = key(time) | CENSORED | armBit;
            }
        }
        return events;
    }

    private static long key(double time) {
        return Double.doubleToRawLongBits(time) & TIME;
    }

    /**
     * Adds those of the first patients of an arm who are in one of some strata.
     *
     * @param strata which ones
     */
    void add(int arm, int patients, boolean[] strata, double cut, Cohort cohort) {
        int from = cohort.start(arm);
        long armBit = arm == 0 ? 0 : EXPERIMENTAL;
        for (int i = from; i < from + patients; i++) {
            if (strata[cohort.stratum[i]]) {
                double event = cohort.eventTime[i];
                boolean lost = cohort.dropoutTime[i] < event;
                double end = cut - cohort.entry[i];
                keys[count++] = (cohort.eventCalendar[i] <= cut
                                ? key(event)
                                : key(lost ? Math.min(cohort.dropoutTime[i], end) : end) | CENSORED)
                        | armBit;
            }
        }
    }

    /** Fills in the risk sets of all patients that were added, latest event time first. */
    void fill(RiskSets riskSets) {
        riskSets.clear();
        append(riskSets);
    }

    /** How many of the patients whose risk sets were made last are followed for longer than a time. */
    int followedBeyond(double time) {
        long limit = key(time);
        int i = count;
        while (i > 0 && (keys[i - 1] & TIME) > limit) {
            i--;
        }
        return count - i;
    }

    /** Appends the risk sets of all patients that were added, latest event time first. */
    void append(RiskSets riskSets) {
        ShellSort.ascending(keys, count);
        int experimental = 0;
        int control = 0;
        int i = count - 1;
        while (i >= 0) {
            long time = keys[i] & TIME;
            int events = 0;
            int eventsExperimental = 0;
            for (; i >= 0 && (keys[i] & TIME) == time; i--) {
                int isExperimental = (int) (keys[i] & EXPERIMENTAL);
                int isEvent = (keys[i] & CENSORED) == 0 ? 1 : 0;
                experimental += isExperimental;
                control += 1 - isExperimental;
                events += isEvent;
                eventsExperimental += isEvent & isExperimental;
            }
            riskSets.add(control, experimental, events - eventsExperimental, eventsExperimental);
        }
    }
}
