package org.equipoise.simulator.analytic;

import org.equipoise.core.sequential.StoppingBounds;
import org.equipoise.simulator.design.BoundPlan;
import org.equipoise.simulator.design.ComparisonBounds;
import org.equipoise.simulator.scenario.Analysis;
import org.equipoise.simulator.scenario.Scenario;

/** The bounds of a scenario in the terms of {@code core}: the one place where planning asks where they come from. */
final class PlannedBounds {
    private PlannedBounds() {}

    /**
     * The bounds of a scenario's one comparison.
     *
     * @param events at each look, increasing
     */
    static StoppingBounds of(Scenario scenario, double[] events) {
        ComparisonBounds bounds = BoundPlan.of(scenario).comparison(0).at(events);
        int looks = events.length;
        double[] information = new double[looks];
        double[] efficacy = new double[looks];
        double[] futility = new double[looks];
        for (int k = 0; k < looks; k++) {
            information[k] = events[k] / events[looks - 1];
            efficacy[k] = bounds.efficacy(k);
            futility[k] = bounds.futility(k);
        }
        return scenario.analysis().sides() == 2
                ? StoppingBounds.twoSided(information, efficacy, futility)
                : StoppingBounds.oneSided(information, efficacy, futility);
    }

    /** Whether the efficacy bounds take credit for stopping at the futility bounds. */
    static boolean areBinding(Analysis analysis) {
        return analysis.futility() != null && analysis.futility().binding();
    }
}
