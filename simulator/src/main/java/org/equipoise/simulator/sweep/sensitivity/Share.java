package org.equipoise.simulator.sweep.sensitivity;

import java.util.List;

/**
 * What one thing that varies explains of the variation of power.
 *
 * @param paths what it is; several move in step
 * @param alone the share that it explains by itself
 * @param inAll the same with what it does together with others; NaN where that is not known
 */
public record Share(List<String> paths, double alone, double inAll) {
    /** Copies the list. */
    public Share {
        paths = List.copyOf(paths);
    }
}
