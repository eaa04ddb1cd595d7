/** What happens at a look: when its condition is met, what the cut shows, and the analysis of it. */
@NullMarked
package org.equipoise.simulator.engine.look;

import org.jspecify.annotations.NullMarked;
