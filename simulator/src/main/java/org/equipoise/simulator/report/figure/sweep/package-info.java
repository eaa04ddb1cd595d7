/**
 * The charts of a report about a sweep, made from its results: what power goes by, which scenario is best, what one
 * design costs against another. Nothing is simulated for them.
 */
@NullMarked
package org.equipoise.simulator.report.figure.sweep;

import org.jspecify.annotations.NullMarked;
