package org.equipoise.benchmarks.guard;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is guarded and what it may cost, as {@code benchmarks/budgets.json} says.
 *
 * @param cases in the order of the file
 * @param bytes most that a replicate may allocate
 * @param ratios by Java feature version and name of the case
 */
record Budgets(List<Case> cases, double bytes, Map<String, Map<String, Limit>> ratios) {
    /**
     * A scenario that is guarded.
     *
     * @param name what it is called
     * @param arguments of the probe: the scenario's file and overrides
     */
    record Case(String name, List<String> arguments) {}

    /**
     * What a case may cost.
     *
     * @param measured ratio to the reference kernel when the budget was set
     * @param budget highest ratio that passes
     */
    record Limit(double measured, double budget) {}

    /**
     * Reads a file.
     *
     * @throws IllegalArgumentException when it is not one of budgets
     */
    static Budgets read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException(
                    "there is no '" + file + "'; run from the project's root, or name the file with --budgets");
        }
        JsonNode root = JsonMapper.shared().readTree(file);
        List<Case> cases = new ArrayList<>();
        Path directory = file.toAbsolutePath().getParent();
        root.required("cases").forEachEntry((name, each) -> {
            List<String> arguments = new ArrayList<>();
            arguments.add(resolve(directory, each.required("scenario").asString()));
            each.path("set").forEach(override -> arguments.add(override.asString()));
            cases.add(new Case(name, List.copyOf(arguments)));
        });
        Map<String, Map<String, Limit>> ratios = new TreeMap<>();
        root.required("ratio").forEachEntry((java, limits) -> {
            Map<String, Limit> ofJava = new TreeMap<>();
            limits.forEachEntry((name, limit) -> ofJava.put(
                    name,
                    new Limit(
                            limit.required("measured").asDouble(),
                            limit.required("budget").asDouble())));
            ratios.put(java, ofJava);
        });
        return new Budgets(cases, root.required("bytesPerReplicate").asDouble(), ratios);
    }

    private static String resolve(@Nullable Path directory, String file) {
        return directory == null ? file : directory.resolve(file).normalize().toString();
    }

    /** What a case may cost on a version of Java; null where nothing is laid down. */
    @Nullable
    Limit limit(String java, Case each) {
        return ratios.getOrDefault(java, Map.of()).get(each.name());
    }
}
