package org.equipoise.simulator.report.chart;

/**
 * A point, in the units of two axes or in pixels.
 *
 * @param x across
 * @param y along the other axis
 */
public record Point(double x, double y) {}
