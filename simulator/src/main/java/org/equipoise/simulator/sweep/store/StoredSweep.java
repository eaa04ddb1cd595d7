package org.equipoise.simulator.sweep.store;

import java.util.List;

/**
 * The sweep that a store was made for.
 *
 * @param name of the sweep
 * @param hash names its content
 * @param paths what varies
 * @param cases its scenarios, in the order of the grid
 */
record StoredSweep(String name, String hash, List<String> paths, List<Case> cases) {
    /**
     * One scenario.
     *
     * @param values of the paths
     * @param hash names the scenario
     */
    record Case(List<String> values, String hash) {}
}
