package org.equipoise.simulator.sweep.store;

import java.util.List;
import java.util.Map;
import org.equipoise.simulator.expect.Verdict;
import org.jspecify.annotations.Nullable;

/** Where the results of a sweep go, and where those of an earlier start come from. For one thread at a time. */
public interface ResultKeeper extends ResultSource {
    /** The finished scenarios, by hash; a view that grows. */
    Map<String, ScenarioRow> finished();

    /** The state of a scenario that was begun and not finished; null when there is none. */
    byte @Nullable [] begun(String hash);

    /** What has become of the expectations of cases, by number from 1; those that are known. A view that grows. */
    Map<Integer, Verdict> verdicts();

    /**
     * Keeps all of it, or nothing.
     *
     * @throws StoreFaultException when it cannot be kept
     */
    void keep(List<KeptScenario> scenarios);

    /**
     * Replaces rows of finished scenarios by those that also have power without simulation.
     *
     * @throws StoreFaultException when they cannot be kept
     */
    void replace(List<ScenarioRow> rows);
}
