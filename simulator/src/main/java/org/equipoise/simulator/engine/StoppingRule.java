package org.equipoise.simulator.engine;

import org.equipoise.simulator.scenario.Analysis;

/**
 * The bounds of every look on the Z scale, and what a Z means there.
 *
 * <p>Scored after all looks have been analysed, so one simulation could be scored under many rules.
 */
final class StoppingRule {
    private final double[] upper;
    private final double[] lower;
    private final boolean twoSided;

    StoppingRule(Analysis analysis) {
        int looks = analysis.looks().size();
        upper = new double[looks];
        lower = new double[looks];
        twoSided = analysis.sides() == 2;
        for (int k = 0; k < looks; k++) {
            Double efficacy = analysis.efficacyZ(k);
            Double futility = analysis.futilityZ(k);
            upper[k] = efficacy == null ? Double.POSITIVE_INFINITY : efficacy;
            lower[k] = futility == null ? Double.NEGATIVE_INFINITY : futility;
        }
    }

    int looks() {
        return upper.length;
    }

    /**
     * What a comparison's Z means at a look (from 0), given that it was not decided before; NaN stands for a look that
     * is not reached.
     */
    Decision decide(int look, double z) {
        if (Double.isNaN(z)) {
            return Decision.NOT_REACHED;
        }
        if (z >= upper[look] || twoSided && z <= -upper[look]) {
            return Decision.REJECT;
        }
        if (z <= lower[look]) {
            return Decision.FUTILE;
        }
        return look == upper.length - 1 ? Decision.NOT_REJECTED : Decision.CONTINUE;
    }
}
