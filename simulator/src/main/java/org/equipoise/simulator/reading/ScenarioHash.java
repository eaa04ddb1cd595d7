package org.equipoise.simulator.reading;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.equipoise.simulator.scenario.Scenario;
import org.jspecify.annotations.Nullable;

/**
 * Names the content of a scenario: SHA-256 of a canonical text.
 *
 * <p>Two files have the same hash when they mean the same scenario key by key: YAML or JSON, comments, the order of
 * keys, {@code 12} or {@code 12.0}, a default spelled out or left out. The order of arms counts, because patients are
 * allocated in it; the order of the other names does not. What is expected of the result and where values come from do
 * not count, because the result does not depend on them. Nor does the hash depend on the Java version, so it can name
 * results for years.
 */
public final class ScenarioHash {
    private static final Set<String> WITHOUT_EFFECT = Set.of("expect", SourceRules.KEY);

    private final StringBuilder text = new StringBuilder();

    private ScenarioHash() {}

    /** The hash: 64 hexadecimal digits. */
    public static String of(Scenario scenario) {
        return sha256(canonical(scenario));
    }

    /** Names a text. */
    static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The text that is hashed: JSON with the keys in the order of the records, doubles in hexadecimal. */
    static String canonical(Scenario scenario) {
        ScenarioHash canonical = new ScenarioHash();
        Map<String, @Nullable Object> tree = ScenarioTree.of(scenario);
        tree.keySet().removeAll(WITHOUT_EFFECT);
        canonical.write(tree);
        return canonical.text.toString();
    }

    private void write(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            text.append('{');
            map.forEach((key, entry) -> {
                writeText(String.valueOf(key));
                text.append(':');
                write(entry);
                text.append(',');
            });
            text.append('}');
        } else if (value instanceof List<?> list) {
            text.append('[');
            list.forEach(item -> {
                write(item);
                text.append(',');
            });
            text.append(']');
        } else if (value instanceof Double number) {
            text.append(Double.toHexString(number));
        } else if (value instanceof String words) {
            writeText(words);
        } else {
            text.append(value);
        }
    }

    private void writeText(String words) {
        text.append('"')
                .append(words.replace("\\", "\\\\").replace("\"", "\\\""))
                .append('"');
    }
}
