package org.equipoise.core.survival;

import java.util.Arrays;

/**
 * The risk sets of one stratum with their event times, latest first.
 *
 * @param riskSets the risk sets
 * @param times event time of each
 */
record StratumRiskSets(RiskSets riskSets, double[] times) {
    /** Number of event times that are early for the weights. */
    int early(Weights weights) {
        return (int) Arrays.stream(times).filter(weights::isEarly).count();
    }

    /** Appends the risk sets to others. */
    void addTo(RiskSets others) {
        for (int k = 0; k < riskSets.count(); k++) {
            others.add(
                    riskSets.atRiskControl[k],
                    riskSets.atRiskExperimental[k],
                    riskSets.eventsControl[k],
                    riskSets.eventsExperimental[k]);
        }
    }
}
