package org.equipoise.core.survival;

import org.equipoise.core.numerics.ConfidenceLevel;
import org.equipoise.core.numerics.Limits;
import org.equipoise.core.numerics.StandardNormal;

/**
 * Cox model with the arm as its one covariate (Cox 1972, Journal of the Royal Statistical Society B 34:187), stratified
 * when the data are.
 *
 * <p>When only one arm had events while both were at risk, the estimate is infinite, and so is the standard error:
 * Wald's statistic is then 0 and his limits are 0 and infinity, but score and likelihood-ratio statistic remain valid.
 *
 * @param ties how tied events were treated
 * @param status whether there is a finite estimate, and if not, why
 * @param logHazardRatio estimate, experimental over control: &lt; 0 favours the experimental arm; may be infinite
 * @param standardError standard error of the log hazard ratio, from the observed information; infinite without a finite
 *     estimate
 * @param logLikelihoodNull log partial likelihood at a hazard ratio of 1
 * @param logLikelihood log partial likelihood at the estimate, or its limit when that is infinite
 * @param scoreChiSquare score statistic for no effect; without ties the log-rank chi-square
 * @param iterations evaluations of the likelihood that the fit took
 */
public record CoxModel(
        Ties ties,
        FitStatus status,
        double logHazardRatio,
        double standardError,
        double logLikelihoodNull,
        double logLikelihood,
        double scoreChiSquare,
        int iterations) {

    /**
     * Fits the model with Efron's treatment of ties.
     *
     * @param time time to event or censoring, one a patient; finite and ≥ 0
     * @param event whether the patient had the event at that time
     * @param experimental whether the patient is in the experimental arm
     * @throws IllegalArgumentException as in {@link SurvivalData#of(double[], boolean[], boolean[])}
     */
    public static CoxModel of(double[] time, boolean[] event, boolean[] experimental) {
        return of(SurvivalData.of(time, event, experimental));
    }

    /** Fits the model with Efron's treatment of ties. */
    public static CoxModel of(SurvivalData data) {
        return of(data, Ties.EFRON);
    }

    /** Fits the model. */
    public static CoxModel of(SurvivalData data, Ties ties) {
        RiskSets riskSets = data.riskSets();
        if (ties == Ties.EXACT) {
            return DiscreteCoxFit.of(riskSets);
        }
        CoxFit fit = new CoxFit(ties).fit(riskSets);
        PartialLikelihood likelihood = new PartialLikelihood(ties);
        likelihood.evaluate(riskSets, 0);
        double score = likelihood.score();
        double information = likelihood.information();
        return new CoxModel(
                ties,
                fit.status(),
                fit.logHazardRatio(),
                fit.standardError(),
                likelihood.logLikelihood(riskSets, 0),
                likelihood.logLikelihood(riskSets, fit.logHazardRatio()),
                information > 0 ? score * score / information : 0,
                fit.iterations());
    }

    /** Hazard ratio, experimental over control; 0 or infinite when the log hazard ratio is infinite. */
    public double hazardRatio() {
        return StrictMath.exp(logHazardRatio);
    }

    /**
     * Wald statistic, &gt; 0 in favour of the experimental arm, so minus the log hazard ratio over its standard error.
     * 0 when there is no finite estimate.
     */
    public double waldZ() {
        return waldZ(1);
    }

    /**
     * Wald statistic against another null hypothesis, as for non-inferiority: the logarithm of its hazard ratio minus
     * that estimated, over the standard error. 0 when there is no finite estimate.
     *
     * @param hazardRatioH0 hazard ratio, experimental over control, under the null hypothesis; &gt; 0 and finite
     */
    public double waldZ(double hazardRatioH0) {
        double difference = StrictMath.log(hazardRatioH0) - logHazardRatio;
        return standardError < Double.POSITIVE_INFINITY ? difference / standardError : 0;
    }

    /** One-sided p-value of Wald's test against benefit of the experimental arm: the upper tail at {@link #waldZ}. */
    public double waldPOneSided() {
        return StandardNormal.upperTail(waldZ());
    }

    /** Two-sided p-value of Wald's test. */
    public double waldPTwoSided() {
        return 2 * StandardNormal.upperTail(Math.abs(waldZ()));
    }

    /**
     * Signed root of the score statistic, &gt; 0 in favour of the experimental arm. Without ties, and with ties treated
     * exactly, it is the log-rank Z.
     */
    public double scoreZ() {
        return Math.copySign(Math.sqrt(scoreChiSquare), -logHazardRatio);
    }

    /** Two-sided p-value of the score test. */
    public double scorePTwoSided() {
        return 2 * StandardNormal.upperTail(Math.sqrt(scoreChiSquare));
    }

    /** Two-sided p-value of the likelihood-ratio test. */
    public double likelihoodRatioPTwoSided() {
        return 2 * StandardNormal.upperTail(Math.sqrt(likelihoodRatioChiSquare()));
    }

    /** Likelihood-ratio statistic for no effect, to be compared with chi-square on one degree of freedom. */
    public double likelihoodRatioChiSquare() {
        return Math.max(0, 2 * (logLikelihood - logLikelihoodNull));
    }

    /**
     * Two-sided Wald limits of the hazard ratio; 0 and infinity when there is no finite estimate.
     *
     * @param level confidence level in (0, 1), such as 0.95
     */
    public Limits limits(double level) {
        Limits log = logLimits(level);
        return new Limits(StrictMath.exp(log.lower()), StrictMath.exp(log.upper()));
    }

    /**
     * Two-sided Wald limits of the log hazard ratio; −∞ and +∞ when there is no finite estimate.
     *
     * @param level confidence level in (0, 1), such as 0.95
     */
    public Limits logLimits(double level) {
        double halfWidth = ConfidenceLevel.halfWidth(level) * standardError;
        if (halfWidth == Double.POSITIVE_INFINITY) {
            return new Limits(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        }
        return new Limits(logHazardRatio - halfWidth, logHazardRatio + halfWidth);
    }
}
