package org.equipoise.simulator.reading;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.equipoise.simulator.design.BoundPlan;
import org.equipoise.simulator.reading.Node.Entry;
import org.equipoise.simulator.reading.Node.Mapping;
import org.equipoise.simulator.reading.Node.Scalar;
import org.equipoise.simulator.scenario.InvalidScenarioException;
import org.equipoise.simulator.scenario.Scenario;
import org.jspecify.annotations.Nullable;

/**
 * Reads a scenario from YAML 1.2 or JSON. Either it is valid, or every fault in it is told at once, each with its line
 * and column.
 *
 * <p>Overrides are spelled {@code PATH=VALUE}: {@code endpoints.PFS.model.HAIC.hazardRatio=0.7},
 * {@code analysis.looks.0.events=100}, {@code simulation={seed: 7}}. They apply in order, before anything is checked.
 */
public final class ScenarioReader {
    private ScenarioReader() {}

    /**
     * Reads a file.
     *
     * @throws ScenarioFaultsException when it cannot be read or is not a valid scenario
     */
    public static ReadScenario read(Path file) {
        return read(file, List.of());
    }

    /**
     * Reads a file, with some values replaced.
     *
     * @param overrides each {@code PATH=VALUE}
     * @throws ScenarioFaultsException when the file cannot be read, or it is not a valid scenario with these overrides
     */
    public static ReadScenario read(Path file, List<String> overrides) {
        FaultLog log = new FaultLog();
        return read(SourceText.of(file, log), file.toString(), overrides, log);
    }

    /**
     * Reads a file that is to be simulated, with some values replaced: binary and continuous endpoints are faults.
     *
     * @param overrides each {@code PATH=VALUE}
     * @throws ScenarioFaultsException when the file cannot be read, or it is not a valid scenario with these overrides,
     *     or none that can be simulated
     */
    public static ReadScenario readToSimulate(Path file, List<String> overrides) {
        FaultLog log = new FaultLog();
        String text = SourceText.of(file, log);
        return read(text, file.toString(), overrides, log, true);
    }

    /**
     * Reads a text, with some values replaced.
     *
     * @param text YAML or JSON
     * @param source what faults call the text
     * @param overrides each {@code PATH=VALUE}
     * @throws ScenarioFaultsException when it is not a valid scenario with these overrides
     */
    public static ReadScenario read(String text, String source, List<String> overrides) {
        FaultLog log = new FaultLog();
        return read(SourceText.checked(text, source, log), source, overrides, log);
    }

    private static ReadScenario read(@Nullable String text, String source, List<String> overrides, FaultLog log) {
        return read(text, source, overrides, log, false);
    }

    private static ReadScenario read(
            @Nullable String text, String source, List<String> overrides, FaultLog log, boolean toSimulate) {
        log.expect(source);
        ReadScenario read = text == null ? null : scenario(text, source, overrides, log, toSimulate);
        log.throwIfAny();
        if (read == null) {
            throw new IllegalStateException("a scenario without faults could not be made");
        }
        return read;
    }

    private static @Nullable ReadScenario scenario(
            String text, String source, List<String> overrides, FaultLog log, boolean toSimulate) {
        Mapping root = root(text, source, log);
        if (root == null || isSweep(root, log)) {
            return null;
        }
        for (String override : overrides) {
            root = Assignment.apply(root, override, log);
        }
        return toSimulate ? readToSimulate(root, new RecordShape.Book(), log) : read(root, new RecordShape.Book(), log);
    }

    /** As {@link #read}, but a binary or continuous endpoint, which cannot be simulated, is a fault. */
    static @Nullable ReadScenario readToSimulate(Mapping root, RecordShape.Book shapes, FaultLog log) {
        ReadScenario read = read(root, shapes, log);
        if (read == null || read.scenario().endpoint().isTimeToEvent()) {
            return read;
        }
        Spot endpoint = Spot.root(root).find("endpoints").find(read.scenario().testedEndpoint());
        log.add(
                endpoint.find("type"),
                "a " + Spelling.of(read.scenario().endpoint().type()) + " endpoint is planned, but not simulated yet",
                "equipoise plan tells its power, or what gives one");
        return null;
    }

    /** The keys of a file; null when it has none or cannot be parsed, which is noted. */
    static @Nullable Mapping root(String text, String source, FaultLog log) {
        Node node = NodeParser.parse(text, (line, column) -> new Place(source, line, column), log);
        if (node instanceof Mapping root) {
            return root;
        }
        addNoScenario(node, log);
        return null;
    }

    /** The scenario that keys spell; null when there is any fault, which is noted. */
    static @Nullable ReadScenario read(Mapping root, RecordShape.Book shapes, FaultLog log) {
        Spot spot = Spot.root(root);
        Scenario scenario = (Scenario) new ValueReader(shapes, log).read(Scenario.class, null, spot);
        SourceRules.check(spot, log);
        return scenario == null || log.hasAny() ? null : planned(scenario, spot, log);
    }

    /** Bounds that do not exist are a fault of the scenario, though no single part of it is wrong. */
    private static @Nullable ReadScenario planned(Scenario scenario, Spot spot, FaultLog log) {
        try {
            return new ReadScenario(scenario, ScenarioHash.of(scenario), BoundPlan.of(scenario));
        } catch (InvalidScenarioException e) {
            e.faults().forEach(fault -> log.add(spot.find(fault.path()), fault.problem(), fault.remedy()));
            return null;
        }
    }

    private static void addNoScenario(@Nullable Node node, FaultLog log) {
        if (node instanceof Scalar scalar && scalar.isEmpty()) {
            log.add(node.place(), "", "is empty", "begin with trial: NAME");
        } else if (node != null) {
            boolean glued = node instanceof Scalar words && words.text().indexOf(':') >= 0;
            log.add(
                    node.place(),
                    "",
                    "expected the keys of a scenario, found " + node.words(),
                    glued ? "write key: value, with a space after the colon" : "begin with trial: NAME");
        }
    }

    /** Whether the file is a sweep; what a sweep lacks as a scenario is not worth telling. */
    private static boolean isSweep(Mapping root, FaultLog log) {
        Optional<Entry> sign = SweepReader.sign(root);
        sign.ifPresent(entry -> log.add(
                entry.place(),
                entry.key(),
                "this is a sweep, not one scenario",
                "run it: equipoise sweep FILE --out DIR; or see what it holds: equipoise check FILE"));
        return sign.isPresent();
    }
}
