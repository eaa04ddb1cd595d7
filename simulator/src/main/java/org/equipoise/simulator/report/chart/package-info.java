/**
 * Charts as data: axes with their units and marks. From the same data come a picture, as SVG or PNG, a Vega-Lite
 * specification, and a table.
 */
@NullMarked
package org.equipoise.simulator.report.chart;

import org.jspecify.annotations.NullMarked;
