package org.equipoise.simulator.cli;

import java.util.Locale;
import org.equipoise.simulator.engine.SimulationState;
import org.equipoise.simulator.expect.Deciding;
import org.equipoise.simulator.scenario.Scenario;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that let a simulation go on until every expectation is decided. */
final class DecideOptions {
    /** Most replicates when nothing is said: so many times those of the scenario. */
    private static final long FACTOR = 100;

    private static final long MOST = 1_000_000_000;

    @Option(
            names = "--decide",
            description =
                    "Go on, with twice as many replicates each time, until every expectation of the scenario is met or"
                            + " not met, or there are as many as --most allows.")
    private boolean decide;

    @Option(
            names = "--most",
            paramLabel = "N",
            description = "With --decide: most replicates, 100 times those of the scenario when left out.")
    private @Nullable Long most;

    /**
     * How it goes on; null when it does not.
     *
     * @throws InputFaultException when that cannot be
     */
    @Nullable
    Deciding of(Scenario scenario) {
        if (!decide) {
            if (most != null) {
                throw new InputFaultException("--most: it is the cap of --decide, which is not given");
            }
            return null;
        }
        if (scenario.expect().isEmpty()) {
            throw new InputFaultException(
                    "--decide: the scenario expects nothing; add what it must show, such as expect:"
                            + " {power: {atLeast: 0.8}}");
        }
        long least = SimulationState.leastReplicates(scenario);
        if (most != null && (most < least || most > MOST)) {
            throw new InputFaultException(String.format(
                    Locale.ROOT,
                    "--most: must be from the scenario's replicates, %,d, to %,d, was %,d",
                    least,
                    MOST,
                    most));
        }
        return Deciding.of(scenario, most == null ? Math.min(MOST, FACTOR * least) : most);
    }
}
