package org.equipoise.core.survival;

/**
 * Maximum partial likelihood estimate of one hazard ratio over risk sets, without allocation (Cox 1972).
 *
 * <p>Holds the result of the last fit; reusable, not safe for threads. The result depends on nothing but the risk sets,
 * the ties rule and the start, to the last bit on every machine.
 */
public final class CoxFit {
    // The score falls strictly as the log hazard ratio grows, so each evaluation also tells on which side the root
    // lies.
    // A step out of that bracket is replaced by halving it; no likelihood need be computed to guard the iteration.
    //
    // The step is Halley's, which knows the curvature of the score for a few multiplications more than Newton's, and is
    // cubic: since slope and bend of the information never exceed it, a last step of 1e-5 leaves an error of the order
    // of 1e-15. The information at the end of that step comes from its Taylor expansion to second order, of the same
    // accuracy, and saves an evaluation. "Last" is judged by Newton's step, uncut: it is huge far from the root, where
    // the information is tiny.
    private static final double LAST_STEP = 1e-5;
    private static final double LONGEST_STEP = 3;
    private static final int MOST_EVALUATIONS = 200;

    private final PartialLikelihood likelihood;

    private FitStatus status = FitStatus.UNINFORMATIVE;
    private double logHazardRatio;
    private double information;
    private int iterations;

    /**
     * A fit that treats tied events by the given rule.
     *
     * @param ties Efron's or Breslow's
     */
    public CoxFit(Ties ties) {
        likelihood = new PartialLikelihood(ties);
    }

    /** {@link #fit(RiskSets, double)} from no effect. */
    public CoxFit fit(RiskSets riskSets) {
        return fit(riskSets, 0);
    }

    /**
     * Fits the model.
     *
     * @param riskSets the data; not modified
     * @param start log hazard ratio to start from; finite. {@link LogRankKernel#petoLogHazardRatio} saves one iteration
     * @return this
     */
    public CoxFit fit(RiskSets riskSets, double start) {
        if (!Double.isFinite(start)) {
            throw new IllegalArgumentException("start must be finite, was " + start);
        }
        iterations = 0;
        information = 0;
        status = existence(riskSets);
        switch (status) {
            case CONVERGED -> climb(riskSets, start);
            case MONOTONE ->
                logHazardRatio =
                        hasInformativeEvent(riskSets.eventsExperimental, riskSets.atRiskControl, riskSets.count())
                                ? Double.POSITIVE_INFINITY
                                : Double.NEGATIVE_INFINITY;
            default -> logHazardRatio = 0;
        }
        return this;
    }

    /** What a fit will find: a maximum exists if and only if each arm had an event while the other was at risk. */
    private static FitStatus existence(RiskSets riskSets) {
        int count = riskSets.count();
        boolean experimental = hasInformativeEvent(riskSets.eventsExperimental, riskSets.atRiskControl, count);
        boolean control = hasInformativeEvent(riskSets.eventsControl, riskSets.atRiskExperimental, count);
        if (experimental && control) {
            return FitStatus.CONVERGED;
        }
        return experimental || control ? FitStatus.MONOTONE : FitStatus.UNINFORMATIVE;
    }

    private static boolean hasInformativeEvent(double[] events, double[] atRiskInOtherArm, int count) {
        for (int k = 0; k < count; k++) {
            if (events[k] > 0 && atRiskInOtherArm[k] > 0) {
                return true;
            }
        }
        return false;
    }

    private void climb(RiskSets riskSets, double start) {
        double low = Double.NEGATIVE_INFINITY;
        double high = Double.POSITIVE_INFINITY;
        double at = start;
        status = FitStatus.NOT_CONVERGED;
        while (iterations < MOST_EVALUATIONS) {
            likelihood.evaluate(riskSets, at);
            iterations++;
            double score = likelihood.score();
            double there = likelihood.information();
            double newton = score / there;
            double step = step(score, there, likelihood.slope());
            // In standard errors or as it stands, whichever is the larger.
            if (newton * newton * Math.max(1, there) <= LAST_STEP * LAST_STEP) {
                logHazardRatio = at + step;
                information = there + step * (likelihood.slope() + 0.5 * step * likelihood.bend());
                status = FitStatus.CONVERGED;
                return;
            }
            if (score > 0) {
                low = at;
            } else {
                high = at;
            }
            double next = at + step;
            at = next > low && next < high ? next : 0.5 * (low + high);
        }
        logHazardRatio = at;
        information = likelihood.information();
    }

    /** Halley's step towards the root of the score, Newton's where the curvature is too strong to be trusted. */
    private static double step(double score, double information, double slope) {
        double newton = score / information;
        double curvature = slope * newton;
        double step = Math.abs(curvature) <= information ? score / (information + 0.5 * curvature) : newton;
        return Math.abs(step) <= LONGEST_STEP ? step : Math.copySign(LONGEST_STEP, score);
    }

    /** What came of the last fit. */
    public FitStatus status() {
        return status;
    }

    /**
     * Log hazard ratio, experimental over control: &lt; 0 favours the experimental arm. ±∞ or 0 as {@link FitStatus}
     * says.
     */
    public double logHazardRatio() {
        return logHazardRatio;
    }

    /**
     * Standard error of the log hazard ratio from the observed information; infinite when there is no finite maximum.
     */
    public double standardError() {
        return information > 0 ? 1 / Math.sqrt(information) : Double.POSITIVE_INFINITY;
    }

    /**
     * Wald statistic, &gt; 0 in favour of the experimental arm: minus the log hazard ratio over its standard error. 0
     * when there is no finite maximum, which is also its limit as the estimate grows (Hauck and Donner 1977).
     */
    public double waldZ() {
        return information > 0 ? -logHazardRatio * Math.sqrt(information) : 0;
    }

    /** Number of times the likelihood was evaluated; 0 when there is no finite maximum. */
    public int iterations() {
        return iterations;
    }
}
