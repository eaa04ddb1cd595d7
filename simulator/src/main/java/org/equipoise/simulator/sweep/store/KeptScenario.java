package org.equipoise.simulator.sweep.store;

import org.equipoise.simulator.engine.SimulationResult;
import org.equipoise.simulator.engine.SimulationState;
import org.equipoise.simulator.reading.ReadScenario;
import org.jspecify.annotations.Nullable;

/**
 * What a scenario has come to, to be kept.
 *
 * @param read the scenario
 * @param replicates how many are done
 * @param planned how many are needed, as far as is known
 * @param state of the simulation, as bytes
 * @param result what it tells; null as long as it is not complete
 * @param row the same in one row, or null
 */
@SuppressWarnings("ArrayRecordComponent") // Handed on, never compared.
public record KeptScenario(
        ReadScenario read,
        long replicates,
        long planned,
        byte[] state,
        @Nullable SimulationResult result,
        @Nullable ScenarioRow row) {
    /** What a state has come to. */
    public static KeptScenario of(ReadScenario read, SimulationState state) {
        SimulationResult result = state.isComplete() ? state.result() : null;
        return new KeptScenario(
                read,
                state.replicates(),
                state.planned(),
                state.toBytes(),
                result,
                result == null ? null : ScenarioRow.of(read, result));
    }
}
