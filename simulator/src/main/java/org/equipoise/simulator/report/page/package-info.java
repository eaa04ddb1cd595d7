/**
 * The report, one page for a trial or for a sweep: its sections, tables and paragraphs, and the JSON of every number in
 * them.
 */
@NullMarked
package org.equipoise.simulator.report.page;

import org.jspecify.annotations.NullMarked;
