package org.equipoise.simulator.report;

import java.util.List;
import org.equipoise.simulator.analytic.TrialPlan;
import org.equipoise.simulator.report.figure.ReplicateColumns;
import org.equipoise.simulator.scenario.Scenario;
import org.jspecify.annotations.Nullable;

/**
 * What a report of one trial tells: a run under the alternative, one under the null hypothesis, and the plan.
 *
 * @param run of the scenario
 * @param nullRun of the same trial under the null hypothesis, with the same bounds
 * @param trace what single replicates of the run showed
 * @param estimates how good estimates are at the stop, under both hypotheses; empty where that is not known
 * @param plan without simulation; null where there is none
 * @param noPlan why there is none; empty where there is one
 * @param source text of the scenario file
 * @param overrides values that replaced those of the file
 * @param reproduced which stored run these figures were found equal to; empty where there is none
 * @param machine Java version and operating system
 * @param date when the report was made, as text
 */
public record TrialReport(
        RunReport run,
        RunReport nullRun,
        ReplicateColumns trace,
        List<StopEstimates.Row> estimates,
        @Nullable TrialPlan plan,
        String noPlan,
        String source,
        List<String> overrides,
        String reproduced,
        String machine,
        String date) {
    /** Copies the lists. */
    public TrialReport {
        estimates = List.copyOf(estimates);
        overrides = List.copyOf(overrides);
    }

    /** What was simulated. */
    public Scenario scenario() {
        return run.result().scenario();
    }
}
