package org.equipoise.simulator.cli;

import java.util.Locale;
import org.equipoise.simulator.engine.SimulationState;
import org.equipoise.simulator.expect.Deciding;
import org.equipoise.simulator.reading.ReadSweep;
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
                    "Go on, with twice as many replicates each time, until every expectation of a scenario is met or"
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
        if (!isGiven()) {
            return null;
        }
        if (scenario.expect().isEmpty()) {
            throw nothingExpected("the scenario expects nothing");
        }
        checkMost(SimulationState.leastReplicates(scenario));
        return Deciding.of(scenario, most(scenario));
    }

    /**
     * A sweep that goes on so; the same when it does not.
     *
     * @throws InputFaultException when that cannot be
     */
    ReadSweep goingOn(ReadSweep sweep) {
        if (!isGiven()) {
            return sweep;
        }
        long least = sweep.cases().stream()
                .map(each -> each.read().scenario())
                .filter(scenario -> !scenario.expect().isEmpty())
                .mapToLong(SimulationState::leastReplicates)
                .max()
                .orElseThrow(() -> nothingExpected("no scenario of the sweep expects anything"));
        checkMost(least);
        return sweep.deciding(this::most);
    }

    private boolean isGiven() {
        if (!decide && most != null) {
            throw new InputFaultException("--most: it is the cap of --decide, which is not given");
        }
        return decide;
    }

    private static InputFaultException nothingExpected(String what) {
        return new InputFaultException(
                "--decide: " + what + "; add what it must show, such as expect: {power: {atLeast: 0.8}}");
    }

    private void checkMost(long least) {
        if (most != null && (most < least || most > MOST)) {
            throw new InputFaultException(String.format(
                    Locale.ROOT,
                    "--most: must be from the scenario's replicates, %,d, to %,d, was %,d",
                    least,
                    MOST,
                    most));
        }
    }

    private long most(Scenario scenario) {
        return most == null ? Math.min(MOST, FACTOR * SimulationState.leastReplicates(scenario)) : most;
    }
}
