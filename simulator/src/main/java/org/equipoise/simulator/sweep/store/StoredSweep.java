package org.equipoise.simulator.sweep.store;

import java.util.List;
import org.equipoise.simulator.reading.SweepAxis;

/**
 * The sweep that a store was made for.
 *
 * @param name of the sweep
 * @param hash names its content
 * @param paths what varies
 * @param cases its scenarios, in the order of the grid
 * @param axes the ways to vary that are crossed; empty when an older version of the program made the store
 */
record StoredSweep(String name, String hash, List<String> paths, List<Case> cases, List<SweepAxis> axes) {
    /**
     * One scenario.
     *
     * @param values of the paths
     * @param hash names the scenario
     */
    record Case(List<String> values, String hash) {}
}
