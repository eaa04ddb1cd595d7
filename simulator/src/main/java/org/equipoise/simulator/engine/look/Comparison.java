package org.equipoise.simulator.engine.look;

import java.util.Arrays;
import org.equipoise.core.survival.RiskSets;
import org.equipoise.simulator.engine.cohort.Cohort;

/**
 * One experimental arm against the control, as the data stand at a cut: turns the cohort's columns into risk sets.
 * Reused, allocates nothing.
 */
final class Comparison {
    // Whether a patient's time is censored is as good as a coin: processors guess such branches wrong, at twenty cycles
    // each. So the loops here compute with bits and overwrite what does not count, and branch only on what is rare.
    //
    // Both arms go through one call of each loop, not two: compilers put called loops into the caller, and with two of
    // each took so long that a run of 100,000 replicates was over before they were done.

    private final int arm;
    private final boolean needsEvents;
    private final double[] followUp;
    private final AtRiskCells cells;
    private final TiedTimes tied;
    private final int[] withEvent;
    private final RiskSets riskSets;
    private int patientsSeen;
    private int controlEvents;
    private int experimentalEvents;

    /**
     * The comparison of an arm, numbered from 1.
     *
     * @param needsEvents whether more than the log-rank test is to be made of the risk sets
     */
    Comparison(int arm, int patients, boolean needsEvents) {
        this.arm = arm;
        this.needsEvents = needsEvents;
        followUp = new double[patients];
        cells = new AtRiskCells(patients);
        tied = new TiedTimes(patients);
        withEvent = new int[patients];
        riskSets = new RiskSets(patients);
    }

    /**
     * The risk sets at the cut, in any order.
     *
     * @param cut calendar time; a patient who entered later is left out, an event at the very time of the cut is seen
     */
    RiskSets at(double cut, Cohort cohort) {
        int controls = cohort.enrolled(0, cut);
        int experimentals = cohort.enrolled(arm, cut);
        int patients = controls + experimentals;
        patientsSeen = patients;
        // Later than the cut by less than the sums' rounding, so that an event that is seen is never cut off.
        double end = cut * (1 + 0x1p-52);
        for (int side = 0; side < 2; side++) {
            follow(side * arm, side == 0 ? controls : experimentals, side * controls, end, cohort);
        }
        double longest = Math.max(longest(0, controls, end, cohort), longest(arm, experimentals, end, cohort));
        if (cells.place(followUp, controls, patients, longest)) {
            int events = 0;
            for (int side = 0; side < 2; side++) {
                controlEvents = events;
                events = fillRiskSets(
                        side * arm, side == 0 ? controls : experimentals, side * controls, events, cut, cohort);
            }
            experimentalEvents = events - controlEvents;
            fillEvents(events);
            riskSets.setUntied(events, experimentalEvents);
        } else {
            tied.start();
            controlEvents = tied.add(0, controls, cut, cohort);
            experimentalEvents = tied.add(arm, experimentals, cut, cohort);
            tied.fill(riskSets);
        }
        return riskSets;
    }

    /** The experimental arm, numbered from 1. */
    int arm() {
        return arm;
    }

    /** Patients of both arms followed for longer than a time at the cut that was looked at last. */
    int followedBeyond(double time) {
        int beyond = 0;
        for (int i = 0; i < patientsSeen; i++) {
            beyond += followUp[i] > time ? 1 : 0;
        }
        return beyond;
    }

    /** Events in the control arm at the cut that was looked at last. */
    int controlEvents() {
        return controlEvents;
    }

    /** Events in the experimental arm at the cut that was looked at last. */
    int experimentalEvents() {
        return experimentalEvents;
    }

    /** Follow-up times of an arm's first patients: to the event, to dropout, or to the cut. */
    private void follow(int fromArm, int count, int to, double end, Cohort cohort) {
        double[] entry = cohort.entry;
        double[] event = cohort.eventTime;
        int from = cohort.start(fromArm);
        for (int i = 0; i < count; i++) {
            followUp[to + i] = Math.min(event[from + i], end - entry[from + i]);
        }
        for (int k = 0; k < cohort.lostCount; k++) {
            int i = cohort.lost[k];
            if (i >= from && i < from + count) {
                followUp[to + i - from] = Math.min(cohort.dropoutTime[i], end - entry[i]);
            }
        }
    }

    /** Nobody of the arm is followed for longer; its first patient entered first. */
    private static double longest(int arm, int count, double end, Cohort cohort) {
        return count == 0 ? 0 : end - cohort.entry[cohort.start(arm)];
    }

    /**
     * A risk set for each event of an arm.
     *
     * @param first number of the arm's first patient among those compared
     * @param sets risk sets there are already
     * @return risk sets there are then
     */
    private int fillRiskSets(int ofArm, int count, int first, int sets, double cut, Cohort cohort) {
        int events = findEvents(cohort.eventCalendar, cohort.start(ofArm), count, first, cut);
        double[] atRiskControl = riskSets.atRiskControl;
        double[] atRiskExperimental = riskSets.atRiskExperimental;
        for (int k = 0; k < events; k++) {
            atRiskControl[sets + k] = cells.controlsAtRisk(withEvent[k]);
            atRiskExperimental[sets + k] = cells.experimentalsAtRisk(withEvent[k]);
        }
        return sets + events;
    }

    /** Which of an arm's patients have their event by the cut. */
    private int findEvents(double[] calendar, int from, int count, int first, double cut) {
        long cutBits = Double.doubleToRawLongBits(cut);
        int events = 0;
        for (int i = 0; i < count; i++) {
            withEvent[events] = first + i;
            events += isAtMost(calendar[from + i], cutBits);
        }
        return events;
    }

    /** 1 when a number ≥ 0 is at most another one, given by its bits; else 0. */
    private static int isAtMost(double number, long limitBits) {
        return (int) ((Double.doubleToRawLongBits(number) - limitBits - 1) >>> 63);
    }

    /** Who has the event of each risk set; only an estimate asks for it. */
    private void fillEvents(int events) {
        if (needsEvents) {
            Arrays.fill(riskSets.eventsControl, 0, controlEvents, 1);
            Arrays.fill(riskSets.eventsControl, controlEvents, events, 0);
            Arrays.fill(riskSets.eventsExperimental, 0, controlEvents, 0);
            Arrays.fill(riskSets.eventsExperimental, controlEvents, events, 1);
        }
    }
}
