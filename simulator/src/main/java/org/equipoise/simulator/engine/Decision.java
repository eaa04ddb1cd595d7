package org.equipoise.simulator.engine;

/** What becomes of one comparison at a look. */
public enum Decision {
    /** The look's condition could not be met. */
    NOT_REACHED,
    /** The comparison was decided at an earlier look; this one is analysed all the same. */
    DECIDED_BEFORE,
    /** The null hypothesis is rejected. */
    REJECT,
    /** The trial stops for futility. */
    FUTILE,
    /** The trial goes on. */
    CONTINUE,
    /** The last look ends without rejection. */
    NOT_REJECTED
}
