package org.equipoise.simulator.engine.cohort;

import java.util.Arrays;

/**
 * The patients of one replicate in columns: one array for each variable, allocated once and refilled for each replicate.
 *
 * <p>Patients lie grouped by arm, the control first, and within an arm in the order of their enrolment: arm {@code a} owns the slots
 * from {@link #start start(a)} up to {@code start(a + 1)}. Columns are public so that loops over them need no calls. All times are in
 * the scenario's unit. Not safe for threads.
 */
public final class Cohort {
    /** Calendar times of arrival, ascending, all arms together. */
    public final double[] arrival;

    /** Arm of each arrival: 0 is the control. */
    public final byte[] armOfArrival;

    /** Calendar time of enrolment, by slot. */
    public final double[] entry;

    /** Time from randomisation to the endpoint, by slot; infinite when it never comes. */
    public final double[] eventTime;

    /** Time from randomisation to dropout, by slot; infinite when the patient never drops out. */
    public final double[] dropoutTime;

    /** Calendar time at which the endpoint is seen, by slot; infinite when it is not, because dropout came first or it never comes. */
    public final double[] eventCalendar;

    private final int[] start;

    /** Room for the patients of a trial. */
    public Cohort(int patients, int arms) {
        arrival = new double[patients];
        armOfArrival = new byte[patients];
        entry = new double[patients];
        eventTime = new double[patients];
        dropoutTime = new double[patients];
        eventCalendar = new double[patients];
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

    /** Gives each arm its slots and moves the arrivals there, after {@link #arrival} and {@link #armOfArrival} have been filled. */
    void groupByArm() {
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
