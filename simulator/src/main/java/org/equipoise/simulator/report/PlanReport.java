package org.equipoise.simulator.report;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.equipoise.core.planning.fixed.PowerMethod;
import org.equipoise.simulator.analytic.TrialPlan;
import org.equipoise.simulator.engine.summary.Estimate;
import org.jspecify.annotations.Nullable;

/**
 * A plan and what is told beside it.
 *
 * @param plan the plan, not rounded
 * @param rounded the same with whole events and patients; null when there is nothing to round
 * @param overrides of the scenario that give the rounded plan
 * @param byMethod what was found, by each method; empty when it was not asked for
 * @param explanation why methods differ; null when it was not asked for
 * @param scenarioHash names the scenario's content
 * @param version of the program
 * @param warnings in words
 */
public record PlanReport(
        TrialPlan plan,
        @Nullable TrialPlan rounded,
        List<String> overrides,
        Map<PowerMethod, Double> byMethod,
        @Nullable Explanation explanation,
        String scenarioHash,
        String version,
        List<String> warnings) {
    /** Copies the lists and the map. */
    public PlanReport {
        overrides = List.copyOf(overrides);
        byMethod = byMethod.isEmpty() ? Map.of() : new EnumMap<>(byMethod);
        warnings = List.copyOf(warnings);
    }

    /**
     * Methods side by side with the truth.
     *
     * @param needed by method, events of each look for the target power, or for a comparison of survival curves the
     *     patients; empty where a method has no answer
     * @param power by method, of the trial that was simulated
     * @param simulated power of that trial
     * @param replicates simulated
     */
    public record Explanation(
            Map<PowerMethod, double[]> needed, Map<PowerMethod, Double> power, Estimate simulated, long replicates) {}
}
