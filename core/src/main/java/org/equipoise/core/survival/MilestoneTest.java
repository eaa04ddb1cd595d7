package org.equipoise.core.survival;

import org.equipoise.core.numerics.ConfidenceLevel;
import org.equipoise.core.numerics.Limits;
import org.equipoise.core.numerics.ZTest;

/**
 * Comparison of the survival probabilities of two arms at one time, on a scale (Klein, Logan, Harhoff and Andersen
 * 2007, Statistics in Medicine 26:4505).
 *
 * <p>Z is the difference of the transformed Kaplan-Meier estimates over the root of the sum of their variances, which
 * come from Greenwood's by the delta method. Where a curve is at 1 or 0 that formula knows no error: on the plain scale
 * the arm then adds a standard error of 0; where the transformed value is infinite, so is the standard error, and z is
 * 0. It is 0 too when both standard errors are.
 *
 * @param at the time, in the unit of the data
 * @param scale scale of the comparison
 * @param survivalControl survival of the control arm at that time
 * @param survivalExperimental survival of the experimental arm
 * @param estimate difference on the scale, experimental minus control: &gt; 0 favours the experimental arm; may be
 *     infinite
 * @param standardError its standard error; may be infinite
 */
public record MilestoneTest(
        double at,
        SurvivalScale scale,
        double survivalControl,
        double survivalExperimental,
        double estimate,
        double standardError)
        implements ZTest {

    /**
     * Compares the arms, whatever their strata.
     *
     * @param at time ≥ 0, in the unit of the data
     * @throws IllegalArgumentException when the time is beyond what the curve of an arm is defined for: its longest
     *     time, when that is censored
     */
    public static MilestoneTest of(SurvivalData data, double at, SurvivalScale scale) {
        if (!(at >= 0 && at < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("at must be finite and not negative, was " + at);
        }
        KaplanMeier control = data.curve(false);
        KaplanMeier experimental = data.curve(true);
        control.checkDefined("at", at);
        experimental.checkDefined("at", at);
        double survivalControl = control.survival(at);
        double survivalExperimental = experimental.survival(at);
        double error = Math.hypot(
                scale.standardError(survivalControl, control.logStandardError(at)),
                scale.standardError(survivalExperimental, experimental.logStandardError(at)));
        // Equal estimates do not differ, not even where both are infinite.
        double estimate = survivalControl == survivalExperimental
                ? 0
                : scale.transformed(survivalExperimental) - scale.transformed(survivalControl);
        return new MilestoneTest(at, scale, survivalControl, survivalExperimental, estimate, error);
    }

    @Override
    public double z() {
        return standardError > 0 && standardError < Double.POSITIVE_INFINITY ? estimate / standardError : 0;
    }

    /**
     * Two-sided limits of {@link #estimate}, on the scale; −∞ and +∞ when the standard error is infinite.
     *
     * @param level confidence level in (0, 1), such as 0.95
     */
    public Limits limits(double level) {
        double halfWidth = ConfidenceLevel.halfWidth(level) * standardError;
        if (halfWidth == Double.POSITIVE_INFINITY) {
            return new Limits(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        }
        return new Limits(estimate - halfWidth, estimate + halfWidth);
    }
}
