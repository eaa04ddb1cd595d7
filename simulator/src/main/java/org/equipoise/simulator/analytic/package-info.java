/** The textbook figures that stand beside simulated ones, computed from the same scenario. */
@NullMarked
package org.equipoise.simulator.analytic;

import org.jspecify.annotations.NullMarked;
