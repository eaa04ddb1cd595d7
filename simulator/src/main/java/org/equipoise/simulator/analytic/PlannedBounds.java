package org.equipoise.simulator.analytic;

import org.equipoise.core.sequential.StoppingBounds;
import org.equipoise.simulator.scenario.Analysis;

/** The bounds of a scenario in the terms of {@code core}: the one place where planning asks where they come from. */
final class PlannedBounds {
    private PlannedBounds() {}

    /**
     * The bounds of a scenario.
     *
     * @param events at each look, increasing
     */
    static StoppingBounds of(Analysis analysis, double[] events) {
        int looks = events.length;
        double[] information = new double[looks];
        double[] efficacy = new double[looks];
        double[] futility = new double[looks];
        for (int k = 0; k < looks; k++) {
            Double upper = analysis.efficacyZ(k);
            Double lower = analysis.futilityZ(k);
            information[k] = events[k] / events[looks - 1];
            efficacy[k] = upper == null ? Double.POSITIVE_INFINITY : upper;
            futility[k] = lower == null ? Double.NEGATIVE_INFINITY : lower;
        }
        return analysis.sides() == 2
                ? StoppingBounds.twoSided(information, efficacy, futility)
                : StoppingBounds.oneSided(information, efficacy, futility);
    }

    /** Whether the efficacy bounds take credit for stopping at the futility bounds. */
    static boolean areBinding(Analysis analysis) {
        return analysis.futility() != null && analysis.futility().binding();
    }
}
