package org.equipoise.simulator.reading;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Dotted paths of keys. A key that holds a dot, an equals sign or a quote stands in double quotes:
 * {@code arms."A.1".role}.
 */
final class KeyPath {
    private KeyPath() {}

    /** The path of a key below another path. */
    static String join(String path, String key) {
        String shown = needsQuotes(key) ? '"' + key.replace("\"", "\"\"") + '"' : key;
        return path.isEmpty() ? shown : path + "." + shown;
    }

    private static boolean needsQuotes(String key) {
        return key.isEmpty() || key.indexOf('.') >= 0 || key.indexOf('=') >= 0 || key.indexOf('"') >= 0;
    }

    /** Where the first {@code =} outside quotes stands; negative when there is none. */
    static int equalsSign(String assignment) {
        boolean quoted = false;
        for (int i = 0; i < assignment.length(); i++) {
            char c = assignment.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == '=' && !quoted) {
                return i;
            }
        }
        return -1;
    }

    /** The keys of a path; null when it has an empty key or a quote that is not closed. */
    static @Nullable List<String> split(String path) {
        List<String> keys = new ArrayList<>();
        StringBuilder key = new StringBuilder();
        boolean quoted = false;
        boolean wasQuoted = false;
        for (int i = 0; i <= path.length(); i++) {
            char c = i < path.length() ? path.charAt(i) : '.';
            boolean ends = i == path.length() || (c == '.' && !quoted);
            if (ends) {
                if (quoted || (key.isEmpty() && !wasQuoted)) {
                    return null;
                }
                keys.add(key.toString());
                key.setLength(0);
                wasQuoted = false;
            } else if (c == '"' && quoted && i + 1 < path.length() && path.charAt(i + 1) == '"') {
                key.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
                wasQuoted = true;
            } else {
                key.append(c);
            }
        }
        return keys;
    }
}
