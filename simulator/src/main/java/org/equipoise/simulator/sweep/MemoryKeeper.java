package org.equipoise.simulator.sweep;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.equipoise.simulator.expect.Verdict;
import org.equipoise.simulator.reading.ReadSweep;
import org.equipoise.simulator.sweep.store.CaseVerdicts;
import org.equipoise.simulator.sweep.store.KeptScenario;
import org.equipoise.simulator.sweep.store.ResultKeeper;
import org.equipoise.simulator.sweep.store.ScenarioRow;
import org.jspecify.annotations.Nullable;

/** Keeps results for as long as the program runs. */
public final class MemoryKeeper implements ResultKeeper {
    private final Map<String, ScenarioRow> finished = new HashMap<>();
    private final Map<String, byte[]> states = new HashMap<>();
    private final Map<Integer, Verdict> verdicts = new HashMap<>();
    private final CaseVerdicts judge;

    /** @param sweep whose results it keeps */
    public MemoryKeeper(ReadSweep sweep) {
        judge = new CaseVerdicts(sweep, states::get);
    }

    @Override
    public Map<String, ScenarioRow> finished() {
        return finished;
    }

    @Override
    public byte @Nullable [] begun(String hash) {
        return null;
    }

    @Override
    public byte @Nullable [] state(String hash) {
        return states.get(hash);
    }

    @Override
    public Map<Integer, Verdict> verdicts() {
        return verdicts;
    }

    @Override
    public void keep(List<KeptScenario> scenarios) {
        for (KeptScenario each : scenarios) {
            if (each.row() != null) {
                finished.put(each.read().hash(), each.row());
                states.put(each.read().hash(), each.state());
            }
        }
        verdicts.putAll(judge.after(scenarios));
    }

    @Override
    public void replace(List<ScenarioRow> rows) {
        rows.forEach(row -> finished.put(row.hash(), row));
    }
}
