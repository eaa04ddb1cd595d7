package org.equipoise.simulator.reading;

import java.util.List;
import org.equipoise.simulator.reading.Node.Entry;
import org.equipoise.simulator.reading.Node.Mapping;
import org.equipoise.simulator.reading.Node.Sequence;
import org.jspecify.annotations.Nullable;

/**
 * A value together with how one gets to it.
 *
 * @param node the value
 * @param head where its key stands, or the value itself when it has none or was put there from a list
 * @param path dotted path of its key
 */
record Spot(Node node, Place head, String path) {
    static Spot root(Node node) {
        return new Spot(node, node.place(), "");
    }

    Spot child(Entry entry) {
        return new Spot(entry.value(), entry.head(), KeyPath.join(path, entry.key()));
    }

    Spot child(int index, Node item) {
        return new Spot(item, item.place(), KeyPath.join(path, Integer.toString(index)));
    }

    /** The value of a key, or an empty block where the key is left out. */
    Spot childOrEmpty(String key) {
        Entry entry = node instanceof Mapping mapping ? mapping.get(key) : null;
        return child(entry == null ? new Entry(key, head, Mapping.empty(head)) : entry);
    }

    /** The keys and values of a block; none where it is something else. */
    List<Entry> entries() {
        return node instanceof Mapping mapping ? List.copyOf(mapping.entries().values()) : List.of();
    }

    /** Where to point: at the value when it begins on the line of its key, else at the key. */
    Place place() {
        return node.place().source().equals(head.source()) && node.place().line() == head.line() ? node.place() : head;
    }

    /**
     * The value at a path below this one, or the nearest above it that exists, with the full path.
     *
     * @param relative dotted, keys as they are, without quotes
     */
    Spot find(String relative) {
        if (relative.isEmpty()) {
            return this;
        }
        int end = relative.length();
        while (end > 0) {
            Spot child = child(relative.substring(0, end));
            if (child != null) {
                return child.find(relative.substring(Math.min(end + 1, relative.length())));
            }
            end = relative.lastIndexOf('.', end - 1);
        }
        return new Spot(node, head, path.isEmpty() ? relative : path + "." + relative);
    }

    private @Nullable Spot child(String key) {
        if (node instanceof Mapping mapping) {
            Entry entry = mapping.get(key);
            return entry == null ? null : child(entry);
        }
        int index = Assignment.index(key);
        return node instanceof Sequence sequence
                        && index >= 0
                        && index < sequence.items().size()
                ? child(index, sequence.items().get(index))
                : null;
    }
}
