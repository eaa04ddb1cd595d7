package org.equipoise.simulator.sweep;

import java.util.List;
import org.equipoise.simulator.expect.Verdict;
import org.equipoise.simulator.reading.SweepCase;
import org.equipoise.simulator.sweep.store.ScenarioRow;
import org.jspecify.annotations.Nullable;

/**
 * A finished scenario of a sweep.
 *
 * @param of what was simulated
 * @param result its figures
 * @param verdict what has become of all that it expects; null when that is nothing, or not known yet
 */
public record SweepRow(
        SweepCase of, ScenarioRow result, @Nullable Verdict verdict) {
    /** What the varied paths hold, as written. */
    public List<String> values() {
        return of.values();
    }
}
