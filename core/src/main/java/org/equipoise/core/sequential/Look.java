package org.equipoise.core.sequential;

import java.util.ArrayList;
import java.util.List;
import org.equipoise.core.numerics.StandardNormal;

/**
 * What a report says of one look. p-values and α are one-sided, of each side in a two-sided test.
 *
 * @param look from 1
 * @param information as a fraction of the last look's
 * @param efficacyZ infinite where the look cannot stop for efficacy
 * @param efficacyP nominal p-value of that bound
 * @param alphaSpent up to and including this look, with the bounds that α is counted with
 * @param futilityZ -∞ where the look cannot stop for futility; a bound for |Z| in a two-sided test
 * @param futilityP nominal p-value of that bound
 * @param betaSpent probability under the design's drift of having stopped for futility, up to and including this look
 * @param crossH0 probability under drift 0 of having rejected upwards, up to and including this look, futility obeyed
 * @param crossH1 the same under the design's drift
 * @param futileH0 probability under drift 0 of having stopped for futility, up to and including this look
 */
public record Look(
        int look,
        double information,
        double spendingTime,
        double efficacyZ,
        double efficacyP,
        double alphaSpent,
        double futilityZ,
        double futilityP,
        double betaSpent,
        double crossH0,
        double crossH1,
        double futileH0) {

    static List<Look> tableOf(GroupSequentialDesign design) {
        StoppingBounds bounds = design.bounds();
        CrossingProbabilities alpha = design.boundsForAlpha().crossing(0);
        CrossingProbabilities underNull = design.crossing(0);
        CrossingProbabilities underAlternative = design.crossing(design.drift());
        List<Look> table = new ArrayList<>();
        for (int k = 1; k <= design.looks(); k++) {
            table.add(new Look(
                    k,
                    bounds.information(k),
                    design.spendingTime(k),
                    bounds.efficacy(k),
                    StandardNormal.upperTail(bounds.efficacy(k)),
                    alpha.cumulativeEfficacy(k),
                    bounds.futility(k),
                    StandardNormal.upperTail(bounds.futility(k)),
                    underAlternative.cumulativeFutility(k),
                    underNull.cumulativeEfficacy(k),
                    underAlternative.cumulativeEfficacy(k),
                    underNull.cumulativeFutility(k)));
        }
        return List.copyOf(table);
    }
}
