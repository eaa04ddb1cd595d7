package org.equipoise.simulator.cli;

import java.util.EnumMap;
import java.util.Map;
import org.equipoise.core.planning.fixed.PowerMethod;
import org.equipoise.simulator.analytic.LookPlan;
import org.equipoise.simulator.analytic.NoPlanException;
import org.equipoise.simulator.analytic.Planner;
import org.equipoise.simulator.analytic.Rejection;
import org.equipoise.simulator.analytic.Sought;
import org.equipoise.simulator.engine.Block;
import org.equipoise.simulator.engine.BlockListener;
import org.equipoise.simulator.engine.Decision;
import org.equipoise.simulator.engine.Simulation;
import org.equipoise.simulator.engine.SimulationResult;
import org.equipoise.simulator.engine.summary.Estimate;
import org.equipoise.simulator.report.PlanReport.Explanation;
import org.equipoise.simulator.scenario.Scenario;

/**
 * Works out what stands side by side when methods are explained. A class of its own, so that a plan loads no engine.
 */
final class PlanExplanation {
    private PlanExplanation() {}

    static Explanation of(Scenario scenario, Rejection rejection, Console console) {
        Map<PowerMethod, double[]> needed = new EnumMap<>(PowerMethod.class);
        for (PowerMethod method : PowerMethod.values()) {
            needed.put(method, needed(scenario, rejection, method));
        }
        Map<PowerMethod, Double> power =
                Planner.of(scenario, Sought.POWER).rejecting(rejection).byMethod();
        try (ProgressDisplay progress = new ProgressDisplay(console)) {
            AllRejected all = new AllRejected();
            SimulationResult result = Simulation.of(scenario)
                    .withProgress(progress)
                    .withBlocks(all)
                    .run();
            return new Explanation(needed, power, simulated(rejection, result, all), result.replicates());
        }
    }

    private static Estimate simulated(Rejection rejection, SimulationResult result, AllRejected all) {
        if (rejection.comparison() >= 0) {
            return result.comparisons().get(rejection.comparison()).stopping().power();
        }
        return rejection.equals(Rejection.ALL) ? Estimate.proportion(all.count, result.replicates()) : result.power();
    }

    /** Counts the replicates that reject every null hypothesis. */
    private static final class AllRejected implements BlockListener {
        private long count;

        @Override
        public void accept(Block block) {
            for (int i = 0; i < block.size(); i++) {
                int rejected = 0;
                for (int h = 0; h < block.comparisons(); h++) {
                    for (int k = 0; k < block.looks(); k++) {
                        rejected += block.decision(h, i, k) == Decision.REJECT ? 1 : 0;
                    }
                }
                count += rejected == block.comparisons() ? 1 : 0;
            }
        }
    }

    private static double[] needed(Scenario scenario, Rejection rejection, PowerMethod method) {
        try {
            if (!scenario.analysis().test().isOfHazards()) {
                return new double[] {
                    Planner.of(scenario, Sought.PATIENTS)
                            .rejecting(rejection)
                            .plan(method)
                            .patients()
                };
            }
            return Planner.of(scenario, Sought.EVENTS).rejecting(rejection).plan(method).looks().stream()
                    .mapToDouble(LookPlan::events)
                    .toArray();
        } catch (NoPlanException e) {
            return new double[0];
        }
    }
}
