/**
 * What a scenario expects of its result, checked against a simulation: met, not met, or undecided within the Monte
 * Carlo error. Knows nothing of how results are told.
 */
@NullMarked
package org.equipoise.simulator.expect;

import org.jspecify.annotations.NullMarked;
