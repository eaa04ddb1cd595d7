package org.equipoise.simulator.reading;

import java.util.List;

/**
 * One way to vary a scenario, crossed with the others of the sweep.
 *
 * @param block of the sweep file that gives it: {@code designs}, {@code assumptions}, {@code vary}, {@code together} or
 *     {@code sample}
 * @param paths its columns; several move in step
 * @param rows how many values, or sets of values, there are
 */
public record SweepAxis(String block, List<String> paths, int rows) {
    /** Copies the list. */
    public SweepAxis {
        paths = List.copyOf(paths);
    }
}
