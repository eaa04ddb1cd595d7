package org.equipoise.simulator.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.equipoise.simulator.analytic.OutcomeMethod;
import org.equipoise.simulator.analytic.OutcomePlan;
import org.equipoise.simulator.scenario.TestPlan;
import org.jspecify.annotations.Nullable;

/**
 * A plan of a trial with a binary or continuous endpoint, and what is told beside it.
 *
 * @param plan the plan, not rounded
 * @param rounded the same with whole patients; null when there is nothing to round
 * @param overrides of the scenario that give the rounded plan
 * @param byMethod what was found, by each method; empty when it was not asked for
 * @param explanation all tests of the endpoint side by side; null when it was not asked for
 * @param scenarioHash names the scenario's content
 * @param version of the program
 */
public record OutcomePlanReport(
        OutcomePlan plan,
        @Nullable OutcomePlan rounded,
        List<String> overrides,
        Map<OutcomeMethod, Double> byMethod,
        @Nullable List<Explained> explanation,
        String scenarioHash,
        String version) {
    /** Copies the lists and the map. */
    public OutcomePlanReport {
        overrides = List.copyOf(overrides);
        byMethod = Collections.unmodifiableMap(new LinkedHashMap<>(byMethod));
        explanation = explanation == null ? null : List.copyOf(explanation);
    }

    /**
     * One test of the endpoint by one method.
     *
     * @param test the test
     * @param method how its power is computed
     * @param patients for the target power; NaN where there is no answer
     * @param power of the trial as planned; NaN where there is no answer
     */
    public record Explained(TestPlan.Method test, OutcomeMethod method, double patients, double power) {}
}
