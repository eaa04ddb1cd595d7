package org.equipoise.simulator.engine;

/** Told how far a simulation is, often, by one thread at a time. */
@FunctionalInterface
public interface Progress {
    /**
     * More has been done.
     *
     * @param done replicates so far
     * @param planned replicates in all, as far as is known now
     */
    void update(long done, long planned);
}
