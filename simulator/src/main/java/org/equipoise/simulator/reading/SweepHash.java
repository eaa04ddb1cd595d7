package org.equipoise.simulator.reading;

import java.util.List;

/**
 * Names the content of a sweep: SHA-256 over its paths, and for each scenario its values and its {@link ScenarioHash}.
 * Neither its name nor what is expected of the results counts.
 */
final class SweepHash {
    /** A character that no text of a file holds. */
    private static final char END = '\0';

    private SweepHash() {}

    /** The hash: 64 hexadecimal digits. */
    static String of(List<String> paths, List<SweepCase> cases) {
        StringBuilder content = new StringBuilder();
        add(paths, content);
        for (SweepCase each : cases) {
            add(each.values(), content);
            content.append(each.read().hash());
        }
        return ScenarioHash.sha256(content.toString());
    }

    private static void add(List<String> texts, StringBuilder content) {
        for (String text : texts) {
            content.append(text).append(END);
        }
        content.append(END);
    }
}
