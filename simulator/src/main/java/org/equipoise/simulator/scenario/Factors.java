package org.equipoise.simulator.scenario;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The factors that divide the patients, by name, and of each its levels, by name. */
final class Factors {
    private Factors() {}

    /** Draws go by the order of strata, and a scenario is the same whatever the order of its names. */
    static Map<String, Map<String, StratumLevel>> inOrder(Map<String, Map<String, StratumLevel>> factors) {
        Map<String, Map<String, StratumLevel>> ordered = new TreeMap<>();
        factors.forEach((factor, levels) -> ordered.put(factor, Collections.unmodifiableMap(new TreeMap<>(levels))));
        return Collections.unmodifiableMap(ordered);
    }

    /** The same without models of their own for some arms. */
    static Map<String, Map<String, StratumLevel>> without(
            Map<String, Map<String, StratumLevel>> factors, Set<String> arms) {
        Map<String, Map<String, StratumLevel>> left = new TreeMap<>();
        factors.forEach((factor, levels) -> {
            Map<String, StratumLevel> kept = new TreeMap<>();
            levels.forEach((name, level) -> kept.put(name, level.without(arms)));
            left.put(factor, kept);
        });
        return left;
    }

    /** Whether a level of a factor is as described. */
    static boolean anyLevel(Map<String, Map<String, StratumLevel>> factors, Predicate<StratumLevel> description) {
        return factors.values().stream()
                .flatMap(levels -> levels.values().stream())
                .anyMatch(description);
    }
}
