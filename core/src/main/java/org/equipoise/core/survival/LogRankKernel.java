package org.equipoise.core.survival;

/**
 * Log-rank score and its variance over risk sets, without allocation (Mantel 1966, Cancer Chemotherapy Reports 50:163).
 *
 * <p>With n₁ experimental and n₀ control patients at risk and d events at one time, and θ the hazard ratio under the
 * null hypothesis, an event falls on the experimental arm with probability p = n₁θ / (n₁θ + n₀). Expected are E = Σ d p
 * events there, and the variance is V = Σ d p (1 − p) (n − d) / (n − 1), for θ = 1 the hypergeometric one.
 *
 * <p>Holds the result of the last evaluation; reusable, not safe for threads.
 */
public final class LogRankKernel {
    private double[] share;
    private double hazardRatioH0 = 1;
    private double observedExperimental;
    private double expectedExperimental;
    private double variance;

    /** A kernel whose room grows with what it is given. */
    public LogRankKernel() {
        this(0);
    }

    /** A kernel with room for so many risk sets from the beginning. */
    public LogRankKernel(int riskSets) {
        share = new double[riskSets];
    }

    /** {@link #evaluate(RiskSets, double)} under equal hazards. */
    public LogRankKernel evaluate(RiskSets riskSets) {
        return evaluate(riskSets, 1);
    }

    /**
     * Evaluates the test.
     *
     * @param riskSets the data; not modified
     * @param hazardRatioH0 hazard ratio, experimental over control, under the null hypothesis; &gt; 0 and finite
     * @return this
     */
    public LogRankKernel evaluate(RiskSets riskSets, double hazardRatioH0) {
        if (!(hazardRatioH0 > 0 && hazardRatioH0 < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("hazardRatioH0 must be positive and finite, was " + hazardRatioH0);
        }
        this.hazardRatioH0 = hazardRatioH0;
        if (riskSets.isUntied()) {
            evaluateUntied(riskSets);
        } else {
            evaluateTied(riskSets);
        }
        return this;
    }

    /** One event in each risk set: expected are Σ p events, with variance Σ p (1 - p). */
    private void evaluateUntied(RiskSets riskSets) {
        int count = riskSets.count();
        share(riskSets.atRiskControl, riskSets.atRiskExperimental, count);
        // Two sums each, so that neither waits for the other.
        double sum = 0;
        double otherSum = 0;
        double binomial = 0;
        double otherBinomial = 0;
        for (int k = 0; k + 1 < count; k += 2) {
            double p = share[k];
            sum += p;
            binomial += p * (1 - p);
            double otherP = share[k + 1];
            otherSum += otherP;
            otherBinomial += otherP * (1 - otherP);
        }
        if ((count & 1) != 0) {
            double p = share[count - 1];
            sum += p;
            binomial += p * (1 - p);
        }
        observedExperimental = riskSets.untiedExperimentalEvents();
        expectedExperimental = sum + otherSum;
        variance = binomial + otherBinomial;
    }

    /** The probabilities p in a loop of their own, which compilers turn into vector instructions. */
    private void share(double[] atRiskControl, double[] atRiskExperimental, int count) {
        if (share.length < count) {
            share = new double[atRiskControl.length];
        }
        for (int k = 0; k < count; k++) {
            double weighted = hazardRatioH0 * atRiskExperimental[k];
            share[k] = weighted / (weighted + atRiskControl[k]);
        }
    }

    private void evaluateTied(RiskSets riskSets) {
        double[] atRiskControl = riskSets.atRiskControl;
        double[] atRiskExperimental = riskSets.atRiskExperimental;
        double[] eventsControl = riskSets.eventsControl;
        double[] eventsExperimental = riskSets.eventsExperimental;
        double observed = 0;
        double expected = 0;
        double sum = 0;
        for (int k = 0, count = riskSets.count(); k < count; k++) {
            double events = eventsControl[k] + eventsExperimental[k];
            double weighted = hazardRatioH0 * atRiskExperimental[k];
            // A plain quotient is exactly 0 or 1 when one arm is exhausted, so such sets add exactly nothing.
            double p = weighted / (weighted + atRiskControl[k]);
            double binomial = p * (1 - p);
            observed += eventsExperimental[k];
            if (events == 1) {
                expected += p;
                sum += binomial;
            } else {
                double atRisk = atRiskControl[k] + atRiskExperimental[k];
                expected += events * p;
                sum += events * binomial * ((atRisk - events) / (atRisk - 1));
            }
        }
        observedExperimental = observed;
        expectedExperimental = expected;
        variance = sum;
    }

    /** Events seen in the experimental arm. */
    public double observedExperimental() {
        return observedExperimental;
    }

    /** Events expected in the experimental arm under the null hypothesis. */
    public double expectedExperimental() {
        return expectedExperimental;
    }

    /** Expected minus observed events in the experimental arm: &gt; 0 favours it. */
    public double score() {
        return expectedExperimental - observedExperimental;
    }

    /** Variance of {@link #score} under the null hypothesis; 0 when no event happened with both arms at risk. */
    public double variance() {
        return variance;
    }

    /**
     * Standardised score, &gt; 0 in favour of the experimental arm.
     *
     * <p>When the variance is 0 the data cannot tell the arms apart, whatever the truth; z is then 0, so that such a
     * look never crosses a bound for efficacy.
     */
    public double z() {
        return variance > 0 ? score() / Math.sqrt(variance) : 0;
    }

    /**
     * One-step estimate of the log hazard ratio, experimental over control: ln θ − score / variance (Peto, in Yusuf et
     * al. 1985, Progress in Cardiovascular Diseases 27:335). Biased towards θ when the effect is large. ln θ when the
     * variance is 0.
     */
    public double petoLogHazardRatio() {
        double logH0 = hazardRatioH0 == 1 ? 0 : StrictMath.log(hazardRatioH0);
        return variance > 0 ? logH0 - score() / variance : logH0;
    }
}
