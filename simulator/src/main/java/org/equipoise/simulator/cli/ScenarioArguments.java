package org.equipoise.simulator.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.equipoise.simulator.reading.ReadScenario;
import org.equipoise.simulator.reading.ScenarioReader;
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

    /**
     * The scenario's file.
     *
     * @throws InputFaultException when no file can have that name
     */
    Path file() {
        return FilePlace.named("SCENARIO", scenario);
    }

    /** Reads the scenario with its overrides. */
    ReadScenario read() {
        return ScenarioReader.read(file(), overrides);
    }

    /** Adds an override that another option stands for. */
    void override(String path, Object value) {
        overrides.add(path + "=" + value);
    }
}
