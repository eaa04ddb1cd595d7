/**
 * The figures of a trial: what is assumed, expected, planned and simulated, as charts. One class for each; beside them
 * what they need of the simulation, replicate by replicate.
 */
@NullMarked
package org.equipoise.simulator.report.figure;

import org.jspecify.annotations.NullMarked;
