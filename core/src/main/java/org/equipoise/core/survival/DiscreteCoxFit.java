package org.equipoise.core.survival;

/** Fit of a Cox model in discrete time, {@link Ties#EXACT}. For one data set; not made for simulations. */
final class DiscreteCoxFit {
    /** Newton's iteration is quadratic: after a step of this size the error is that of rounding. */
    private static final double LAST_STEP = 1e-8;

    private static final double LONGEST_STEP = 3;
    private static final int MOST_EVALUATIONS = 200;

    private DiscreteCoxFit() {}

    static CoxModel of(RiskSets riskSets) {
        DiscreteLikelihood likelihood = new DiscreteLikelihood();
        likelihood.evaluate(riskSets, 0);
        double logLikelihoodNull = likelihood.logLikelihood();
        double information = likelihood.information();
        double scoreChiSquare = information > 0 ? likelihood.score() * likelihood.score() / information : 0;
        boolean more = DiscreteLikelihood.couldDiffer(riskSets, true);
        boolean fewer = DiscreteLikelihood.couldDiffer(riskSets, false);
        if (more && fewer) {
            return converged(riskSets, likelihood, logLikelihoodNull, scoreChiSquare);
        }
        boolean flat = more == fewer;
        double estimate = more ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        return new CoxModel(
                Ties.EXACT,
                flat ? FitStatus.UNINFORMATIVE : FitStatus.MONOTONE,
                flat ? 0 : estimate,
                Double.POSITIVE_INFINITY,
                logLikelihoodNull,
                flat ? logLikelihoodNull : DiscreteLikelihood.limit(riskSets, !more),
                scoreChiSquare,
                0);
    }

    /** Newton's iteration within a bracket: the score falls strictly as the log hazard ratio grows. */
    private static CoxModel converged(
            RiskSets riskSets, DiscreteLikelihood likelihood, double logLikelihoodNull, double scoreChiSquare) {
        double low = Double.NEGATIVE_INFINITY;
        double high = Double.POSITIVE_INFINITY;
        double at = 0;
        FitStatus status = FitStatus.NOT_CONVERGED;
        int evaluations = 0;
        while (status == FitStatus.NOT_CONVERGED && evaluations < MOST_EVALUATIONS) {
            likelihood.evaluate(riskSets, at);
            evaluations++;
            double score = likelihood.score();
            double step = score / likelihood.information();
            if (Math.abs(step) <= LAST_STEP) {
                at += step;
                status = FitStatus.CONVERGED;
            } else {
                low = score > 0 ? at : low;
                high = score > 0 ? high : at;
                double next = at + Math.max(-LONGEST_STEP, Math.min(LONGEST_STEP, step));
                at = next > low && next < high ? next : 0.5 * (low + high);
            }
        }
        likelihood.evaluate(riskSets, at);
        return new CoxModel(
                Ties.EXACT,
                status,
                at,
                1 / Math.sqrt(likelihood.information()),
                logLikelihoodNull,
                likelihood.logLikelihood(),
                scoreChiSquare,
                evaluations);
    }
}
