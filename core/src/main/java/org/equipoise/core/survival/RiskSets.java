package org.equipoise.core.survival;

/**
 * The risk sets at the event times of two groups: who was at risk, and who had the event.
 *
 * <p>One entry stands for one distinct event time, or for one event time in one stratum. Log-rank test and Cox model
 * are sums over entries, so the order of entries does not matter to them (beyond rounding), and a stratified analysis
 * is the same sum over the entries of all strata. Weighted tests read one stratum at a time, latest event time first.
 *
 * <p>Made to be allocated once and refilled: {@link #clear}, then {@link #add} for each event time. The arrays never
 * grow. They are public so that loops over them need no calls; entries from {@link #count} on are left over from
 * earlier use and mean nothing. Not safe for threads.
 */
public final class RiskSets {
    /** Control patients at risk just before the event time, those who have the event then included. */
    public final double[] atRiskControl;

    /** Experimental patients at risk just before the event time, those who have the event then included. */
    public final double[] atRiskExperimental;

    /** Events in the control arm at the event time; at most {@link #atRiskControl}. */
    public final double[] eventsControl;

    /** Events in the experimental arm at the event time; at most {@link #atRiskExperimental}. */
    public final double[] eventsExperimental;

    private int count;
    private int untiedExperimentalEvents = -1;

    /**
     * No risk sets yet.
     *
     * @param capacity most entries it will ever hold, ≥ 0; the number of events is always enough
     */
    public RiskSets(int capacity) {
        if (capacity < 0) {
            throw new IllegalArgumentException("capacity must not be negative, was " + capacity);
        }
        atRiskControl = new double[capacity];
        atRiskExperimental = new double[capacity];
        eventsControl = new double[capacity];
        eventsExperimental = new double[capacity];
    }

    /** Forgets all entries; the capacity stays. */
    public void clear() {
        count = 0;
        untiedExperimentalEvents = -1;
    }

    /**
     * Says how many entries are in use, after they have been written straight into the arrays, one event in each.
     *
     * @param entries from 0 to the capacity
     * @param experimentalEvents how many of the events happened in the experimental arm
     */
    public void setUntied(int entries, int experimentalEvents) {
        if (entries < 0 || entries > atRiskControl.length) {
            throw new IllegalArgumentException(
                    "entries must be from 0 to " + atRiskControl.length + ", was " + entries);
        }
        count = entries;
        untiedExperimentalEvents = experimentalEvents;
    }

    /**
     * Whether each entry is known to hold one event; then a test that only needs their total may leave the columns of
     * events alone.
     */
    boolean isUntied() {
        return untiedExperimentalEvents >= 0;
    }

    /** Events in the experimental arm, where {@link #isUntied}. */
    int untiedExperimentalEvents() {
        return untiedExperimentalEvents;
    }

    /** Number of entries in use; they have the indices 0 to {@code count() - 1}. */
    public int count() {
        return count;
    }

    /**
     * Adds the risk set of one event time. Numbers are whole and not checked: events never exceed those at risk. A set
     * without an event carries no information and is not stored.
     *
     * @throws IllegalStateException when it is full
     */
    public void add(double atRiskControl, double atRiskExperimental, double eventsControl, double eventsExperimental) {
        if (eventsControl + eventsExperimental == 0) {
            return;
        }
        int k = count;
        if (k == this.atRiskControl.length) {
            throw new IllegalStateException(
                    "risk sets are full: capacity is " + k + ", and one more event time was added; "
                            + "give the constructor the largest number of events that can occur");
        }
        this.atRiskControl[k] = atRiskControl;
        this.atRiskExperimental[k] = atRiskExperimental;
        this.eventsControl[k] = eventsControl;
        this.eventsExperimental[k] = eventsExperimental;
        count = k + 1;
    }
}
