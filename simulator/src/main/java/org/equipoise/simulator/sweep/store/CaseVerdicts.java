package org.equipoise.simulator.sweep.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.equipoise.simulator.engine.SimulationResult;
import org.equipoise.simulator.engine.SimulationState;
import org.equipoise.simulator.expect.Verdict;
import org.equipoise.simulator.reading.ReadScenario;
import org.equipoise.simulator.reading.ReadSweep;
import org.equipoise.simulator.reading.SweepCase;
import org.jspecify.annotations.Nullable;

/** What has become of the expectations of a sweep's cases, as its scenarios are finished. */
public final class CaseVerdicts {
    private final Function<String, byte @Nullable []> finishedStates;
    private final List<CaseCheck> checks = new ArrayList<>();
    private final Map<String, List<Integer>> restingOn = new HashMap<>();

    /** @param finishedStates states of scenarios that are finished, by hash; null for others */
    public CaseVerdicts(ReadSweep sweep, Function<String, byte @Nullable []> finishedStates) {
        this.finishedStates = finishedStates;
        for (SweepCase each : sweep.cases()) {
            CaseCheck check = CaseCheck.of(each);
            checks.add(check);
            if (check.isAnythingExpected()) {
                for (ReadScenario read : check.simulated()) {
                    restingOn
                            .computeIfAbsent(read.hash(), hash -> new ArrayList<>())
                            .add(checks.size());
                }
            }
        }
    }

    /** The verdicts of all cases whose scenarios are finished, by number of the case, from 1. */
    public Map<Integer, Verdict> ofAll() {
        Map<Integer, Verdict> told = new TreeMap<>();
        for (int number = 1; number <= checks.size(); number++) {
            add(number, Map.of(), told);
        }
        return told;
    }

    /** The verdicts to which some results lead that are new, by number of the case. */
    public Map<Integer, Verdict> after(List<KeptScenario> kept) {
        Map<String, SimulationResult> fresh = new HashMap<>();
        Set<Integer> numbers = new HashSet<>();
        for (KeptScenario each : kept) {
            String hash = each.read().hash();
            if (each.result() != null && restingOn.containsKey(hash)) {
                fresh.put(hash, each.result());
                numbers.addAll(restingOn.getOrDefault(hash, List.of()));
            }
        }
        Map<Integer, Verdict> told = new TreeMap<>();
        numbers.forEach(number -> add(number, fresh, told));
        return told;
    }

    private void add(int number, Map<String, SimulationResult> fresh, Map<Integer, Verdict> told) {
        Verdict verdict = checks.get(number - 1).verdict(read -> result(read, fresh));
        if (verdict != null) {
            told.put(number, verdict);
        }
    }

    private @Nullable SimulationResult result(ReadScenario read, Map<String, SimulationResult> fresh) {
        SimulationResult known = fresh.get(read.hash());
        if (known != null) {
            return known;
        }
        byte[] state = finishedStates.apply(read.hash());
        return state == null
                ? null
                : SimulationState.of(read.scenario(), read.bounds(), state).result();
    }
}
