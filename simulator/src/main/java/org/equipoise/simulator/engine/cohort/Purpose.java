package org.equipoise.simulator.engine.cohort;

import org.equipoise.core.random.RandomStream;
import org.equipoise.core.random.WordBuffer;

/**
 * What draws are for. Each purpose has streams of its own, so changing one part of a scenario leaves the draws of the
 * others as they are. The numbers are part of a result's identity and never change.
 */
public enum Purpose {
    /** Arrival times. */
    ENROLMENT(1),
    /** Allocation to arms. */
    ALLOCATION(2),
    /** Times to dropout; one stream for each arm. */
    DROPOUT(3),
    /** Times to the endpoint; one stream for each arm. */
    EVENT(4),
    /** Levels of the factors that divide the patients; one stream for each factor, in alphabetical order. */
    STRATUM(6);

    private static final long ARMS = 1 << 20;

    private final long code;

    Purpose(long code) {
        this.code = code;
    }

    /**
     * The streams of this purpose.
     *
     * @param buffer shared with the other streams of the thread
     */
    public RandomStream stream(long seed, WordBuffer buffer) {
        return stream(seed, 0, buffer);
    }

    /**
     * The streams of this purpose for one arm, stratum or factor; 0 is the control, the other arms are numbered in the
     * order of the scenario.
     *
     * @param buffer shared with the other streams of the thread
     */
    public RandomStream stream(long seed, int arm, WordBuffer buffer) {
        return new RandomStream(seed, code * ARMS + arm, buffer);
    }
}
