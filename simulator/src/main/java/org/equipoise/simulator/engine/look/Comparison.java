package org.equipoise.simulator.engine.look;

import org.equipoise.core.survival.RiskSets;
import org.equipoise.simulator.engine.cohort.Cohort;

/**
 * One experimental arm against the control, as the data stand at a cut: turns the cohort's columns into risk sets.
 * Reused, allocates nothing.
 *
 * <p>Follow-up times are ordered as 64-bit keys: the bits of a positive double order like the number, and the two
 * lowest are given up for the arm and for whether the time is censored. So times are told apart to 2⁻⁵⁰ of their size,
 * equal times stay equal, and at equal times events come before censored ones.
 */
final class Comparison {
    // Whether a patient's time is censored, and which arm comes next, is as good as a coin: processors guess such
    // branches wrong, at twenty cycles each. So the loops here compute with bits and overwrite what does not count, and
    // branch only on what is rare.

    private static final long CENSORED = 2;
    private static final long EXPERIMENTAL = 1;
    private static final long TIME = ~(CENSORED | EXPERIMENTAL);

    private final int arm;
    private final boolean needsEvents;
    private final long[] keys;
    private final KeySorter sorter;
    private final RiskSets riskSets;
    private int controlEvents;
    private int experimentalEvents;
    private int eventsCollected;

    /**
     * The comparison of an arm, numbered from 1.
     *
     * @param needsEvents whether more than the log-rank test is to be made of the risk sets
     */
    Comparison(int arm, int patients, boolean needsEvents) {
        this.arm = arm;
        this.needsEvents = needsEvents;
        keys = new long[patients];
        sorter = new KeySorter(patients);
        // One more than can have events: the entry that is written last may be one that does not count.
        riskSets = new RiskSets(patients + 1);
    }

    /**
     * The risk sets at the cut, latest event time first.
     *
     * @param cut calendar time; a patient who entered later is left out, an event at the very time of the cut is seen
     */
    RiskSets at(double cut, Cohort cohort) {
        int control = collect(0, 0, 0, cut, cohort);
        controlEvents = eventsCollected;
        int followed = control + collect(arm, EXPERIMENTAL, control, cut, cohort);
        experimentalEvents = eventsCollected;
        fillRiskSets(sorter.sort(keys, followed), followed);
        return riskSets;
    }

    /** Events in the control arm at the cut that was looked at last. */
    int controlEvents() {
        return controlEvents;
    }

    /** Events in the experimental arm at the cut that was looked at last. */
    int experimentalEvents() {
        return experimentalEvents;
    }

    /** 1 when a number ≥ 0 is at most another one, given by its bits; else 0. */
    private static int isAtMost(double number, long limitBits) {
        return (int) ((Double.doubleToRawLongBits(number) - limitBits - 1) >>> 63);
    }

    /** Appends the keys of one arm; returns how many. */
    private int collect(int fromArm, long armBit, int next, double cut, Cohort cohort) {
        double[] entry = cohort.entry;
        double[] calendar = cohort.eventCalendar;
        double[] event = cohort.eventTime;
        long cutBits = Double.doubleToRawLongBits(cut);
        int from = cohort.start(fromArm);
        int count = cohort.enrolled(fromArm, cut);
        int shift = next - from;
        long events = 0;
        for (int i = from; i < from + count; i++) {
            long isEvent = isAtMost(calendar[i], cutBits);
            long followUp = Double.doubleToRawLongBits(cut - entry[i]);
            long time = followUp ^ (followUp ^ Double.doubleToRawLongBits(event[i])) & -isEvent;
            events += isEvent;
            keys[i + shift] = time & TIME | CENSORED - (isEvent << 1) | armBit;
        }
        eventsCollected = (int) events;
        collectLost(from, from + count, shift, armBit, cut, cohort);
        return count;
    }

    /** The few who drop out are followed up to then, if that comes before the cut. */
    private void collectLost(int from, int to, int shift, long armBit, double cut, Cohort cohort) {
        for (int k = 0; k < cohort.lostCount; k++) {
            int i = cohort.lost[k];
            if (i >= from && i < to) {
                double time = Math.min(cohort.dropoutTime[i], cut - cohort.entry[i]);
                keys[i + shift] = Double.doubleToRawLongBits(time) & TIME | CENSORED | armBit;
            }
        }
    }

    /** Walks back from the longest time, so that those met so far are those at risk. */
    private void fillRiskSets(long[] sorted, int followed) {
        double[] atRiskControl = riskSets.atRiskControl;
        double[] atRiskExperimental = riskSets.atRiskExperimental;
        int sets = 0;
        int experimental = 0;
        long later = -1;
        for (int i = followed - 1; i >= 0; i--) {
            long key = sorted[i];
            if ((key ^ later) >>> 1 == 0) {
                fillTiedRiskSets(sorted, followed);
                return;
            }
            experimental += (int) key & 1;
            atRiskExperimental[sets] = experimental;
            atRiskControl[sets] = followed - i - experimental;
            sets += 1 - ((int) key >>> 1 & 1);
            later = key;
        }
        if (needsEvents) {
            fillEvents(sorted, followed);
        }
        riskSets.setUntied(sets, experimentalEvents);
    }

    /** Who has the event of each risk set; only an estimate asks for it. */
    private void fillEvents(long[] sorted, int followed) {
        double[] eventsControl = riskSets.eventsControl;
        double[] eventsExperimental = riskSets.eventsExperimental;
        int sets = 0;
        for (int i = followed - 1; i >= 0; i--) {
            int key = (int) sorted[i];
            int isExperimental = key & 1;
            eventsExperimental[sets] = isExperimental;
            eventsControl[sets] = 1 - isExperimental;
            sets += 1 - (key >>> 1 & 1);
        }
    }

    /** The same where event times are tied: events at one time share a risk set. */
    private void fillTiedRiskSets(long[] sorted, int followed) {
        riskSets.clear();
        int experimental = 0;
        int control = 0;
        int i = followed - 1;
        while (i >= 0) {
            long key = sorted[i];
            int events = 0;
            int eventsExperimental = 0;
            while (i >= 0 && ((sorted[i] ^ key) & TIME) == 0) {
                int isExperimental = (int) (sorted[i] & EXPERIMENTAL);
                int isEvent = (sorted[i] & CENSORED) == 0 ? 1 : 0;
                experimental += isExperimental;
                control += 1 - isExperimental;
                events += isEvent;
                eventsExperimental += isEvent & isExperimental;
                i--;
            }
            riskSets.add(control, experimental, events - eventsExperimental, eventsExperimental);
        }
    }
}
