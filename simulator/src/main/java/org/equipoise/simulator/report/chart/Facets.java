package org.equipoise.simulator.report.chart;

import java.util.List;

/**
 * Small multiples: charts of the same axes side by side, each under its own title, with one key for all.
 *
 * @param name of its files: lower-case letters, digits and {@code -}
 * @param title what they show together, in a line
 * @param description what is to be seen, for those who cannot see it
 * @param heading of the column of a table that holds the panels' titles
 * @param panels at least two, row by row
 */
public record Facets(String name, String title, String description, String heading, List<Chart> panels)
        implements Picture {
    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException when panels do not share their axes
     */
    public Facets {
        panels = List.copyOf(panels);
        if (panels.size() < 2) {
            throw new IllegalArgumentException(name + ": small multiples are at least two, not " + panels.size());
        }
        Chart first = panels.get(0);
        for (Chart panel : panels) {
            if (!panel.x().equals(first.x()) || !panel.y().equals(first.y())) {
                throw new IllegalArgumentException(name + ": panels that are compared share their axes");
            }
        }
    }

    Axis x() {
        return panels.get(0).x();
    }

    Axis y() {
        return panels.get(0).y();
    }
}
