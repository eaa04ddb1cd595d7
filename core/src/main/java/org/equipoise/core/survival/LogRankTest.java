package org.equipoise.core.survival;

import org.equipoise.core.numerics.ZTest;

/**
 * Log-rank test of two arms (Mantel 1966, Cancer Chemotherapy Reports 50:163), stratified when the data are.
 *
 * <p>Where no event happened while both arms were at risk, the variance is 0 and the data say nothing about the arms: z
 * is then 0, the one-sided p-value ½ and the two-sided one 1. No evidence is not an error, and never becomes a
 * rejection.
 *
 * @param hazardRatioH0 hazard ratio, experimental over control, under the null hypothesis
 * @param observedControl events in the control arm
 * @param observedExperimental events in the experimental arm
 * @param expectedControl events expected in the control arm under the null hypothesis, given all events
 * @param expectedExperimental events expected in the experimental arm
 * @param variance variance of {@link #statistic} under the null hypothesis
 */
public record LogRankTest(
        double hazardRatioH0,
        double observedControl,
        double observedExperimental,
        double expectedControl,
        double expectedExperimental,
        double variance)
        implements ZTest {

    /**
     * Tests equal hazards.
     *
     * @param time time to event or censoring, one a patient; finite and ≥ 0
     * @param event whether the patient had the event at that time
     * @param experimental whether the patient is in the experimental arm
     * @throws IllegalArgumentException as in {@link SurvivalData#of(double[], boolean[], boolean[])}
     */
    public static LogRankTest of(double[] time, boolean[] event, boolean[] experimental) {
        return of(SurvivalData.of(time, event, experimental));
    }

    /** Tests equal hazards. */
    public static LogRankTest of(SurvivalData data) {
        return of(data, 1);
    }

    /**
     * Tests a given hazard ratio, as for non-inferiority: under it the statistic has mean 0.
     *
     * @param hazardRatioH0 hazard ratio, experimental over control, under the null hypothesis; &gt; 0 and finite
     */
    public static LogRankTest of(SurvivalData data, double hazardRatioH0) {
        RiskSets riskSets = data.riskSets();
        LogRankKernel kernel = new LogRankKernel().evaluate(riskSets, hazardRatioH0);
        double control = 0;
        for (int k = 0; k < riskSets.count(); k++) {
            control += riskSets.eventsControl[k];
        }
        double events = control + kernel.observedExperimental();
        return new LogRankTest(
                hazardRatioH0,
                control,
                kernel.observedExperimental(),
                events - kernel.expectedExperimental(),
                kernel.expectedExperimental(),
                kernel.variance());
    }

    /** Expected minus observed events in the experimental arm: &gt; 0 favours it. */
    public double statistic() {
        return expectedExperimental - observedExperimental;
    }

    /** Statistic over its standard deviation, &gt; 0 in favour of the experimental arm; 0 when the variance is 0. */
    @Override
    public double z() {
        return variance > 0 ? statistic() / Math.sqrt(variance) : 0;
    }
}
