package org.equipoise.core.planning.staged;

import org.equipoise.core.sequential.StoppingBounds;

/** The bounds of a look that comes with another number of events than planned. */
@FunctionalInterface
public interface BoundsByEvents {
    /**
     * All bounds, of which those of {@code look} count.
     *
     * @param look from 1
     * @param events there, &gt; 0
     */
    StoppingBounds at(int look, double events);
}
