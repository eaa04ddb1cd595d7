package org.equipoise.simulator.sweep;

import java.util.List;
import org.equipoise.simulator.sweep.store.ScenarioRow;

/**
 * A finished scenario of a sweep.
 *
 * @param values of the varied paths, as written
 * @param result its figures
 */
public record SweepRow(List<String> values, ScenarioRow result) {
    /** Copies the list. */
    public SweepRow {
        values = List.copyOf(values);
    }
}
