package org.equipoise.simulator.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of every command that simulates. */
final class SimulationOptions {
    private static final int MOST_THREADS = 1024;

    @Option(
            names = "--replicates",
            paramLabel = "N",
            description = "Simulated trials, in place of the scenario's number.")
    private @Nullable String replicates;

    @Option(names = "--seed", paramLabel = "S", description = "Seed, in place of the scenario's.")
    private @Nullable String seed;

    @Option(
            names = "--threads",
            paramLabel = "T",
            description = "Threads to simulate on; all processors when left out. The result does not depend on it.")
    private @Nullable Long threads;

    /** Adds what is to replace values of the scenario. */
    void addTo(Overrides overrides) {
        if (replicates != null) {
            overrides.add("--replicates", "simulation.replicates", replicates);
        }
        if (seed != null) {
            overrides.add("--seed", "simulation.seed", seed);
        }
    }

    /**
     * Threads to simulate on.
     *
     * @throws InputFaultException when that cannot be
     */
    int threads() {
        if (threads == null) {
            return Runtime.getRuntime().availableProcessors();
        }
        if (threads < 1 || threads > MOST_THREADS) {
            throw new InputFaultException("--threads: must be from 1 to " + MOST_THREADS + ", was " + threads);
        }
        return threads.intValue();
    }
}
