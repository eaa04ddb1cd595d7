package org.equipoise.core.proportion;

import org.equipoise.core.numerics.ConfidenceLevel;
import org.equipoise.core.numerics.Limits;
import org.equipoise.core.numerics.ZTest;

/**
 * Test of a difference of two proportions with a variance from the observed ones: pooled, which against no difference
 * is Pearson's chi-square test, or unpooled, which is Wald's. Z &gt; 0 favours the experimental arm when success is
 * good.
 *
 * <p>Yates's correction takes ½ (1/n₁ + 1/n₀) off the size of the numerator, but never more than there is (Yates 1934,
 * Supplement to the Journal of the Royal Statistical Society 1:217). Without variance z is 0: Wald's formula then knows
 * of no error.
 *
 * @param data the counts
 * @param nullDifference experimental minus control under the null hypothesis, in (−1, 1); −margin for non-inferiority
 * @param pooled whether the variance is that of one common proportion
 * @param continuityCorrected whether Yates's correction is made
 */
public record WaldTest(TwoProportions data, double nullDifference, boolean pooled, boolean continuityCorrected)
        implements ZTest {
    /** Checks the difference. */
    public WaldTest {
        if (!(Math.abs(nullDifference) < 1)) {
            throw new IllegalArgumentException("nullDifference must be between -1 and 1, was " + nullDifference);
        }
    }

    /** The chi-square test of no difference: pooled, without correction. */
    public static WaldTest pooled(TwoProportions data) {
        return new WaldTest(data, 0, true, false);
    }

    /** Wald's test: unpooled, without correction. */
    public static WaldTest unpooled(TwoProportions data, double nullDifference) {
        return new WaldTest(data, nullDifference, false, false);
    }

    /** Observed difference, experimental minus control. */
    public double difference() {
        return data.experimental() - data.control();
    }

    /** Standard error of the difference that the test uses. */
    public double standardError() {
        double common = (double) data.successes() / data.patients();
        return pooled ? error(common, common) : error(data.experimental(), data.control());
    }

    private double error(double p1, double p0) {
        return Math.sqrt(p1 * (1 - p1) / data.patientsExperimental() + p0 * (1 - p0) / data.patientsControl());
    }

    private double correction(double excess) {
        double most = 0.5 / data.patientsExperimental() + 0.5 / data.patientsControl();
        return continuityCorrected ? Math.min(most, Math.abs(excess)) : 0;
    }

    @Override
    public double z() {
        double excess = difference() - nullDifference;
        double error = standardError();
        return error > 0 ? Math.copySign(Math.abs(excess) - correction(excess), excess) / error : 0;
    }

    /**
     * Two-sided limits of the difference within [−1, 1], always with the unpooled variance, and widened by the
     * correction if there is one.
     *
     * @param level confidence level in (0, 1), such as 0.95
     */
    public Limits limits(double level) {
        double halfWidth = ConfidenceLevel.halfWidth(level) * error(data.experimental(), data.control())
                + correction(difference());
        return new Limits(Math.max(-1, difference() - halfWidth), Math.min(1, difference() + halfWidth));
    }
}
