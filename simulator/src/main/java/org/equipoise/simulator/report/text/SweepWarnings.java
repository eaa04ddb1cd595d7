package org.equipoise.simulator.report.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.equipoise.simulator.analytic.Expectations;
import org.equipoise.simulator.analytic.Warnings;
import org.equipoise.simulator.reading.ReadSweep;
import org.equipoise.simulator.report.words.Digits;
import org.equipoise.simulator.scenario.Scenario;

/**
 * The warnings of a sweep's scenarios. Those that differ by their figures alone are told once, in the first one's
 * words.
 */
public final class SweepWarnings {
    /** Looking for them takes some milliseconds a scenario. */
    private static final int MOST = 5_000;

    /** A figure, other than the number of a look. */
    private static final Pattern FIGURE = Pattern.compile("(?<!look )(?<![\\w.])\\d+(\\.\\d+)?");

    private SweepWarnings() {}

    /** One for each kind, with the number of scenarios that it is about. */
    public static List<String> of(ReadSweep sweep) {
        int looked = Math.min(MOST, sweep.cases().size());
        Map<String, String> words = new LinkedHashMap<>();
        Map<String, Set<Integer>> numbers = new LinkedHashMap<>();
        for (int number = 1; number <= looked; number++) {
            Scenario scenario = sweep.cases().get(number - 1).read().scenario();
            for (String warning : Warnings.of(scenario, Expectations.of(scenario))) {
                String kind = FIGURE.matcher(warning).replaceAll("#");
                words.putIfAbsent(kind, warning);
                numbers.computeIfAbsent(kind, k -> new LinkedHashSet<>()).add(number);
            }
        }
        List<String> warnings = new ArrayList<>();
        numbers.forEach((kind, of) -> warnings.add(told(words.getOrDefault(kind, kind), of, looked)));
        if (looked < sweep.cases().size()) {
            warnings.add("only the first " + Digits.grouped(looked) + " scenarios were looked at for warnings");
        }
        return warnings;
    }

    private static String told(String warning, Set<Integer> numbers, int looked) {
        return numbers.size() == looked && looked > 1
                ? "in every scenario, and with these figures in #1: " + warning
                : "in " + Digits.grouped(numbers.size()) + " of " + Digits.grouped(looked)
                        + " scenarios, and with these figures in #"
                        + numbers.iterator().next() + ": " + warning;
    }
}
