package org.equipoise.simulator.cli;

import java.util.EnumMap;
import java.util.Map;
import org.equipoise.core.planning.fixed.PowerMethod;
import org.equipoise.simulator.analytic.LookPlan;
import org.equipoise.simulator.analytic.NoPlanException;
import org.equipoise.simulator.analytic.Planner;
import org.equipoise.simulator.analytic.Sought;
import org.equipoise.simulator.engine.Simulation;
import org.equipoise.simulator.engine.SimulationResult;
import org.equipoise.simulator.report.PlanReport.Explanation;
import org.equipoise.simulator.scenario.Scenario;

/**
 * Works out what stands side by side when methods are explained. A class of its own, so that a plan loads no engine.
 */
final class PlanExplanation {
    private PlanExplanation() {}

    static Explanation of(Scenario scenario, Console console) {
        Map<PowerMethod, double[]> needed = new EnumMap<>(PowerMethod.class);
        for (PowerMethod method : PowerMethod.values()) {
            needed.put(method, needed(scenario, method));
        }
        Map<PowerMethod, Double> power = Planner.of(scenario, Sought.POWER).byMethod();
        try (ProgressDisplay progress = new ProgressDisplay(console)) {
            SimulationResult result =
                    Simulation.of(scenario).withProgress(progress).run();
            return new Explanation(needed, power, result.power(), result.replicates());
        }
    }

    private static double[] needed(Scenario scenario, PowerMethod method) {
        try {
            return Planner.of(scenario, Sought.EVENTS).plan(method).looks().stream()
                    .mapToDouble(LookPlan::events)
                    .toArray();
        } catch (NoPlanException e) {
            return new double[0];
        }
    }
}
