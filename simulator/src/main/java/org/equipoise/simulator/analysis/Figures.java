package org.equipoise.simulator.analysis;

import org.equipoise.core.numerics.Limits;
import org.equipoise.core.numerics.ZTest;

/**
 * The figures that most tests have; NaN for those that a test has not.
 *
 * @param z standardised statistic, &gt; 0 in favour of the arm that is not control
 * @param p one-sided p-value against benefit of that arm
 * @param pTwoSided two-sided p-value
 * @param chiSquare to be compared with chi-square on one degree of freedom
 * @param statistic what z is the standardised form of
 * @param variance of the statistic under the null hypothesis
 * @param estimate of the difference between the arms, on the scale that the test says
 * @param standardError of the estimate
 * @param low lower confidence limit of the estimate
 * @param high upper confidence limit
 */
public record Figures(
        double z,
        double p,
        double pTwoSided,
        double chiSquare,
        double statistic,
        double variance,
        double estimate,
        double standardError,
        double low,
        double high) {
    private static final double NO = Double.NaN;

    /** None at all. */
    static final Figures NONE = new Figures(NO, NO, NO, NO, NO, NO, NO, NO, NO, NO);

    /** A test of a score. */
    static Figures ofScore(ZTest test, double statistic, double variance) {
        return new Figures(
                test.z(), test.pOneSided(), test.pTwoSided(), test.chiSquare(), statistic, variance, NO, NO, NO, NO);
    }

    /** A test of an estimate. */
    static Figures ofEstimate(ZTest test, double estimate, double standardError, Limits limits) {
        return new Figures(
                test.z(),
                test.pOneSided(),
                test.pTwoSided(),
                test.chiSquare(),
                NO,
                NO,
                estimate,
                standardError,
                limits.lower(),
                limits.upper());
    }
}
