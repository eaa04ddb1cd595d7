package org.equipoise.simulator.reading;

import java.util.ArrayList;
import java.util.List;

/**
 * One way to vary the base of a sweep.
 *
 * @param block of the sweep file that gives it
 * @param columns what its values stand for
 * @param rows the alternatives, at least one
 */
record Axis(String block, List<String> columns, List<Row> rows) {
    /**
     * One alternative.
     *
     * @param values one for each column
     * @param assignments what it puts into the base, in order
     * @param place where it stands
     */
    record Row(List<String> values, List<Assignment> assignments, Place place) {
        /** Values for so many columns. */
        static Row of(List<Assignment> columns, List<Node> nodes) {
            List<Assignment> assignments = new ArrayList<>();
            for (int j = 0; j < nodes.size(); j++) {
                Assignment column = columns.get(j);
                assignments.add(new Assignment(column.keys(), column.place(), nodes.get(j)));
            }
            List<String> values = nodes.stream().map(FlowText::of).toList();
            return new Row(values, assignments, nodes.get(0).place());
        }

        /** Whether it puts something into what another alternative puts there. */
        boolean liesWithin(Row other) {
            return assignments.stream()
                    .anyMatch(own -> other.assignments.stream()
                            .anyMatch(outer -> own.path().startsWith(outer.path() + ".")));
        }

        /** Whether it puts something at a path, below or above it. */
        boolean concerns(String path) {
            return assignments.stream()
                    .map(Assignment::path)
                    .anyMatch(own -> (path + ".").startsWith(own + ".") || own.startsWith(path + "."));
        }
    }
}
