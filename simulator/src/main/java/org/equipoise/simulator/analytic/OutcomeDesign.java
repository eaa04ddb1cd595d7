package org.equipoise.simulator.analytic;

import java.util.Arrays;
import java.util.Locale;
import org.equipoise.core.planning.twosample.StagedTwoSample;
import org.equipoise.core.planning.twosample.TwoSampleTest;
import org.equipoise.core.sequential.StoppingBounds;
import org.equipoise.simulator.design.ComparisonBounds;
import org.equipoise.simulator.design.ExpectedOutcomes;
import org.equipoise.simulator.scenario.Scenario;

/** One comparison of a binary or continuous endpoint: the outcomes its looks are expected to know, and the bounds. */
final class OutcomeDesign {
    private final ExpectedOutcomes expected;
    private final double[] controls;
    private final double[] experimentals;
    private final StoppingBounds bounds;

    /**
     * @param arm of the experimental arms, from 0
     * @throws NoPlanException when looks do not follow each other in expectation, or know too little
     */
    OutcomeDesign(Scenario scenario, ComparisonBounds planned, int arm) {
        expected = ExpectedOutcomes.of(scenario);
        int looks = planned.looks();
        controls = new double[looks];
        experimentals = new double[looks];
        Arrays.setAll(controls, k -> expected.known(k, 0));
        Arrays.setAll(experimentals, k -> expected.known(k, arm + 1));
        for (int k = 0; k < looks; k++) {
            if (k > 0 && !(known(k) > known(k - 1))) {
                throw new NoPlanException(String.format(
                        Locale.ROOT,
                        "look %d is not expected to know more outcomes than look %d: %.2f and %.2f",
                        k + 1,
                        k,
                        known(k),
                        known(k - 1)));
            }
            if (!(Math.min(controls[k], experimentals[k]) >= 1 && known(k) > 2)) {
                throw new NoPlanException(String.format(
                        Locale.ROOT,
                        "look %d is expected to know %.2f and %.2f outcomes, too few to compare; let it come later",
                        k + 1,
                        controls[k],
                        experimentals[k]));
            }
        }
        if (planned.efficacy(looks - 1) == Double.POSITIVE_INFINITY) {
            throw new NoPlanException("the last look has no efficacy bound; give it one, or leave the look out");
        }
        bounds = stopping(scenario, planned);
    }

    private StoppingBounds stopping(Scenario scenario, ComparisonBounds planned) {
        int looks = controls.length;
        double[] information = new double[looks];
        double[] efficacy = new double[looks];
        double[] futility = new double[looks];
        Arrays.setAll(information, k -> known(k) / known(looks - 1));
        Arrays.setAll(efficacy, planned::efficacy);
        Arrays.setAll(futility, planned::futility);
        return scenario.analysis().sides() == 2
                ? StoppingBounds.twoSided(information, efficacy, futility)
                : StoppingBounds.oneSided(information, efficacy, futility);
    }

    int looks() {
        return controls.length;
    }

    StoppingBounds bounds() {
        return bounds;
    }

    double controls(int look) {
        return controls[look];
    }

    double experimentals(int look) {
        return experimentals[look];
    }

    /** Outcomes of both arms that a look (from 0) is expected to know. */
    double known(int look) {
        return controls[look] + experimentals[look];
    }

    double time(int look) {
        return expected.time(look);
    }

    double enrolled(int look) {
        return expected.enrolled(look);
    }

    StagedTwoSample by(TwoSampleTest test) {
        return new StagedTwoSample(test, controls, experimentals, bounds);
    }
}
