/**
 * The group-sequential design that a scenario describes: what its looks are planned to see, and the bounds that follow
 * from that.
 */
@NullMarked
package org.equipoise.simulator.design;

import org.jspecify.annotations.NullMarked;
