package org.equipoise.core.planning.logrank;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.equipoise.core.numerics.StandardNormal;
import org.jspecify.annotations.Nullable;

/** Joint distribution of Z over the looks of one trial: what group-sequential power is computed from. */
public final class JointMoments {
    private final List<TestMoments> looks;
    private final double[][] covariance;
    /** Of critical values at the only look, where three cumulants do not tell the distribution of Z; else null. */
    private final @Nullable DoubleUnaryOperator scale;

    private JointMoments(List<TestMoments> looks, double[][] covariance, @Nullable DoubleUnaryOperator scale) {
        this.looks = List.copyOf(looks);
        this.covariance = covariance;
        this.scale = scale;
    }

    /**
     * @param looks Z at each
     * @param covariance of Z at two of them, symmetric; not copied
     */
    public JointMoments(List<TestMoments> looks, double[][] covariance) {
        this(looks, covariance, null);
    }

    /**
     * Z at one look, by its distribution.
     *
     * @param moments about as they are; its critical values are not asked
     * @param scale takes a critical value to a scale on which Z is standard normal
     */
    static JointMoments atOneLook(TestMoments moments, DoubleUnaryOperator scale) {
        double deviation = moments.standardDeviation();
        return new JointMoments(List.of(moments), new double[][] {{deviation * deviation}}, scale);
    }

    /** Number of looks. */
    public int size() {
        return looks.size();
    }

    /** Z at each look, in order. */
    public List<TestMoments> looks() {
        return looks;
    }

    /** Probability of Z ≥ {@code criticalValue} at look {@code k}, as {@link TestMoments#power} says. */
    public double power(int k, double criticalValue) {
        return scale == null
                ? looks.get(k).power(criticalValue)
                : StandardNormal.upperTail(scale.applyAsDouble(criticalValue));
    }

    /** {@code criticalValue} at look {@code k} on a scale on which Z is standard normal. */
    public double standardised(int k, double criticalValue) {
        return scale == null ? looks.get(k).standardised(criticalValue) : scale.applyAsDouble(criticalValue);
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
