/**
 * A page as a file: HTML, Markdown or Word. The content is written once, as HTML; the other formats are made from its
 * elements, with a picture where it has a chart.
 */
@NullMarked
package org.equipoise.simulator.report.document;

import org.jspecify.annotations.NullMarked;
