package org.equipoise.simulator.sweep;

import java.util.List;
import org.equipoise.simulator.reading.SweepCase;
import org.equipoise.simulator.sweep.store.ScenarioRow;

/**
 * A finished scenario of a sweep.
 *
 * @param of what was simulated
 * @param result its figures
 */
public record SweepRow(SweepCase of, ScenarioRow result) {
    /** What the varied paths hold, as written. */
    public List<String> values() {
        return of.values();
    }
}
