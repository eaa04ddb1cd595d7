package org.equipoise.core.survival;

import java.util.List;
import org.equipoise.core.numerics.ZTest;

/**
 * Weighted log-rank test of two arms (Fleming and Harrington 1991, section 7.2), stratified when the data are: scores
 * and variances are summed over strata, and weights are those of the patient's own stratum.
 *
 * <p>Z = Σ w (d p − d₁) / √(Σ w² v), see {@link WeightedLogRankKernel}. Where the variance is 0, z is 0, the one-sided
 * p-value ½ and the two-sided one 1.
 *
 * @param weights how much events count
 * @param hazardRatioH0 hazard ratio, experimental over control, under the null hypothesis
 * @param observedControl weighted events in the control arm
 * @param observedExperimental weighted events in the experimental arm
 * @param expectedControl weighted events expected in the control arm under the null hypothesis, given all events
 * @param expectedExperimental weighted events expected in the experimental arm
 * @param variance variance of {@link #statistic} under the null hypothesis
 */
public record WeightedLogRankTest(
        Weights weights,
        double hazardRatioH0,
        double observedControl,
        double observedExperimental,
        double expectedControl,
        double expectedExperimental,
        double variance)
        implements ZTest {

    /** Tests equal hazards. */
    public static WeightedLogRankTest of(SurvivalData data, Weights weights) {
        return of(data, weights, 1);
    }

    /**
     * Tests a given hazard ratio, as for non-inferiority.
     *
     * @param hazardRatioH0 hazard ratio, experimental over control, under the null hypothesis; &gt; 0 and finite
     */
    public static WeightedLogRankTest of(SurvivalData data, Weights weights, double hazardRatioH0) {
        return of(evaluate(data, hazardRatioH0, List.of(weights)), weights, hazardRatioH0, 0);
    }

    /** Kind {@code i} of weights of a kernel that has seen the data. */
    static WeightedLogRankTest of(WeightedLogRankKernel kernel, Weights weights, double hazardRatioH0, int i) {
        return new WeightedLogRankTest(
                weights,
                hazardRatioH0,
                kernel.observedControl(i),
                kernel.observedExperimental(i),
                kernel.expectedControl(i),
                kernel.expectedExperimental(i),
                kernel.variance(i));
    }

    /** Shows all strata of the data to a new kernel. */
    static WeightedLogRankKernel evaluate(SurvivalData data, double hazardRatioH0, List<Weights> weights) {
        WeightedLogRankKernel kernel = new WeightedLogRankKernel(hazardRatioH0, weights.toArray(Weights[]::new));
        for (StratumRiskSets stratum : data.strata()) {
            int[] early = weights.stream().mapToInt(stratum::early).toArray();
            kernel.add(stratum.riskSets(), early);
        }
        return kernel;
    }

    /** Expected minus observed weighted events in the experimental arm: &gt; 0 favours it. */
    public double statistic() {
        return expectedExperimental - observedExperimental;
    }

    @Override
    public double z() {
        return variance > 0 ? statistic() / Math.sqrt(variance) : 0;
    }
}
