package org.equipoise.simulator.sweep.store;

/** What to do with a store that was made for another state of the sweep, or by another version of the program. */
public enum ChangePolicy {
    /** Explain what differs, and touch nothing. */
    REFUSE,
    /** Keep the results of scenarios that are the same, and compute the others. */
    KEEP,
    /** Compute all scenarios anew; once, so that an interruption of it loses nothing. */
    RECOMPUTE
}
