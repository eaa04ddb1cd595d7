/**
 * Elements of pages and pictures: HTML and SVG that is well-formed XML too. Text and attributes are escaped as they are
 * written, so that no name from a scenario can become markup.
 */
@NullMarked
package org.equipoise.simulator.report.markup;

import org.jspecify.annotations.NullMarked;
