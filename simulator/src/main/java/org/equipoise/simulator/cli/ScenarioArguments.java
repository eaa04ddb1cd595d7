package org.equipoise.simulator.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.equipoise.simulator.reading.ReadScenario;
import org.equipoise.simulator.reading.ReadSweep;
import org.equipoise.simulator.reading.ScenarioFaultsException;
import org.equipoise.simulator.reading.ScenarioReader;
import org.equipoise.simulator.reading.SweepReader;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The arguments of every command that reads a scenario. */
final class ScenarioArguments {
    @Parameters(index = "0", paramLabel = "SCENARIO", description = "The scenario, a YAML or JSON file.")
    private String scenario = "";

    @Option(
            names = "--set",
            paramLabel = "PATH=VALUE",
            description =
                    "Replace a value of the scenario, such as endpoints.PFS.model.HAIC.hazardRatio=0.7. Repeatable.")
    private List<String> overrides = new ArrayList<>();

    private final Map<String, String> optionOf = new HashMap<>();

    /**
     * The scenario's file.
     *
     * @throws InputFaultException when no file can have that name
     */
    Path file() {
        return FilePlace.named("SCENARIO", scenario);
    }

    /** Reads the scenario with its overrides; a fault in one that another option stands for names that option. */
    ReadScenario read() {
        try {
            return ScenarioReader.read(file(), overrides);
        } catch (ScenarioFaultsException e) {
            throw e.withSources(source -> optionOf.getOrDefault(source, source));
        }
    }

    /** Reads the file as a sweep; overrides are those of its base. */
    ReadSweep readSweep() {
        return SweepReader.read(file(), overrides);
    }

    /**
     * Reads the scenario with further overrides, of which nobody is told.
     *
     * @throws ScenarioFaultsException when they do not fit
     */
    ReadScenario readWith(List<String> more) {
        List<String> all = new ArrayList<>(overrides);
        all.addAll(more);
        return ScenarioReader.read(file(), all);
    }

    /** Adds an override that another option stands for. */
    void override(String option, String path, String value) {
        String override = path + "=" + value;
        overrides.add(override);
        optionOf.put("--set " + override, option + " " + value);
    }
}
