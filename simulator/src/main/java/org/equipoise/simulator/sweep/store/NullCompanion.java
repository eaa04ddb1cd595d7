package org.equipoise.simulator.sweep.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.equipoise.simulator.expect.ExpectationCheck;
import org.equipoise.simulator.reading.ReadScenario;
import org.equipoise.simulator.reading.ReadSweep;
import org.equipoise.simulator.reading.SweepCase;
import org.jspecify.annotations.Nullable;

/**
 * The same scenario under its null hypothesis, simulated beside it when something is expected of its type I error. It
 * is no row of the sweep. Its bounds are those of the scenario, so its name is not the hash of its content alone.
 */
public final class NullCompanion {
    private static final String SUFFIX = "-null";

    private NullCompanion() {}

    /** The companion; null when none is needed. */
    public static @Nullable ReadScenario of(ReadScenario read) {
        return ExpectationCheck.of(read.scenario()).needsNull()
                ? new ReadScenario(read.scenario().underNull(), read.hash() + SUFFIX, read.bounds())
                : null;
    }

    /** All that a sweep has to simulate: its scenarios and their companions, each once. */
    public static List<ReadScenario> withCompanions(ReadSweep sweep) {
        Map<String, ReadScenario> all = new LinkedHashMap<>();
        for (SweepCase each : sweep.cases()) {
            all.putIfAbsent(each.read().hash(), each.read());
            ReadScenario companion = of(each.read());
            if (companion != null) {
                all.putIfAbsent(companion.hash(), companion);
            }
        }
        return List.copyOf(all.values());
    }
}
