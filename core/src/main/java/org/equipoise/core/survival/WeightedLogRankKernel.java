package org.equipoise.core.survival;

import java.util.Arrays;

/**
 * Weighted log-rank scores over risk sets, and their covariances, without allocation (Fleming and Harrington 1991,
 * section 7.2; Karrison 2016, Stata Journal 16:678 for the covariances).
 *
 * <p>With weight w at an event time, and p and the variance v of the number of events there as in
 * {@link LogRankKernel}, score i is Σ wᵢ (d p − d₁), and the covariance of scores i and j under the null hypothesis is
 * Σ wᵢ wⱼ v. All weights are carried through the data in one pass.
 *
 * <p>Holds the result of the risk sets added since {@link #clear}; reusable, not safe for threads.
 */
public final class WeightedLogRankKernel {
    private final Weights[] weights;
    private final double hazardRatioH0;
    private final boolean dependOnTime;
    private final int[] none;
    private final PooledCurve curve = new PooledCurve();
    private final double[] landmarkSurvival;
    private final double[] now;
    private final double[] observedControl;
    private final double[] observedExperimental;
    private final double[] expectedControl;
    private final double[] expectedExperimental;
    private final double[][] covariance;

    /**
     * A kernel for one or more kinds of weights.
     *
     * @param hazardRatioH0 hazard ratio, experimental over control, under the null hypothesis; &gt; 0 and finite; 1 for
     *     equal hazards
     * @param weights at least one
     */
    public WeightedLogRankKernel(double hazardRatioH0, Weights... weights) {
        if (!(hazardRatioH0 > 0 && hazardRatioH0 < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("hazardRatioH0 must be positive and finite, was " + hazardRatioH0);
        }
        if (weights.length == 0) {
            throw new IllegalArgumentException("weights must not be empty: a weighted test needs at least one kind");
        }
        int count = weights.length;
        this.hazardRatioH0 = hazardRatioH0;
        this.weights = weights.clone();
        dependOnTime = Arrays.stream(weights).anyMatch(Weights::dependOnTime);
        none = new int[count];
        landmarkSurvival = new double[count];
        now = new double[count];
        observedControl = new double[count];
        observedExperimental = new double[count];
        expectedControl = new double[count];
        expectedExperimental = new double[count];
        covariance = new double[count][count];
    }

    /** Number of kinds of weights. */
    public int size() {
        return weights.length;
    }

    /** Forgets all that was added. */
    public WeightedLogRankKernel clear() {
        Arrays.fill(observedControl, 0);
        Arrays.fill(observedExperimental, 0);
        Arrays.fill(expectedControl, 0);
        Arrays.fill(expectedExperimental, 0);
        for (double[] row : covariance) {
            Arrays.fill(row, 0);
        }
        return this;
    }

    /**
     * Adds the risk sets of one stratum, for weights that do not depend on time.
     *
     * @param riskSets latest event time first, with the columns of events filled; not modified
     * @return this
     * @throws IllegalArgumentException when a weight depends on time
     */
    public WeightedLogRankKernel add(RiskSets riskSets) {
        if (dependOnTime) {
            throw new IllegalArgumentException(
                    "weights " + Arrays.toString(weights) + " depend on time: say how many event times are early");
        }
        return add(riskSets, none);
    }

    /**
     * Adds the risk sets of one stratum.
     *
     * @param riskSets latest event time first, with the columns of events filled; not modified
     * @param early for each kind of weights the number of entries whose event time {@link Weights#isEarly}, which are
     *     the last ones; 0 where weights do not depend on time; not modified
     * @return this
     */
    public WeightedLogRankKernel add(RiskSets riskSets, int[] early) {
        int count = riskSets.count();
        curve.restart();
        Arrays.fill(landmarkSurvival, 1);
        for (int k = count - 1; k >= 0; k--) {
            double eventsControl = riskSets.eventsControl[k];
            double eventsExperimental = riskSets.eventsExperimental[k];
            double events = eventsControl + eventsExperimental;
            double atRisk = riskSets.atRiskControl[k] + riskSets.atRiskExperimental[k];
            double weighted = hazardRatioH0 * riskSets.atRiskExperimental[k];
            double p = weighted / (weighted + riskSets.atRiskControl[k]);
            double variance = p * (1 - p);
            if (events != 1) {
                variance *= events * ((atRisk - events) / (atRisk - 1));
            }
            curve.advance(atRisk, events);
            for (int i = 0; i < weights.length; i++) {
                // The first event time that is late still finds the landmark's survival in the value before it.
                int firstEarly = count - early[i];
                if (k + 1 >= firstEarly) {
                    landmarkSurvival[i] = curve.survivalBefore();
                }
                curve.setLandmark(k >= firstEarly, landmarkSurvival[i]);
                now[i] = weights[i].at(curve);
            }
            gather(eventsControl, eventsExperimental, events * p, variance);
        }
        return this;
    }

    private void gather(double eventsControl, double eventsExperimental, double expected, double variance) {
        double expectedInControl = eventsControl + eventsExperimental - expected;
        for (int i = 0; i < now.length; i++) {
            double w = now[i];
            observedControl[i] += w * eventsControl;
            observedExperimental[i] += w * eventsExperimental;
            expectedControl[i] += w * expectedInControl;
            expectedExperimental[i] += w * expected;
            for (int j = 0; j <= i; j++) {
                covariance[i][j] += w * now[j] * variance;
            }
        }
    }

    /** Weighted events seen in the control arm. */
    public double observedControl(int i) {
        return observedControl[i];
    }

    /** Weighted events seen in the experimental arm. */
    public double observedExperimental(int i) {
        return observedExperimental[i];
    }

    /** Weighted events expected in the control arm under the null hypothesis. */
    public double expectedControl(int i) {
        return expectedControl[i];
    }

    /** Weighted events expected in the experimental arm under the null hypothesis. */
    public double expectedExperimental(int i) {
        return expectedExperimental[i];
    }

    /** Expected minus observed weighted events in the experimental arm: &gt; 0 favours it. */
    public double score(int i) {
        return expectedExperimental[i] - observedExperimental[i];
    }

    /** Variance of score {@code i} under the null hypothesis; 0 when no event of weight tells the arms apart. */
    public double variance(int i) {
        return covariance[i][i];
    }

    /** Covariance of scores {@code i} and {@code j} under the null hypothesis. */
    public double covariance(int i, int j) {
        return i >= j ? covariance[i][j] : covariance[j][i];
    }

    /** Correlation of scores {@code i} and {@code j}, in [0, 1]; 0 when a variance is 0, 1 for i = j. */
    public double correlation(int i, int j) {
        if (i == j) {
            return 1;
        }
        double product = variance(i) * variance(j);
        return product > 0 ? Math.min(1, covariance(i, j) / Math.sqrt(product)) : 0;
    }

    /** Standardised score {@code i}, &gt; 0 in favour of the experimental arm; 0 when its variance is 0. */
    public double z(int i) {
        double variance = variance(i);
        return variance > 0 ? score(i) / Math.sqrt(variance) : 0;
    }
}
