package org.equipoise.simulator.reading;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.equipoise.simulator.reading.Node.Entry;
import org.equipoise.simulator.reading.Node.Mapping;
import org.equipoise.simulator.reading.Node.Sequence;
import org.equipoise.simulator.scenario.Suggestion;
import org.jspecify.annotations.Nullable;

/**
 * Where a file says that its values come from: {@code sources} holds a text for each path, and each path leads to
 * something that the file gives.
 */
final class SourceRules {
    /** The key whose block holds them. */
    static final String KEY = "sources";

    private SourceRules() {}

    /** Notes each path that leads nowhere. */
    static void check(Spot root, FaultLog log) {
        if (!log.tellsRules()) {
            return;
        }
        Spot sources = root.childOrEmpty(KEY);
        for (Entry entry : sources.entries()) {
            String path = KeyPath.join(sources.path(), entry.key());
            List<String> keys = Assignment.keysOf(entry.key());
            if (keys == null) {
                log.add(
                        entry.place(),
                        path,
                        "is not a path: '" + entry.key() + "'",
                        "join keys by dots: endpoints.PFS.model.HAIC.hazardRatio");
            } else {
                follow(keys, root.node(), entry.place(), path, log);
            }
        }
    }

    private static void follow(List<String> keys, Node root, Place place, String path, FaultLog log) {
        Node node = root;
        String above = "";
        for (String key : keys) {
            Node next = below(node, key);
            if (next == null) {
                log.add(place, path, problem(node, key, above), remedy(node, key));
                return;
            }
            node = next;
            above = KeyPath.join(above, key);
        }
    }

    private static @Nullable Node below(Node node, String key) {
        if (node instanceof Mapping mapping) {
            Entry entry = mapping.get(key);
            return entry == null ? null : entry.value();
        }
        int index = Assignment.index(key);
        return node instanceof Sequence sequence
                        && index >= 0
                        && index < sequence.items().size()
                ? sequence.items().get(index)
                : null;
    }

    private static String problem(Node node, String key, String above) {
        if (node instanceof Mapping) {
            return "the file gives no '" + key + "'" + (above.isEmpty() ? "" : " under " + above);
        }
        return node instanceof Sequence
                ? "there is no entry '" + key + "' in " + above
                : "there is nothing below '" + above + "', which holds " + node.words();
    }

    private static String remedy(Node node, String key) {
        if (node instanceof Mapping mapping) {
            return Suggestion.among(key, mapping.entries().keySet());
        }
        int size = node instanceof Sequence sequence ? sequence.items().size() : 0;
        return size == 0 ? "" : "entries are numbered from 0 to " + (size - 1);
    }

    /** The keys of a file without the sources of what stands at a path or below it. */
    static Mapping without(List<String> replaced, Mapping root) {
        Entry sources = root.get(KEY);
        if (sources == null || replaced.get(0).equals(KEY) || !(sources.value() instanceof Mapping block)) {
            return root;
        }
        Map<String, Entry> kept = new LinkedHashMap<>(block.entries());
        boolean any = kept.keySet().removeIf(path -> leadsTo(replaced, path));
        return any
                ? root.with(new Entry(KEY, sources.place(), sources.head(), new Mapping(block.place(), kept)))
                : root;
    }

    private static boolean leadsTo(List<String> replaced, String path) {
        List<String> keys = Assignment.keysOf(path);
        return keys != null
                && keys.size() >= replaced.size()
                && keys.subList(0, replaced.size()).equals(replaced);
    }
}
