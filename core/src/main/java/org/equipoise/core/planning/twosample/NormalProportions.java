package org.equipoise.core.planning.twosample;

import java.util.function.DoubleUnaryOperator;
import org.equipoise.core.numerics.Roots;
import org.equipoise.core.numerics.StandardNormal;

/**
 * A comparison of two proportions by the formulas of {@link ProportionPlan}: those of the textbooks, by a normal
 * approximation, but exact for Fisher's test.
 *
 * @param test how the variance is estimated
 * @param control true proportion of the control arm, in (0, 1)
 * @param experimental true proportion of the experimental arm, in (0, 1)
 * @param margin as in {@link ProportionPlan}
 */
public record NormalProportions(ProportionTest test, double control, double experimental, double margin)
        implements TwoSampleTest {
    private static final double LEAST = 1e-9;

    @Override
    public double exceeds(double z, double controls, double experimentals) {
        if (test == ProportionTest.FISHER_EXACT) {
            return new ExactProportions(test, control, experimental, margin).exceeds(z, controls, experimentals);
        }
        return new ProportionPlan(control, experimental, experimentals / controls, margin, StandardNormal.upperTail(z))
                .power(test, controls + experimentals);
    }

    /** The true difference at which Z is as likely above as below. */
    @Override
    public double differenceAt(double z, double controls, double experimentals) {
        ProportionTest known = test == ProportionTest.FISHER_EXACT ? ProportionTest.POOLED : test;
        DoubleUnaryOperator above =
                p -> new NormalProportions(known, control, p, margin).exceeds(z, controls, experimentals);
        if (!(above.applyAsDouble(LEAST) < 0.5 && above.applyAsDouble(1 - LEAST) > 0.5)) {
            return Double.NaN;
        }
        return Roots.between(above, 0.5, LEAST, 1 - LEAST) - control;
    }
}
