/**
 * What is known of a scenario without simulation: power and expectations that stand beside simulated ones, and plans
 * that find what gives a power.
 */
@NullMarked
package org.equipoise.simulator.analytic;

import org.jspecify.annotations.NullMarked;
