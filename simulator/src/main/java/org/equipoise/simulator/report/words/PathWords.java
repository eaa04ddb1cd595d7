package org.equipoise.simulator.report.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.equipoise.simulator.reading.ReadSweep;

/** What the varied paths of a sweep are called in a report: {@code HAIC hazard ratio}. */
public final class PathWords {
    private static final int MOST = 32;

    /** Keys that say nothing without the block that they stand in. */
    private static final Set<String> BARE = Set.of("probability", "rates", "duration", "method", "arrivals", "median");

    private PathWords() {}

    /** A name for each path, no two of them the same. */
    public static List<String> of(ReadSweep sweep) {
        VariedNames shortest = new VariedNames(sweep);
        List<String> words = sweep.paths().stream().map(PathWords::words).toList();
        return IntStream.range(0, words.size())
                .mapToObj(p -> PlainText.atMost(
                        MOST, words.stream().filter(words.get(p)::equals).count() > 1 ? shortest.of(p) : words.get(p)))
                .toList();
    }

    private static String words(String path) {
        List<String> keys = List.of(path.split("\\.", -1));
        String last = keys.get(keys.size() - 1);
        List<String> parts = new ArrayList<>();
        if (keys.get(0).equals("endpoints") && keys.size() > 4) {
            // endpoints.PFS.model.HAIC.hazardRatio: of which arm it is tells more than of which endpoint.
            parts.add(keys.get(3) + " " + spaced(last));
        } else if (keys.size() == 4
                && keys.get(0).equals("analysis")
                && keys.get(1).equals("looks")) {
            parts.add(spaced(last) + " of look " + number(keys.get(2)));
        } else if (keys.size() > 1 && BARE.contains(last)) {
            parts.add(keys.get(0) + " " + spaced(last));
            if (keys.size() == 3 && !keys.get(1).equals("all")) {
                parts.add(keys.get(1));
            }
        } else {
            parts.add(spaced(last));
        }
        String name = String.join(", ", parts);
        return name.isEmpty() ? path : name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    /** Looks are counted from 1. */
    private static String number(String index) {
        return index.matches("\\d{1,3}") ? Integer.toString(Integer.parseInt(index) + 1) : index;
    }

    /** {@code hazardRatio} as {@code hazard ratio}. */
    private static String spaced(String key) {
        return key.matches("[a-z]+([A-Z][a-z]+)*")
                ? key.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT)
                : key;
    }
}
