/**
 * Random numbers that are addressed, not consumed: a draw is named by (seed, replicate, purpose, position). Whoever
 * asks, in whatever order and on whatever machine, gets the same bits.
 */
@NullMarked
package org.equipoise.core.random;

import org.jspecify.annotations.NullMarked;
