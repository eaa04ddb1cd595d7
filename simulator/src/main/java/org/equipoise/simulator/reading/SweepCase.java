package org.equipoise.simulator.reading;

import java.util.List;

/**
 * One scenario of a sweep.
 *
 * @param values what stands at the sweep's paths, in their order: as the file spells it, or the number that a range or
 *     a sample gives
 * @param read the scenario
 */
public record SweepCase(List<String> values, ReadScenario read) {
    /** Copies the list. */
    public SweepCase {
        values = List.copyOf(values);
    }
}
