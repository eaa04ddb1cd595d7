package org.equipoise.simulator.cli;

import java.util.EnumMap;
import java.util.Map;
import org.equipoise.core.planning.fixed.PowerMethod;
import org.equipoise.simulator.analytic.LookPlan;
import org.equipoise.simulator.analytic.NoPlanException;
import org.equipoise.simulator.analytic.Planner;
import org.equipoise.simulator.analytic.Rejection;
import org.equipoise.simulator.analytic.Sought;
import org.equipoise.simulator.engine.Simulation;
import org.equipoise.simulator.engine.SimulationResult;
import org.equipoise.simulator.engine.Stopping;
import org.equipoise.simulator.report.PlanReport.Explanation;
import org.equipoise.simulator.scenario.Scenario;

/**
 * Works out what stands side by side when methods are explained. A class of its own, so that a plan loads no engine.
 */
final class PlanExplanation {
    private PlanExplanation() {}

    /** @param rejection not of all of several arms, which no simulation counts */
    static Explanation of(Scenario scenario, Rejection rejection, Console console) {
        Map<PowerMethod, double[]> needed = new EnumMap<>(PowerMethod.class);
        for (PowerMethod method : PowerMethod.values()) {
            needed.put(method, needed(scenario, rejection, method));
        }
        Map<PowerMethod, Double> power =
                Planner.of(scenario, Sought.POWER).rejecting(rejection).byMethod();
        try (ProgressDisplay progress = new ProgressDisplay(console)) {
            SimulationResult result =
                    Simulation.of(scenario).withProgress(progress).run();
            Stopping stopping = rejection.comparison() < 0
                    ? result.stopping()
                    : result.comparisons().get(rejection.comparison()).stopping();
            return new Explanation(needed, power, stopping.power(), result.replicates());
        }
    }

    private static double[] needed(Scenario scenario, Rejection rejection, PowerMethod method) {
        try {
            return Planner.of(scenario, Sought.EVENTS).rejecting(rejection).plan(method).looks().stream()
                    .mapToDouble(LookPlan::events)
                    .toArray();
        } catch (NoPlanException e) {
            return new double[0];
        }
    }
}
