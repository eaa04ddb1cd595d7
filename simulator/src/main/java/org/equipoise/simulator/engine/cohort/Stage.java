package org.equipoise.simulator.engine.cohort;

/**
 * One step in the making of a replicate: fills whole columns of the cohort, allocates nothing.
 *
 * <p>A stage holds the random streams of its purpose and so belongs to one thread.
 */
public interface Stage {
    /**
     * Fills the columns this stage is for.
     *
     * @param replicate number of the replicate, from 0
     * @param cohort modified
     */
    void fill(long replicate, Cohort cohort);
}
