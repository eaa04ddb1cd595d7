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
 * One value that takes the place of what a file says: {@code PATH=VALUE}, the value spelled as in a file.
 *
 * <p>A path may lead to a key that the file leaves out, and through blocks that it leaves out; whether the language
 * knows the key is found when the whole is read. It may not lead into an arm or an endpoint that the file does not
 * have.
 */
final class Assignment {
    private static final int DEEPEST = 50;

    /** Blocks whose keys are names that the file gives. */
    private static final Set<String> NAMES = Set.of("arms", "endpoints", "model");

    private final String source;
    private final List<String> keys;
    private final Node value;
    private final FaultLog log;

    private Assignment(String source, List<String> keys, Node value, FaultLog log) {
        this.source = source;
        this.keys = keys;
        this.value = value;
        this.log = log;
    }

    /** A block with one override put into it; faults are noted, and leave the block as it is. */
    static Mapping apply(Mapping root, String override, FaultLog log) {
        Assignment assignment = parse(override, log);
        if (assignment == null) {
            return root;
        }
        return (Mapping) assignment.replaced(root, 0, "");
    }

    private static @Nullable Assignment parse(String override, FaultLog log) {
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
        List<String> keys = KeyPath.split(override.substring(0, equals));
        if (keys == null || keys.size() > DEEPEST) {
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
        return value == null ? null : new Assignment(source, keys, value, log);
    }

    /** The index that a key of a list means; -1 when it is none. */
    static int index(String key) {
        return !key.isEmpty() && key.length() < 9 && key.chars().allMatch(c -> c >= '0' && c <= '9')
                ? Integer.parseInt(key)
                : -1;
    }

    private Node replaced(Node node, int depth, String path) {
        if (depth == keys.size()) {
            return value;
        }
        String key = keys.get(depth);
        String here = KeyPath.join(path, key);
        Place place = new Place(source, 0, Math.max(1, here.length() - key.length() + 1));
        if (node instanceof Mapping mapping) {
            return replaced(mapping, depth, here, place);
        }
        if (node instanceof Sequence sequence) {
            int index = index(key);
            if (index >= 0 && index < sequence.items().size()) {
                List<Node> items = new ArrayList<>(sequence.items());
                items.set(index, replaced(items.get(index), depth + 1, here));
                return new Sequence(sequence.place(), items);
            }
            int size = sequence.items().size();
            log.add(
                    place,
                    here,
                    "there is no entry '" + key + "' in this list",
                    size == 0 ? "the list is empty" : "entries are numbered from 0 to " + (size - 1));
            return node;
        }
        log.add(place, here, "there is nothing below '" + path + "', which holds " + node.words(), "");
        return node;
    }

    private Node replaced(Mapping mapping, int depth, String here, Place place) {
        String key = keys.get(depth);
        boolean last = depth == keys.size() - 1;
        Entry entry = mapping.get(key);
        if (entry == null && !last && depth > 0 && NAMES.contains(keys.get(depth - 1))) {
            log.add(
                    place,
                    here,
                    "there is no '" + key + "' in the file",
                    Suggestion.among(key, mapping.entries().keySet()));
            return mapping;
        }
        Node before = entry == null ? Mapping.empty(place) : entry.value();
        Node after = replaced(before, depth + 1, here);
        return mapping.with(new Entry(key, entry == null || last ? place : entry.place(), after));
    }
}
