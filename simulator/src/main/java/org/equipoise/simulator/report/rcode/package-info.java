/**
 * R code with which a reviewer repeats the figures that are known without simulation, in rpact, gsDesign or lrstat:
 * each call by the names of its arguments, beside what Equipoise found.
 */
@NullMarked
package org.equipoise.simulator.report.rcode;

import org.jspecify.annotations.NullMarked;
