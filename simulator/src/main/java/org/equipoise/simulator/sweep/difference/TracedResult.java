package org.equipoise.simulator.sweep.difference;

import org.equipoise.simulator.engine.ReplicateTrace;
import org.equipoise.simulator.engine.SimulationResult;
import org.equipoise.simulator.engine.SimulationState;

/**
 * A result, and what is kept of its single replicates.
 *
 * @param result of the scenario
 * @param trace of its first replicates
 */
public record TracedResult(SimulationResult result, ReplicateTrace trace) {
    /** What a state tells. */
    public static TracedResult of(SimulationState state) {
        return new TracedResult(state.result(), state.trace());
    }

    long seed() {
        return result.scenario().simulation().seed();
    }
}
