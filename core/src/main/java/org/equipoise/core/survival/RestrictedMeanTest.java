package org.equipoise.core.survival;

import org.equipoise.core.numerics.ConfidenceLevel;
import org.equipoise.core.numerics.Limits;
import org.equipoise.core.numerics.ZTest;

/**
 * Comparison of the restricted mean survival times of two arms (Royston and Parmar 2013, BMC Medical Research
 * Methodology 13:152; Uno et al. 2014, Journal of Clinical Oncology 32:2380).
 *
 * <p>When no arm had an event by τ both means are τ without error: the difference is 0, and z is 0.
 *
 * @param control restricted mean of the control arm
 * @param experimental restricted mean of the experimental arm
 */
public record RestrictedMeanTest(RestrictedMean control, RestrictedMean experimental) implements ZTest {
    /**
     * Compares the arms, whatever their strata.
     *
     * @param tau τ &gt; 0, in the unit of the data
     * @throws IllegalArgumentException when τ is beyond what the curve of an arm is defined for: its longest time, when
     *     that is censored
     */
    public static RestrictedMeanTest of(SurvivalData data, double tau) {
        return new RestrictedMeanTest(
                RestrictedMean.of(data.curve(false), tau), RestrictedMean.of(data.curve(true), tau));
    }

    /** The same with {@link RestrictedMean#withSmallSampleCorrection} in both arms. */
    public RestrictedMeanTest withSmallSampleCorrection() {
        return new RestrictedMeanTest(control.withSmallSampleCorrection(), experimental.withSmallSampleCorrection());
    }

    /** Experimental minus control, in the unit of the data; &gt; 0 favours the experimental arm. */
    public double difference() {
        return experimental.mean() - control.mean();
    }

    /** Standard error of the difference. */
    public double standardError() {
        return Math.hypot(experimental.standardError(), control.standardError());
    }

    @Override
    public double z() {
        double error = standardError();
        return error > 0 ? difference() / error : 0;
    }

    /**
     * Two-sided limits of the difference.
     *
     * @param level confidence level in (0, 1), such as 0.95
     */
    public Limits limits(double level) {
        double halfWidth = ConfidenceLevel.halfWidth(level) * standardError();
        return new Limits(difference() - halfWidth, difference() + halfWidth);
    }

    /** Experimental over control; &gt; 1 favours the experimental arm. */
    public RatioEstimate ratio() {
        return RatioEstimate.of(
                experimental.mean(), experimental.standardError(), control.mean(), control.standardError());
    }

    /** Ratio of the times lost before τ, experimental over control; &lt; 1 favours the experimental arm. */
    public RatioEstimate timeLostRatio() {
        return RatioEstimate.of(
                experimental.timeLost(), experimental.standardError(), control.timeLost(), control.standardError());
    }
}
