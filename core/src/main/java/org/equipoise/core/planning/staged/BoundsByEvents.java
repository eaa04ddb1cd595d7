package org.equipoise.core.planning.staged;

import org.equipoise.core.sequential.StoppingBounds;

/** The bounds of looks that come with other numbers of events, or at other times, than planned. */
@FunctionalInterface
public interface BoundsByEvents {
    /**
     * All bounds.
     *
     * @param events at each look, positive and increasing; not modified
     * @param times calendar time of each look; not modified
     */
    StoppingBounds at(double[] events, double[] times);
}
