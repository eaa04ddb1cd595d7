package org.equipoise.core.planning.logrank;

import java.util.List;

/** Joint distribution of Z over the looks of one trial: what group-sequential power is computed from. */
public final class JointMoments {
    private final List<TestMoments> looks;
    private final double[][] covariance;

    /**
     * @param looks Z at each
     * @param covariance of Z at two of them, symmetric; not copied
     */
    public JointMoments(List<TestMoments> looks, double[][] covariance) {
        this.looks = List.copyOf(looks);
        this.covariance = covariance;
    }

    /** Number of looks. */
    public int size() {
        return looks.size();
    }

    /** Z at each look, in order. */
    public List<TestMoments> looks() {
        return looks;
    }

    /** Means of Z: a new array. */
    public double[] means() {
        return looks.stream().mapToDouble(TestMoments::mean).toArray();
    }

    /** Covariance of Z at looks {@code j} and {@code k}, under the alternative. */
    public double covariance(int j, int k) {
        return covariance[j][k];
    }

    /** Correlation of Z at looks {@code j} and {@code k}; near √(information j / information k) for j ≤ k. */
    public double correlation(int j, int k) {
        return covariance[j][k] / Math.sqrt(covariance[j][j] * covariance[k][k]);
    }

    /** Variance of the score under the null hypothesis, at look {@code k} over the last one. */
    public double informationFraction(int k) {
        return looks.get(k).information() / looks.get(size() - 1).information();
    }

    /** Events at look {@code k} over those at the last one. */
    public double eventFraction(int k) {
        return looks.get(k).events() / looks.get(size() - 1).events();
    }
}
