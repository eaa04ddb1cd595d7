/**
 * Sweeps: many scenarios simulated together, on all processors until the end, so that an interruption loses at most
 * seconds. Each scenario's result is to the bit that of a run of its own.
 */
@NullMarked
package org.equipoise.simulator.sweep;

import org.jspecify.annotations.NullMarked;
