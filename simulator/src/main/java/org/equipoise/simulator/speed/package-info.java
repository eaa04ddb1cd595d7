/**
 * How fast the engine is, told so that it can be compared: as a ratio to a reference kernel that never changes,
 * measured in turn with it in one process.
 */
@NullMarked
package org.equipoise.simulator.speed;

import org.jspecify.annotations.NullMarked;
