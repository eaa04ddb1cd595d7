package org.equipoise.simulator.cli;

import java.nio.file.Path;
import java.util.List;
import org.equipoise.simulator.reading.ReadScenario;
import org.equipoise.simulator.reading.ReadSweep;
import org.equipoise.simulator.reading.ScenarioReader;
import org.equipoise.simulator.reading.SweepReader;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The arguments of every command that reads a scenario. */
final class ScenarioArguments {
    @Parameters(index = "0", paramLabel = "SCENARIO", description = "The scenario, a YAML or JSON file.")
    private String scenario = "";

    @Mixin
    private final Overrides overrides = new Overrides();

    /**
     * The scenario's file.
     *
     * @throws InputFaultException when no file can have that name
     */
    Path file() {
        return FilePlace.named("SCENARIO", scenario);
    }

    /** What replaces its values. */
    Overrides overrides() {
        return overrides;
    }

    /** Reads the scenario with its overrides. */
    ReadScenario read() {
        return overrides.read(all -> ScenarioReader.read(file(), all));
    }

    /** Reads a scenario that is to be simulated, with its overrides. */
    ReadScenario readToSimulate() {
        return overrides.read(all -> ScenarioReader.readToSimulate(file(), all));
    }

    /** Reads the file as a sweep; overrides are those of its base. */
    ReadSweep readSweep() {
        return overrides.read(all -> SweepReader.read(file(), all));
    }

    /**
     * Reads the scenario with further overrides, of which nobody is told.
     *
     * @throws org.equipoise.simulator.reading.ScenarioFaultsException when they do not fit
     */
    ReadScenario readWith(List<String> more) {
        return ScenarioReader.read(file(), overrides.and(more));
    }
}
