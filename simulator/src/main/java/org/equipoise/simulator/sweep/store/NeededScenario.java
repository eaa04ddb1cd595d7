package org.equipoise.simulator.sweep.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.equipoise.simulator.engine.Continuation;
import org.equipoise.simulator.reading.ReadScenario;
import org.equipoise.simulator.reading.ReadSweep;
import org.equipoise.simulator.reading.SweepCase;
import org.jspecify.annotations.Nullable;

/**
 * A scenario that a sweep has to simulate, once for all of its cases.
 *
 * @param read the scenario
 * @param continuation whether it should go on when its own replicates are done; null when it never does
 */
public record NeededScenario(ReadScenario read, @Nullable Continuation continuation) {
    /** All that a sweep has to simulate: its scenarios, and their companions under the null hypothesis. */
    public static List<NeededScenario> of(ReadSweep sweep) {
        Map<String, NeededScenario> all = new LinkedHashMap<>();
        for (SweepCase each : sweep.cases()) {
            CaseCheck check = CaseCheck.of(each);
            for (ReadScenario read : check.simulated()) {
                all.merge(
                        read.hash(),
                        new NeededScenario(read, check.continuation(read)),
                        (known, more) -> new NeededScenario(read, longer(known.continuation, more.continuation)));
            }
        }
        return List.copyOf(all.values());
    }

    /** Of cases that are the same but for what they expect. */
    private static @Nullable Continuation longer(@Nullable Continuation one, @Nullable Continuation other) {
        return one == null || other == null ? one : result -> Math.max(one.next(result), other.next(result));
    }
}
