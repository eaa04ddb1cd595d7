package org.equipoise.core.survival;

/**
 * Log partial likelihood of a Cox model with one binary covariate, and its derivatives (Cox 1972, Journal of the Royal
 * Statistical Society B 34:187).
 *
 * <p>An event at a time with weights a (experimental at risk) and b (control at risk) falls on the experimental arm
 * with probability p = a e^β / (a e^β + b). The l-th of d tied events, l = 0 … d − 1, sees under {@link Ties#EFRON} a =
 * n₁ − d₁ l/d and b = n₀ − d₀ l/d, under {@link Ties#BRESLOW} a = n₁ and b = n₀. With q = 1 − p:
 *
 * <pre>
 *   log likelihood   d₁β − Σ ln(a e^β + b)       score        d₁ − Σ p
 *   information      Σ pq                        its slope    Σ pq(1 − 2p)
 *                                                its bend     Σ pq(1 − 6pq)
 * </pre>
 */
final class PartialLikelihood {
    private final boolean breslow;

    private double score;
    private double information;
    private double slope;
    private double bend;

    PartialLikelihood(Ties ties) {
        if (ties == Ties.EXACT) {
            throw new IllegalArgumentException("ties must be EFRON or BRESLOW here, were EXACT: CoxModel fits those");
        }
        breslow = ties == Ties.BRESLOW;
    }

    /**
     * Evaluates the derivatives at a log hazard ratio.
     *
     * @param riskSets not modified
     */
    void evaluate(RiskSets riskSets, double logHazardRatio) {
        double[] atRiskControl = riskSets.atRiskControl;
        double[] atRiskExperimental = riskSets.atRiskExperimental;
        double[] eventsControl = riskSets.eventsControl;
        double[] eventsExperimental = riskSets.eventsExperimental;
        double hazardRatio = logHazardRatio == 0 ? 1 : StrictMath.exp(logHazardRatio);
        double observed = 0;
        double sumP = 0;
        double sumPq = 0;
        double sumSlope = 0;
        double sumBend = 0;
        for (int k = 0, count = riskSets.count(); k < count; k++) {
            double events = eventsControl[k] + eventsExperimental[k];
            double a = hazardRatio * atRiskExperimental[k];
            double b = atRiskControl[k];
            observed += eventsExperimental[k];
            // Without ties, and for Breslow, all d events share one term; Efron has d terms of weight 1.
            boolean shared = breslow || events == 1;
            double weight = shared ? events : 1;
            int terms = shared ? 1 : (int) events;
            double stepA = shared ? 0 : hazardRatio * eventsExperimental[k] / events;
            double stepB = shared ? 0 : eventsControl[k] / events;
            for (int l = 0; l < terms; l++) {
                double scale = 1 / (a + b);
                double p = a * scale;
                double pq = p * (b * scale);
                sumP += weight * p;
                sumPq += weight * pq;
                sumSlope += weight * pq * (1 - 2 * p);
                sumBend += weight * pq * (1 - 6 * pq);
                a -= stepA;
                b -= stepB;
            }
        }
        score = observed - sumP;
        information = sumPq;
        slope = sumSlope;
        bend = sumBend;
    }

    /** First derivative of the log likelihood. */
    double score() {
        return score;
    }

    /** Observed information: minus the second derivative. */
    double information() {
        return information;
    }

    /** Derivative of the information. */
    double slope() {
        return slope;
    }

    /** Second derivative of the information. */
    double bend() {
        return bend;
    }

    /**
     * Log partial likelihood. At −∞ or +∞ it is the limit, which is finite when the likelihood is monotone in that
     * direction and otherwise minus infinity.
     *
     * @param riskSets not modified
     */
    double logLikelihood(RiskSets riskSets, double logHazardRatio) {
        boolean infinite = Double.isInfinite(logHazardRatio);
        double sum = 0;
        for (int k = 0; k < riskSets.count(); k++) {
            double control = riskSets.eventsControl[k];
            double experimental = riskSets.eventsExperimental[k];
            double events = control + experimental;
            for (int l = 0; l < events; l++) {
                double gone = breslow ? 0 : l / events;
                double a = riskSets.atRiskExperimental[k] - gone * experimental;
                double b = riskSets.atRiskControl[k] - gone * control;
                if (!infinite) {
                    sum -= StrictMath.log(a * StrictMath.exp(logHazardRatio) + b);
                    continue;
                }
                // In the limit the arm with the higher hazard, if anyone of it is at risk, has every event.
                boolean experimentalFails = logHazardRatio > 0 ? a > 0 : !(b > 0);
                if ((experimentalFails ? control : experimental) > 0) {
                    return Double.NEGATIVE_INFINITY;
                }
                sum -= StrictMath.log(experimentalFails ? a : b);
            }
            if (!infinite) {
                sum += experimental * logHazardRatio;
            }
        }
        return sum;
    }
}
