/**
 * Differences between simulated scenarios, with errors that take account of the luck they share. Knows results and
 * their traces, and neither files nor tables.
 */
@NullMarked
package org.equipoise.simulator.sweep.difference;

import org.jspecify.annotations.NullMarked;
