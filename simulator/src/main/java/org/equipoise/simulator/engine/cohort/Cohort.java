package org.equipoise.simulator.engine.cohort;

import java.util.Arrays;

/**
 * The patients of one replicate in columns: one array for each variable, allocated once and refilled for each
 * replicate.
 *
 * <p>Patients lie grouped by arm, the control first, and within an arm in the order of their enrolment: arm {@code a}
 * owns the slots from {@link #start start(a)} up to {@code start(a + 1)}. Columns are public so that loops over them
 * need no calls. All times are in the scenario's unit. Not safe for threads.
 */
public final class Cohort {
    /** Calendar times of arrival, ascending, all arms together. */
    public final double[] arrival;

    /** The stratum of each patient in the order of arrival; empty where there is one. */
    public final byte[] stratumOfArrival;

    /** The stratum of each patient, by slot; empty where there is one. */
    public final byte[] stratum;

    /** Calendar time of enrolment, by slot. */
    public final double[] entry;

    /** Time from randomisation to the endpoint, by slot; infinite when it never comes. */
    public final double[] eventTime;

    /** Time from randomisation to dropout, by slot; infinite when the patient never drops out. */
    public final double[] dropoutTime;

    /**
     * Calendar time at which the endpoint is seen, by slot; infinite when it is not, because dropout came first or it
     * never comes.
     */
    public final double[] eventCalendar;

    /** Slots of the patients whom dropout takes before the endpoint; the first {@link #lostCount} entries count. */
    public final int[] lost;

    /** How many patients drop out before the endpoint. */
    public int lostCount;

    private final int[] start;

    /** Room for the patients of a trial without strata. */
    public Cohort(int patients, int arms) {
        this(patients, arms, false);
    }

    /** Room for the patients of a trial. */
    public Cohort(int patients, int arms, boolean hasStrata) {
        arrival = new double[patients];
        stratumOfArrival = new byte[hasStrata ? patients : 0];
        stratum = new byte[hasStrata ? patients : 0];
        entry = new double[patients];
        eventTime = new double[patients];
        dropoutTime = new double[patients];
        eventCalendar = new double[patients];
        lost = new int[patients];
        start = new int[arms + 1];
    }

    /** Number of patients. */
    public int patients() {
        return arrival.length;
    }

    /** Number of arms. */
    public int arms() {
        return start.length - 1;
    }

    /** First slot of an arm; {@code start(arms())} is the number of patients. */
    public int start(int arm) {
        return start[arm];
    }

    /** Number of patients of an arm who have entered by a calendar time; they have the arm's first slots. */
    public int enrolled(int arm, double calendarTime) {
        int first = start[arm];
        int end = start[arm + 1];
        while (end > first && entry[end - 1] > calendarTime) {
            end--;
        }
        return end - first;
    }

    /** The arm of each patient in the order of arrival, 0 being the control; a new array. */
    public byte[] armOfArrival() {
        byte[] arms = new byte[arrival.length];
        int[] next = Arrays.copyOf(start, arms());
        for (int i = 0; i < arrival.length; i++) {
            byte arm = 0;
            while (next[arm] == start[arm + 1] || entry[next[arm]] != arrival[i]) {
                arm++;
            }
            next[arm]++;
            arms[i] = arm;
        }
        return arms;
    }

    /** Sum of numbers by arm. */
    static int total(int[] byArm) {
        int sum = 0;
        for (int number : byArm) {
            sum += number;
        }
        return sum;
    }

    /**
     * Gives each arm its slots.
     *
     * @param sizes number of patients by arm; not modified
     */
    void divide(int[] sizes) {
        for (int a = 0; a < sizes.length; a++) {
            start[a + 1] = start[a] + sizes[a];
        }
    }

    /**
     * Gives each arm its slots and moves the arrivals there.
     *
     * @param armOfArrival the arm of each patient in the order of arrival; not modified
     */
    void groupByArm(byte[] armOfArrival) {
        Arrays.fill(start, 0);
        for (byte arm : armOfArrival) {
            start[arm + 1]++;
        }
        for (int a = 1; a < start.length; a++) {
            start[a] += start[a - 1];
        }
        // While patients are placed, start[a] is the next free slot of arm a; at the end it has reached that of the
        // next arm.
        for (int i = 0; i < arrival.length; i++) {
            entry[start[armOfArrival[i]]++] = arrival[i];
        }
        System.arraycopy(start, 0, start, 1, start.length - 1);
        start[0] = 0;
    }
}
