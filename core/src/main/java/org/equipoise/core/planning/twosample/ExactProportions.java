package org.equipoise.core.planning.twosample;

import org.equipoise.core.numerics.StandardNormal;
import org.equipoise.core.proportion.TwoProportions;

/**
 * A comparison of two proportions exactly: the binomial probabilities of all tables that the test rejects are summed.
 *
 * @param test which tables it rejects
 * @param control true proportion of the control arm, in (0, 1)
 * @param experimental true proportion of the experimental arm, in (0, 1)
 * @param margin as in {@link ProportionPlan}
 */
public record ExactProportions(ProportionTest test, double control, double experimental, double margin)
        implements TwoSampleTest {
    /** Tables less likely than this are left out: all together they do not show. */
    private static final double NEGLIGIBLE = 1e-18;

    /** @param controls rounded to whole patients, as the experimental ones and the sum of both */
    @Override
    public double exceeds(double z, double controls, double experimentals) {
        int n1 = (int) Math.rint(experimentals);
        int n0 = (int) Math.rint(controls + experimentals) - n1;
        if (n0 < 1 || n1 < 1) {
            throw new IllegalArgumentException("each arm must have a patient, had " + n0 + " and " + n1);
        }
        if (test != ProportionTest.FISHER_EXACT) {
            return ofTables(z, n0, n1);
        }
        return z >= 0
                ? FisherPower.of(n0, n1, control, experimental, StandardNormal.upperTail(z))
                : 1 - FisherPower.of(n1, n0, experimental, control, StandardNormal.upperTail(-z));
    }

    /** That of the normal approximation: the exact test's is a step. */
    @Override
    public double differenceAt(double z, double controls, double experimentals) {
        return new NormalProportions(test, control, experimental, margin).differenceAt(z, controls, experimentals);
    }

    private double ofTables(double z, int n0, int n1) {
        double[] ofControl = FisherPower.binomial(n0, control);
        double[] ofExperimental = FisherPower.binomial(n1, experimental);
        double sum = 0;
        for (int x0 = 0; x0 <= n0; x0++) {
            for (int x1 = 0; x1 <= n1; x1++) {
                double likely = ofControl[x0] * ofExperimental[x1];
                if (likely > NEGLIGIBLE && test.z(new TwoProportions(x0, n0, x1, n1), margin) >= z) {
                    sum += likely;
                }
            }
        }
        return Math.min(1, sum);
    }
}
