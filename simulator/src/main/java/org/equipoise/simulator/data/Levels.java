package org.equipoise.simulator.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The distinct values of a column, numbered in the order in which they are met, and how often each was. */
final class Levels {
    private static final int SHOWN = 12;

    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private final List<String> names = new ArrayList<>();
    private int[] counts = new int[8];

    /** The number of a level, one occurrence of which is counted. */
    int count(String level) {
        Integer known = numbers.get(level);
        int number = known == null ? names.size() : known;
        if (known == null) {
            numbers.put(level, number);
            names.add(level);
            counts = number < counts.length ? counts : Arrays.copyOf(counts, 2 * counts.length);
        }
        counts[number]++;
        return number;
    }

    List<String> names() {
        return names;
    }

    int occurrences(int number) {
        return counts[number];
    }

    /** The first of them with their occurrences: {@code A (60), B (62)}. */
    String words() {
        String shown = names.stream()
                .limit(SHOWN)
                .map(name -> DataFaults.quoted(name) + " (" + counts[numbers.getOrDefault(name, 0)] + ")")
                .collect(Collectors.joining(", "));
        return names.size() > SHOWN ? shown + ", and " + (names.size() - SHOWN) + " more" : shown;
    }
}
