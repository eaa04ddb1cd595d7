package org.equipoise.simulator.reading;

import java.util.Locale;
import java.util.stream.Collectors;
import org.equipoise.simulator.reading.Node.Mapping;
import org.equipoise.simulator.reading.Node.Scalar;
import org.equipoise.simulator.reading.Node.Sequence;

/** Values on one line, as a file could spell them: {@code 0.60}, {@code {hazardRatio: [{from: 0, is: 1}]}}. */
final class FlowText {
    private FlowText() {}

    /** A value as it reads in a column of its own: text without quotes. */
    static String of(Node node) {
        return node instanceof Scalar scalar ? scalar.text() : within(node);
    }

    private static String within(Node node) {
        if (node instanceof Scalar scalar) {
            return scalar.quoted() ? quoted(scalar.text()) : scalar.text();
        }
        if (node instanceof Sequence sequence) {
            return sequence.items().stream().map(FlowText::within).collect(Collectors.joining(", ", "[", "]"));
        }
        return ((Mapping) node)
                .entries().values().stream()
                        .map(entry -> key(entry.key()) + ": " + within(entry.value()))
                        .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String key(String key) {
        return key.matches("[A-Za-z][A-Za-z0-9_.-]*") ? key : quoted(key);
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append((char) c);
            } else if (c < ' ' || c == 0x7F || c == 0x85 || c == 0x2028 || c == 0x2029) {
                quoted.append(String.format(Locale.ROOT, "\\u%04X", c));
            } else {
                quoted.append((char) c);
            }
        });
        return quoted.append('"').toString();
    }
}
