package org.equipoise.simulator.reading;

import java.util.ArrayList;
import java.util.List;
import org.equipoise.simulator.reading.Node.Entry;
import org.jspecify.annotations.Nullable;

/**
 * The paths at which a sweep puts values, in the order in which it does. A value that would undo an earlier one,
 * because its path is the same or leads to a block around it, is a fault.
 */
final class SweepPaths {
    private final FaultLog log;
    private final PathTree given = new PathTree();
    private final PathTree varied = new PathTree();

    SweepPaths(FaultLog log) {
        this.log = log;
    }

    /** The value that holds for every scenario at a path, or null when it is at fault. */
    @Nullable
    Assignment set(Spot spot, Entry entry) {
        Assignment assignment = assignment(spot, entry);
        if (assignment == null || !isNew(assignment, given)) {
            return null;
        }
        given.add(assignment);
        return assignment;
    }

    /** The values that belong to one name; those at fault are left out. Other names may give the same paths. */
    List<Assignment> alternative(Spot spot) {
        PathTree own = new PathTree();
        List<Assignment> assignments = new ArrayList<>();
        for (Entry entry : spot.entries()) {
            Assignment assignment = assignment(spot.child(entry), entry);
            if (assignment != null && isNew(assignment, given) && isNew(assignment, own)) {
                own.add(assignment);
                assignments.add(assignment);
            }
        }
        return assignments;
    }

    /** Counts assignments among those that vary. */
    void vary(List<Assignment> assignments) {
        assignments.forEach(given::add);
        assignments.forEach(varied::add);
    }

    /** The paths of a block whose values move in step; null when any is at fault. */
    @Nullable
    List<Assignment> columns(List<Spot> spots, List<Entry> entries) {
        List<Assignment> columns = new ArrayList<>();
        for (int j = 0; j < entries.size(); j++) {
            Assignment assignment = assignment(spots.get(j), entries.get(j));
            if (assignment != null && isNew(assignment, given)) {
                vary(List.of(assignment));
                columns.add(assignment);
            }
        }
        return columns.size() == entries.size() ? columns : null;
    }

    /** Notes an override of a value that the sweep varies. */
    void checkEffect(Assignment override) {
        Assignment by = varied.atOrAbove(override.keys());
        if (by != null) {
            log.add(
                    override.place(),
                    override.path(),
                    "has no effect: the sweep varies " + by.path() + " at line "
                            + by.place().line(),
                    "leave it out, or change the sweep");
        }
    }

    private @Nullable Assignment assignment(Spot spot, Entry entry) {
        List<String> keys = Assignment.keysOf(entry.key());
        if (keys == null) {
            log.add(
                    entry.place(),
                    spot.path(),
                    "is not a path: '" + entry.key() + "'",
                    "join keys by dots: endpoints.PFS.model.HAIC.hazardRatio");
            return null;
        }
        return new Assignment(keys, entry.place(), entry.value());
    }

    private boolean isNew(Assignment assignment, PathTree earlier) {
        Assignment before = earlier.atOrBelow(assignment.keys());
        if (before == null) {
            return true;
        }
        String where = " at line " + before.place().line();
        if (before.keys().equals(assignment.keys())) {
            log.add(assignment.place(), assignment.path(), "has values already" + where, "keep one of them");
        } else {
            log.add(
                    assignment.place(),
                    assignment.path(),
                    "would undo " + before.path() + where,
                    "vary the whole block or what is in it, not both");
        }
        return false;
    }
}
