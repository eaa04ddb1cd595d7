package org.equipoise.core.survival;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.equipoise.core.numerics.MultivariateNormal;

/**
 * The largest of several weighted log-rank statistics, with the p-value that its being the largest calls for (Lee 2007,
 * Statistics in Medicine 26:1830; Karrison 2016, Stata Journal 16:678).
 *
 * <p>Under the null hypothesis the statistics are jointly normal with mean 0, variance 1 and the correlation of their
 * scores, Σ wᵢ wⱼ v / √(Σ wᵢ² v Σ wⱼ² v); p-values are probabilities of that distribution by
 * {@link MultivariateNormal}, so that the same data always give the same p-value.
 *
 * <p>Weights whose variance is 0 tell nothing about the arms and are left out of the maximum; when all are, z is 0, the
 * one-sided p-value ½ and the two-sided one 1. Immutable.
 */
public final class MaxComboTest {
    /** Fleming and Harrington's weights (0, 0), (0, 1), (1, 0) and (1, 1). */
    public static final List<Weights> FOUR_WEIGHTS = List.of(
            new Weights.FlemingHarrington(0, 0),
            new Weights.FlemingHarrington(0, 1),
            new Weights.FlemingHarrington(1, 0),
            new Weights.FlemingHarrington(1, 1));

    private final List<WeightedLogRankTest> components;
    private final double[][] correlation;
    /** Correlation of those components whose variance is positive. */
    private final double[][] informative;

    private MaxComboTest(WeightedLogRankKernel kernel, List<Weights> weights) {
        List<WeightedLogRankTest> tests = new ArrayList<>();
        correlation = new double[kernel.size()][kernel.size()];
        for (int i = 0; i < kernel.size(); i++) {
            tests.add(WeightedLogRankTest.of(kernel, weights.get(i), 1, i));
            for (int j = 0; j < kernel.size(); j++) {
                correlation[i][j] = kernel.correlation(i, j);
            }
        }
        components = List.copyOf(tests);
        informative = informative();
    }

    private double[][] informative() {
        int[] which = IntStream.range(0, components.size())
                .filter(i -> components.get(i).variance() > 0)
                .toArray();
        return Arrays.stream(which)
                .mapToObj(i ->
                        Arrays.stream(which).mapToDouble(j -> correlation[i][j]).toArray())
                .toArray(double[][]::new);
    }

    /** Tests equal hazards with {@link #FOUR_WEIGHTS}. */
    public static MaxComboTest of(SurvivalData data) {
        return of(data, FOUR_WEIGHTS);
    }

    /**
     * Tests equal hazards, stratified when the data are.
     *
     * @param weights from 1 to {@link MultivariateNormal#MOST_VARIABLES} kinds
     */
    public static MaxComboTest of(SurvivalData data, List<Weights> weights) {
        if (weights.isEmpty() || weights.size() > MultivariateNormal.MOST_VARIABLES) {
            throw new IllegalArgumentException("weights must be from 1 to " + MultivariateNormal.MOST_VARIABLES
                    + " kinds, were " + weights.size());
        }
        return new MaxComboTest(WeightedLogRankTest.evaluate(data, 1, weights), weights);
    }

    /** The weighted tests, in the order of the weights. */
    public List<WeightedLogRankTest> components() {
        return components;
    }

    /** Correlation of components {@code i} and {@code j} under the null hypothesis; 0 when a variance is 0. */
    public double correlation(int i, int j) {
        return correlation[i][j];
    }

    /** The largest z of a component, &gt; 0 in favour of the experimental arm. */
    public double z() {
        return components.stream()
                .filter(test -> test.variance() > 0)
                .mapToDouble(WeightedLogRankTest::z)
                .max()
                .orElse(0);
    }

    /** The largest size of z of a component, whatever arm it favours. */
    public double largestSize() {
        return components.stream().mapToDouble(test -> Math.abs(test.z())).max().orElse(0);
    }

    /** One-sided p-value against benefit of the experimental arm: P(max Zᵢ &gt; {@link #z}). */
    public double pOneSided() {
        int n = informative.length;
        return n == 0
                ? 0.5
                : MultivariateNormal.outside(filled(n, Double.NEGATIVE_INFINITY), filled(n, z()), informative);
    }

    /** Two-sided p-value: P(max |Zᵢ| &gt; {@link #largestSize}). */
    public double pTwoSided() {
        int n = informative.length;
        double size = largestSize();
        return n == 0 ? 1 : MultivariateNormal.outside(filled(n, -size), filled(n, size), informative);
    }

    /**
     * What {@link #z} must exceed for a one-sided rejection.
     *
     * @param alpha one-sided, in (0, 0.5)
     * @throws IllegalStateException when no component has a positive variance
     */
    public double criticalValue(double alpha) {
        checkInformative();
        return MultivariateNormal.equalUpperBound(alpha, informative);
    }

    /**
     * What {@link #largestSize} must exceed for a two-sided rejection.
     *
     * @param alpha two-sided, in (0, 1)
     * @throws IllegalStateException when no component has a positive variance
     */
    public double twoSidedCriticalValue(double alpha) {
        checkInformative();
        return MultivariateNormal.equalTwoSidedBound(alpha, informative);
    }

    private void checkInformative() {
        if (informative.length == 0) {
            throw new IllegalStateException("there is no critical value: no event tells the arms apart");
        }
    }

    private static double[] filled(int length, double value) {
        double[] values = new double[length];
        Arrays.fill(values, value);
        return values;
    }
}
