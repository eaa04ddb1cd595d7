package org.equipoise.simulator.reading;

import java.util.List;

/**
 * One scenario of a sweep.
 *
 * @param values what the varied paths hold, as written, in the order of the paths
 * @param read the scenario
 */
public record SweepCase(List<String> values, ReadScenario read) {
    /** Copies the list. */
    public SweepCase {
        values = List.copyOf(values);
    }
}
