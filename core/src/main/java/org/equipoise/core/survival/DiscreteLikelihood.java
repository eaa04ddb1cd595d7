package org.equipoise.core.survival;

/**
 * Log partial likelihood of a Cox model in discrete time with one binary covariate, and its derivatives (Cox 1972,
 * Journal of the Royal Statistical Society B 34:187, section 6).
 *
 * <p>Of n₁ + n₀ patients at risk, d have the event at one time, each set of d with probability proportional to e^(β ×
 * number in it who are experimental). So the log likelihood is d₁β − ln Σ C(n₁, j) C(n₀, d − j) e^(βj), and score and
 * information are d₁ minus the mean of j, and its variance, in Fisher's noncentral hypergeometric distribution.
 */
final class DiscreteLikelihood {
    private double logLikelihood;
    private double score;
    private double information;

    /**
     * Evaluates everything at a log hazard ratio.
     *
     * @param riskSets not modified
     * @param logHazardRatio finite
     */
    void evaluate(RiskSets riskSets, double logHazardRatio) {
        logLikelihood = 0;
        score = 0;
        information = 0;
        for (int k = 0; k < riskSets.count(); k++) {
            add(riskSets, k, logHazardRatio);
        }
    }

    private void add(RiskSets riskSets, int k, double logHazardRatio) {
        double n1 = riskSets.atRiskExperimental[k];
        double n0 = riskSets.atRiskControl[k];
        double d1 = riskSets.eventsExperimental[k];
        double d = d1 + riskSets.eventsControl[k];
        int least = least(riskSets, k);
        int most = most(riskSets, k);
        double[] log = new double[most - least + 1];
        log[0] = logChoose(n1, least) + logChoose(n0, d - least) + logHazardRatio * least;
        double largest = log[0];
        for (int j = least; j < most; j++) {
            double ratio = (n1 - j) / (j + 1) * ((d - j) / (n0 - d + j + 1));
            log[j - least + 1] = log[j - least] + StrictMath.log(ratio) + logHazardRatio;
            largest = Math.max(largest, log[j - least + 1]);
        }
        double sum = 0;
        double first = 0;
        for (int j = least; j <= most; j++) {
            double weight = StrictMath.exp(log[j - least] - largest);
            sum += weight;
            first += weight * j;
        }
        double mean = first / sum;
        double variance = 0;
        for (int j = least; j <= most; j++) {
            variance += StrictMath.exp(log[j - least] - largest) / sum * (j - mean) * (j - mean);
        }
        logLikelihood += d1 * logHazardRatio - largest - StrictMath.log(sum);
        score += d1 - mean;
        information += variance;
    }

    private static int least(RiskSets riskSets, int k) {
        double events = riskSets.eventsControl[k] + riskSets.eventsExperimental[k];
        return (int) Math.max(0, events - riskSets.atRiskControl[k]);
    }

    private static int most(RiskSets riskSets, int k) {
        double events = riskSets.eventsControl[k] + riskSets.eventsExperimental[k];
        return (int) Math.min(events, riskSets.atRiskExperimental[k]);
    }

    private static double logChoose(double n, double k) {
        double sum = 0;
        for (int i = 0; i < k; i++) {
            sum += StrictMath.log((n - i) / (i + 1));
        }
        return sum;
    }

    /** Limit of the log likelihood for ever fewer, or ever more, of the events in the experimental arm. */
    static double limit(RiskSets riskSets, boolean more) {
        double sum = 0;
        for (int k = 0; k < riskSets.count(); k++) {
            double d1 = riskSets.eventsExperimental[k];
            double extreme = more ? most(riskSets, k) : least(riskSets, k);
            if (d1 != extreme) {
                return Double.NEGATIVE_INFINITY;
            }
            sum -= logChoose(riskSets.atRiskExperimental[k], d1)
                    + logChoose(riskSets.atRiskControl[k], riskSets.eventsControl[k]);
        }
        return sum;
    }

    /** Whether more events, or fewer, could have happened in the experimental arm at some time. */
    static boolean couldDiffer(RiskSets riskSets, boolean more) {
        for (int k = 0; k < riskSets.count(); k++) {
            double d1 = riskSets.eventsExperimental[k];
            if (more ? d1 < most(riskSets, k) : d1 > least(riskSets, k)) {
                return true;
            }
        }
        return false;
    }

    double logLikelihood() {
        return logLikelihood;
    }

    double score() {
        return score;
    }

    double information() {
        return information;
    }
}
