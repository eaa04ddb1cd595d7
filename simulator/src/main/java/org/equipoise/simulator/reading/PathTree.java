package org.equipoise.simulator.reading;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Assignments by path, to find those that would undo each other. */
final class PathTree {
    private final Map<String, PathTree> below = new LinkedHashMap<>();
    private @Nullable Assignment here;

    void add(Assignment assignment) {
        PathTree tree = this;
        for (String key : assignment.keys()) {
            PathTree next = tree.below.get(key);
            if (next == null) {
                next = new PathTree();
                tree.below.put(key, next);
            }
            tree = next;
        }
        tree.here = assignment;
    }

    /** An assignment at a path or below it, which another one at this path would undo; or null. */
    @Nullable
    Assignment atOrBelow(List<String> keys) {
        PathTree tree = this;
        for (String key : keys) {
            PathTree next = tree.below.get(key);
            if (next == null) {
                return null;
            }
            tree = next;
        }
        while (tree.here == null) {
            tree = tree.below.values().iterator().next();
        }
        return tree.here;
    }

    /** An assignment at a path or above it, which would undo another one at this path; or null. */
    @Nullable
    Assignment atOrAbove(List<String> keys) {
        PathTree tree = this;
        for (String key : keys) {
            PathTree next = tree.below.get(key);
            if (next == null) {
                return null;
            }
            tree = next;
            if (tree.here != null) {
                return tree.here;
            }
        }
        return null;
    }
}
