package org.equipoise.simulator.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.equipoise.simulator.reading.ScenarioFaultsException;
import picocli.CommandLine.Option;

/** The option that replaces values of a scenario, and those that stand for it. */
final class Overrides {
    @Option(
            names = "--set",
            paramLabel = "PATH=VALUE",
            description =
                    "Replace a value of the scenario, such as endpoints.PFS.model.HAIC.hazardRatio=0.7. Repeatable.")
    private List<String> overrides = new ArrayList<>();

    private final Map<String, String> optionOf = new HashMap<>();

    /** Adds an override that another option stands for. */
    void add(String option, String path, String value) {
        String override = path + "=" + value;
        overrides.add(override);
        optionOf.put("--set " + override, option + " " + value);
    }

    /** Reads with these overrides; a fault in one that another option stands for names that option. */
    <T> T read(Function<List<String>, T> reader) {
        try {
            return reader.apply(overrides);
        } catch (ScenarioFaultsException e) {
            throw e.withSources(source -> optionOf.getOrDefault(source, source));
        }
    }

    /** Whether there are any. */
    boolean isGiven() {
        return !overrides.isEmpty();
    }

    /** These overrides and some more, of which nobody is told. */
    List<String> and(List<String> more) {
        List<String> all = new ArrayList<>(overrides);
        all.addAll(more);
        return all;
    }
}
