package org.equipoise.core.survival;

import java.util.List;
import org.equipoise.core.numerics.GaussLegendre;
import org.equipoise.core.numerics.LargestNormal;

/**
 * The largest of several weighted log-rank statistics as a normal score, without allocation: Φ⁻¹(1 − p), p being the
 * one-sided p-value of {@link MaxComboTest}. Under the null hypothesis it is standard normal, whatever the correlation
 * of the statistics, which is the one that the data show. Not safe for threads.
 */
public final class MaxComboKernel {
    /** Survival down to which the references' events happen: from nearly all to the first ones. */
    private static final double[] ENDS = {0.02, 0.25, 0.45, 0.6, 0.7, 0.8, 0.87, 0.92};

    private static final GaussLegendre RULE = GaussLegendre.ofNodes(24);

    private final int size;
    private final LargestNormal largest;
    private final double[][] covariance;

    /**
     * For Fleming and Harrington's weights.
     *
     * @param weights from 1 to {@link LargestNormal#MOST_VARIABLES} kinds
     */
    public MaxComboKernel(List<Weights.FlemingHarrington> weights) {
        size = weights.size();
        double[][][] references = new double[ENDS.length][][];
        for (int r = 0; r < references.length; r++) {
            references[r] = reference(weights, ENDS[r]);
        }
        largest = new LargestNormal(references);
        covariance = new double[size][size];
    }

    /** Covariances where nobody is lost and the arms stay in proportion: of the weights over the events. */
    private static double[][] reference(List<Weights.FlemingHarrington> weights, double end) {
        int size = weights.size();
        double[][] reference = new double[size][size];
        for (int k = 0; k < RULE.nodes(); k++) {
            double survival = end + (1 - end) * 0.5 * (1 + RULE.point(k));
            for (int i = 0; i < size; i++) {
                for (int j = 0; j < size; j++) {
                    reference[i][j] += RULE.weight(k)
                            * weights.get(i).at(survival)
                            * weights.get(j).at(survival);
                }
            }
        }
        return reference;
    }

    /**
     * The normal score of the largest Z, above 0 in favour of the experimental arm. Weights with variance 0 are left
     * out; 0 when all are.
     *
     * @param scores by the same weights, in the same order
     */
    public double score(WeightedLogRankKernel scores) {
        int count = 0;
        double z = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < size; i++) {
            if (scores.variance(i) > 0) {
                z = Math.max(z, scores.z(i));
                int column = 0;
                for (int j = 0; j <= i; j++) {
                    if (scores.variance(j) > 0) {
                        covariance[count][column] = scores.covariance(i, j);
                        covariance[column][count] = scores.covariance(i, j);
                        column++;
                    }
                }
                count++;
            }
        }
        return count == 0 ? 0 : largest.score(z, covariance, count);
    }
}
