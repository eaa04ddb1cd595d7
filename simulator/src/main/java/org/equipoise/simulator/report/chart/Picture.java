package org.equipoise.simulator.report.chart;

/** What is drawn as one picture: a chart, or several side by side. */
public sealed interface Picture permits Chart, Facets {
    /** Name of its files: lower-case letters, digits and {@code -}. */
    String name();

    /** What it shows, in a line. */
    String title();

    /** What is to be seen, for those who cannot see it. */
    String description();
}
