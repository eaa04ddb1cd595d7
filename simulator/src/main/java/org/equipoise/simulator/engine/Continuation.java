package org.equipoise.simulator.engine;

/** Says whether a simulation that has done what was planned should go on. */
@FunctionalInterface
public interface Continuation {
    /**
     * How many replicates there should be in all.
     *
     * @param result of those so far
     * @return no more than there are to end the simulation
     */
    long next(SimulationResult result);
}
