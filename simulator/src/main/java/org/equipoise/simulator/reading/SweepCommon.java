package org.equipoise.simulator.reading;

import java.util.ArrayList;
import java.util.List;
import org.equipoise.simulator.reading.Node.Entry;
import org.equipoise.simulator.reading.Node.Mapping;

/** What all scenarios of a sweep have in common: the base, what the sweep sets and expects, and overrides. */
final class SweepCommon {
    private final Spot root;
    private final SweepPaths paths;
    private final FaultLog log;
    private final List<Assignment> set = new ArrayList<>();

    /**
     * Reads what the sweep sets, before anything varies.
     *
     * @param root the keys of the sweep
     */
    SweepCommon(Spot root, SweepPaths paths, FaultLog log) {
        this.root = root;
        this.paths = paths;
        this.log = log;
        Spot block = root.childOrEmpty("set");
        for (Entry entry : block.entries()) {
            Assignment assignment = paths.set(block.child(entry), entry);
            if (assignment != null) {
                set.add(assignment);
            }
        }
    }

    /** The base with all of it. Overrides come last, and must not be undone by what varies. */
    Mapping in(Mapping base, List<String> overrides) {
        Mapping changed = base;
        for (Assignment assignment : set) {
            changed = assignment.to(changed, log);
        }
        for (Entry entry : root.childOrEmpty("expect").entries()) {
            changed = new Assignment(List.of("expect", entry.key()), entry.place(), entry.value()).to(changed, log);
        }
        for (String override : overrides) {
            Assignment assignment = Assignment.parse(override, log);
            if (assignment != null) {
                paths.checkEffect(assignment);
                changed = assignment.to(changed, log);
            }
        }
        return changed;
    }
}
