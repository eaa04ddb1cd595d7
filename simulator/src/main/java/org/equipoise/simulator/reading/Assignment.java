package org.equipoise.simulator.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.equipoise.simulator.reading.Node.Entry;
import org.equipoise.simulator.reading.Node.Mapping;
import org.equipoise.simulator.reading.Node.Sequence;
import org.equipoise.simulator.scenario.Suggestion;
import org.jspecify.annotations.Nullable;

/**
 * One value that takes the place of what a file says: an override {@code PATH=VALUE}, the value spelled as in a file,
 * or what a sweep puts at a path.
 *
 * <p>A path may lead to a key that the file leaves out, and through blocks that it leaves out; whether the language
 * knows the key is found when the whole is read. It may not lead into an arm or an endpoint that the file does not
 * have.
 *
 * @param keys of the path, at least one
 * @param place where the path stands
 * @param value what it is to hold
 */
record Assignment(List<String> keys, Place place, Node value) {
    private static final int DEEPEST = 50;

    /** Blocks whose keys are names that the file gives. */
    private static final Set<String> NAMES = Set.of("arms", "endpoints", "model");

    /** A block with one override put into it; faults are noted, and leave the block as it is. */
    static Mapping apply(Mapping root, String override, FaultLog log) {
        Assignment assignment = parse(override, log);
        return assignment == null ? root : assignment.to(root, log);
    }

    /** The keys of a path; null when it is none, or too long to lead anywhere. */
    static @Nullable List<String> keysOf(String path) {
        List<String> keys = KeyPath.split(path);
        return keys == null || keys.size() > DEEPEST ? null : keys;
    }

    /** The path as text. */
    String path() {
        String path = "";
        for (String key : keys) {
            path = KeyPath.join(path, key);
        }
        return path;
    }

    /**
     * A block with the value put into it; faults are noted, and leave the block as it is. What the file says about the
     * source of the value before is left out: it is not that of the new one.
     */
    Mapping to(Mapping root, FaultLog log) {
        return SourceRules.without(keys, (Mapping) replaced(root, 0, "", log));
    }

    /** The assignment that an override spells, or null when it spells none, which is noted. */
    static @Nullable Assignment parse(String override, FaultLog log) {
        String source = "--set " + override;
        log.expect(source);
        int equals = KeyPath.equalsSign(override);
        if (equals < 0) {
            log.add(
                    Place.of(source),
                    "",
                    "has no '='",
                    "write --set PATH=VALUE, for example --set analysis.alpha=0.025");
            return null;
        }
        List<String> keys = keysOf(override.substring(0, equals));
        if (keys == null) {
            log.add(
                    Place.of(source),
                    "",
                    "has no path of keys before '='",
                    "write --set PATH=VALUE with keys joined by dots");
            return null;
        }
        String text = SourceText.checked(override.substring(equals + 1), source, log);
        if (text == null) {
            return null;
        }
        int shift = override.codePointCount(0, equals + 1);
        if (text.isBlank()) {
            log.add(
                    new Place(source, 0, shift + 1),
                    String.join(".", keys),
                    "has no value after '='",
                    "write --set PATH=VALUE");
            return null;
        }
        Node value = NodeParser.parse(text, (line, column) -> new Place(source, 0, shift + column), log);
        return value == null ? null : new Assignment(keys, new Place(source, 0, 1), value);
    }

    /** The index that a key of a list means; -1 when it is none. */
    static int index(String key) {
        return !key.isEmpty() && key.length() < 9 && key.chars().allMatch(c -> c >= '0' && c <= '9')
                ? Integer.parseInt(key)
                : -1;
    }

    private Node replaced(Node node, int depth, String path, FaultLog log) {
        if (depth == keys.size()) {
            return value;
        }
        String key = keys.get(depth);
        String here = KeyPath.join(path, key);
        Place there =
                new Place(place.source(), place.line(), place.column() + Math.max(0, here.length() - key.length()));
        if (node instanceof Mapping mapping) {
            return replaced(mapping, depth, here, there, log);
        }
        if (node instanceof Sequence sequence) {
            int index = index(key);
            if (index >= 0 && index < sequence.items().size()) {
                List<Node> items = new ArrayList<>(sequence.items());
                items.set(index, replaced(items.get(index), depth + 1, here, log));
                return new Sequence(sequence.place(), items);
            }
            int size = sequence.items().size();
            log.add(
                    there,
                    here,
                    "there is no entry '" + key + "' in this list",
                    size == 0 ? "the list is empty" : "entries are numbered from 0 to " + (size - 1));
            return node;
        }
        log.add(there, here, "there is nothing below '" + path + "', which holds " + node.words(), "");
        return node;
    }

    private Node replaced(Mapping mapping, int depth, String here, Place there, FaultLog log) {
        String key = keys.get(depth);
        boolean last = depth == keys.size() - 1;
        Entry entry = mapping.get(key);
        if (entry == null && !last && depth > 0 && NAMES.contains(keys.get(depth - 1))) {
            log.add(
                    there,
                    here,
                    "there is no '" + key + "' in the file",
                    Suggestion.among(key, mapping.entries().keySet()));
            return mapping;
        }
        Node before = entry == null ? Mapping.empty(there) : entry.value();
        Node after = replaced(before, depth + 1, here, log);
        if (last) {
            return mapping.with(new Entry(key, there, place.line() == 0 ? there : value.place(), after));
        }
        return mapping.with(entry == null ? new Entry(key, there, after) : new Entry(key, entry.place(), after));
    }
}
