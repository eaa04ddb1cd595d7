package org.equipoise.simulator.engine.look;

import org.equipoise.core.survival.RiskSets;
import org.equipoise.simulator.engine.cohort.Cohort;

/**
 * One experimental arm against the control, as the data stand at a cut: turns the cohort's columns into risk sets. Reused, allocates
 * nothing.
 *
 * <p>Follow-up times are ordered as 64-bit keys: the bits of a positive double order like the number, and the two lowest are given up for the
 * arm and for whether the time is censored. So times are told apart to 2⁻⁵⁰ of their size, equal times stay equal, and at equal
 * times events come before censored ones.
 */
final class Comparison {
    private static final long CENSORED = 2;
    private static final long EXPERIMENTAL = 1;
    private static final long TIME = ~(CENSORED | EXPERIMENTAL);

    private final int arm;
    private final long[] keys;
    private final KeySorter sorter;
    private final RiskSets riskSets;
    private int followed;

    Comparison(int arm, int patients) {
        this.arm = arm;
        keys = new long[patients];
        sorter = new KeySorter(patients);
        riskSets = new RiskSets(patients);
    }

    /**
     * The risk sets at the cut, latest event time first.
     *
     * @param cut calendar time; a patient who entered later is left out, an event at the very time of the cut is seen
     */
    RiskSets at(double cut, Cohort cohort) {
        followed = 0;
        collect(0, 0, cut, cohort);
        collect(arm, EXPERIMENTAL, cut, cohort);
        fillRiskSets(sorter.sort(keys, followed));
        return riskSets;
    }

    private void collect(int fromArm, long armBit, double cut, Cohort cohort) {
        double[] entry = cohort.entry;
        double[] calendar = cohort.eventCalendar;
        int count = followed;
        for (int i = cohort.start(fromArm), to = cohort.start(fromArm + 1); i < to && entry[i] <= cut; i++) {
            boolean event = calendar[i] <= cut;
            double time = event ? cohort.eventTime[i] : Math.min(cohort.dropoutTime[i], cut - entry[i]);
            keys[count++] = Double.doubleToRawLongBits(time) & TIME | armBit | (event ? 0 : CENSORED);
        }
        followed = count;
    }

    /** Walks back from the longest time, so that those met so far are those at risk. */
    private void fillRiskSets(long[] sorted) {
        riskSets.clear();
        int experimental = 0;
        int control = 0;
        int i = followed - 1;
        while (i >= 0) {
            long key = sorted[i];
            int inExperimental = (int) (key & EXPERIMENTAL);
            experimental += inExperimental;
            control += 1 - inExperimental;
            i--;
            if ((key & CENSORED) == 0) {
                int eventsExperimental = inExperimental;
                int events = 1;
                while (i >= 0 && ((sorted[i] ^ key) & TIME) == 0) {
                    int tied = (int) (sorted[i] & EXPERIMENTAL);
                    eventsExperimental += tied;
                    events++;
                    experimental += tied;
                    control += 1 - tied;
                    i--;
                }
                riskSets.add(control, experimental, events - eventsExperimental, eventsExperimental);
            }
        }
    }
}
