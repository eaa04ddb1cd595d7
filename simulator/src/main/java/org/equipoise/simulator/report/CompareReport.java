package org.equipoise.simulator.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.equipoise.simulator.reading.ScenarioText;
import org.jspecify.annotations.Nullable;

/**
 * Scenarios side by side.
 *
 * @param scenarios at least two; the others are compared with the first
 * @param differing values that are not the same in all of them, by path; null where a scenario has none there
 * @param version of the program
 */
public record CompareReport(List<Compared> scenarios, Map<String, List<@Nullable String>> differing, String version) {
    /** Names are no assumptions. */
    private static final Set<String> NAMES = Set.of("trial", "title", "description");

    /** Copies the list. */
    public CompareReport {
        scenarios = List.copyOf(scenarios);
    }

    /** Compares scenarios. */
    public static CompareReport of(List<Compared> scenarios, String version) {
        List<Map<String, String>> values = new ArrayList<>();
        Set<String> paths = new LinkedHashSet<>();
        for (Compared each : scenarios) {
            Map<String, String> own = ScenarioText.values(each.read().scenario());
            values.add(own);
            paths.addAll(own.keySet());
        }
        Map<String, List<@Nullable String>> differing = new LinkedHashMap<>();
        for (String path : paths) {
            List<@Nullable String> column = new ArrayList<>();
            values.forEach(own -> column.add(own.get(path)));
            boolean counts = !NAMES.contains(path) && !path.startsWith("expect.");
            if (counts && column.stream().anyMatch(value -> !Objects.equals(value, column.get(0)))) {
                differing.put(path, column);
            }
        }
        return new CompareReport(scenarios, differing, version);
    }

    /** A, B, …, Z, A2, B2, … */
    public static String label(int scenario) {
        return (char) ('A' + scenario % 26) + (scenario < 26 ? "" : Integer.toString(scenario / 26 + 1));
    }
}
