package org.equipoise.simulator.reading;

import org.equipoise.simulator.reading.Node.Entry;
import org.equipoise.simulator.reading.Node.Mapping;
import org.equipoise.simulator.reading.Node.Sequence;
import org.jspecify.annotations.Nullable;

/**
 * A value together with how one gets to it.
 *
 * @param node the value
 * @param head where its key stands, or the value itself when it has none
 * @param path dotted path of its key
 */
record Spot(Node node, Place head, String path) {
    static Spot root(Node node) {
        return new Spot(node, node.place(), "");
    }

    Spot child(Entry entry) {
        return new Spot(entry.value(), entry.place(), KeyPath.join(path, entry.key()));
    }

    Spot child(int index, Node item) {
        return new Spot(item, item.place(), KeyPath.join(path, Integer.toString(index)));
    }

    /** Where to point: at the value when it begins on the line of its key, else at the key. */
    Place place() {
        return node.place().source().equals(head.source())
                        && node.place().line() == head.line()
                ? node.place()
                : head;
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
        @Nullable Spot best = null;
        int longest = -1;
        if (node instanceof Mapping mapping) {
            for (Entry entry : mapping.entries().values()) {
                if (leads(entry.key(), relative) && entry.key().length() > longest) {
                    longest = entry.key().length();
                    best = child(entry);
                }
            }
        } else if (node instanceof Sequence sequence) {
            int dot = relative.indexOf('.');
            String key = dot < 0 ? relative : relative.substring(0, dot);
            int index = Assignment.index(key);
            if (index >= 0 && index < sequence.items().size()) {
                longest = key.length();
                best = child(index, sequence.items().get(index));
            }
        }
        if (best == null) {
            return new Spot(node, head, path.isEmpty() ? relative : path + "." + relative);
        }
        return best.find(relative.length() == longest ? "" : relative.substring(longest + 1));
    }

    private static boolean leads(String key, String relative) {
        return relative.startsWith(key) && (relative.length() == key.length() || relative.charAt(key.length()) == '.');
    }
}
