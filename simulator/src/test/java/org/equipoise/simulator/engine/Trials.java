package org.equipoise.simulator.engine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.equipoise.simulator.engine.look.LookColumns;
import org.equipoise.simulator.reading.ScenarioReader;
import org.equipoise.simulator.scenario.Scenario;

/** Scenarios for the tests of the engine. */
final class Trials {
    private static final Map<String, String> PLAIN = new LinkedHashMap<>();

    static {
        PLAIN.put("trial", "T");
        PLAIN.put("arms", "{C: {role: control}, E: {role: experimental}}");
        PLAIN.put("enrolment", "{patients: 80, rates: [{from: 0, rate: 3}, {from: 4, rate: 9}]}");
        PLAIN.put("randomisation", "{method: permutedBlock, blockSize: 4}");
        PLAIN.put("endpoints", endpoint("C: {median: 7}, E: {hazardRatio: 0.6}"));
        PLAIN.put("dropout", "{all: {probability: 0.1, by: 12}}");
        PLAIN.put("analysis", "{looks: [{events: 55}]}");
        PLAIN.put("simulation", "{seed: 20250309, replicates: 1000}");
    }

    private Trials() {}

    /** A small trial with some parts replaced, each spelled {@code key: value} as in a file. */
    static Scenario of(String... parts) {
        return read(text(parts));
    }

    static String text(String... parts) {
        Map<String, String> all = new LinkedHashMap<>(PLAIN);
        for (String part : parts) {
            int colon = part.indexOf(':');
            all.put(part.substring(0, colon), part.substring(colon + 1).strip());
        }
        List<String> lines = new ArrayList<>();
        all.forEach((key, value) -> lines.add(key + ": " + value + "\n"));
        return String.join("", lines);
    }

    static Scenario read(String text) {
        return ScenarioReader.read(text, "test", List.of()).scenario();
    }

    /** A scenario of the project's configs, with some values replaced, each {@code PATH=VALUE}. */
    static Scenario config(String name, String... overrides) {
        return ScenarioReader.read(Path.of("..", "configs", name), List.of(overrides))
                .scenario();
    }

    /** One endpoint with a model for each arm. */
    static String endpoint(String models) {
        return "{PFS: {model: {" + models + "}}}";
    }

    /** Everything that a block says of its {@code i}-th replicate, in one row. */
    static double[] everything(Block block, int i) {
        DoubleStream.Builder row = DoubleStream.builder();
        for (int k = 0; k < block.looks(); k++) {
            LookColumns look = block.look(k);
            row.add(look.time[i]).add(look.enrolled[i]).add(look.dropouts[i]).add(look.events[i]);
            for (double[] arm : look.eventsByArm) {
                row.add(arm[i]);
            }
            for (int h = 0; h < block.comparisons(); h++) {
                row.add(look.z[h][i]).add(look.logHazardRatio[h][i]).add(look.standardError[h][i]);
                row.add(block.decision(h, i, k).name().hashCode());
            }
        }
        return row.build().toArray();
    }

    /** {@link #everything} of the first replicates of a scenario, a row each. */
    static List<double[]> replicates(Scenario scenario, int number) {
        Replicator replicator = new Replicator(scenario);
        List<double[]> rows = new ArrayList<>();
        for (int first = 0; first < number; first += Block.SIZE) {
            Block block = replicator.simulate(first, Math.min(Block.SIZE, number - first));
            for (int i = 0; i < block.size(); i++) {
                rows.add(everything(block, i));
            }
        }
        return rows;
    }
}
