package org.equipoise.core.survival;

import java.util.List;

/**
 * Restricted mean survival time of one group: the area below its Kaplan-Meier curve up to τ, ∫₀^τ S (Irwin 1949,
 * Journal of Hygiene 47:188; Royston and Parmar 2013, BMC Medical Research Methodology 13:152).
 *
 * <p>Its variance is Greenwood's, Σ (∫ₜ^τ S)² d / (n (n − d)) over the event times t ≤ τ. A last event that ends the
 * curve adds nothing to it.
 *
 * @param tau τ, in the unit of the data
 * @param mean the area, in (0, τ]
 * @param standardError its standard error; 0 when there was no event by τ
 * @param events events by τ
 */
public record RestrictedMean(double tau, double mean, double standardError, int events) {
    /**
     * The area below a curve.
     *
     * @param tau τ &gt; 0; at most {@link KaplanMeier#definedUpTo}, for nobody can tell how a curve goes on after that
     * @throws IllegalArgumentException when τ is out of that range
     */
    public static RestrictedMean of(KaplanMeier curve, double tau) {
        if (!(tau > 0 && tau < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("tau must be positive and finite, was " + tau);
        }
        curve.checkDefined("tau", tau);
        double area = 0;
        double variance = 0;
        double end = tau;
        int events = 0;
        // Back from τ, so that the area met so far is the one after the event time.
        List<KaplanMeier.Step> steps = curve.steps();
        for (int k = steps.size() - 1; k >= 0; k--) {
            KaplanMeier.Step step = steps.get(k);
            if (step.time() <= tau) {
                area += step.survival() * (end - step.time());
                end = step.time();
                events += step.events();
                double surviving = step.atRisk() - step.events();
                variance += surviving > 0 ? area * area * step.events() / (step.atRisk() * surviving) : 0;
            }
        }
        return new RestrictedMean(tau, area + end, Math.sqrt(variance), events);
    }

    /** Mean time lost before τ: τ minus the restricted mean. */
    public double timeLost() {
        return tau - mean;
    }

    /**
     * The same with the variance times m / (m − 1), m being the events by τ (Kaplan and Meier 1958, for the variance of
     * a mean), which simtrial uses throughout and lrstat on demand. Infinite with one event.
     */
    public RestrictedMean withSmallSampleCorrection() {
        double corrected = events == 0 ? standardError : standardError * Math.sqrt((double) events / (events - 1));
        return new RestrictedMean(tau, mean, corrected, events);
    }
}
