package org.equipoise.core.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.LongStream;
import org.equipoise.core.numerics.Quadrature;
import org.equipoise.core.numerics.StandardNormal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The p-value of the maximum of the four usual weights against an integral over two of them.
 *
 * <p>The weights S and 1 − S add up to 1, so the score of (0, 0) is the sum of those of (0, 1) and (1, 0), and the four
 * have three dimensions. The plain integral uses that: over (0, 1) and (1, 0) where both they and their sum stay below
 * the bound, of the conditional probability of (1, 1).
 */
class MaxComboDoubleProgrammingTest {
    private static final double ACCURACY = 1e-8;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void agreesWithAPlainIntegral(long seed) {
        MaxComboTest test = MaxComboTest.of(new RandomPatients(seed).data());
        assertThat(test.pOneSided()).as("seed %d", seed).isCloseTo(1 - below(test, test.z()), within(ACCURACY));
    }

    @Test
    void agreesWithAPlainIntegralOnPublicData() {
        for (String set : List.of("aml", "ovarian", "veteran", "lung", "colonR")) {
            MaxComboTest test = MaxComboTest.of(ReferenceCases.patients(set).data());
            assertThat(test.pOneSided()).as(set).isCloseTo(1 - below(test, test.z()), within(ACCURACY));
        }
    }

    /** Three kinds without such a relation: the integral over the first two, given each other, of the third. */
    @Test
    void agreesWithAPlainIntegralForThreeKinds() {
        List<Weights> weights = List.of(
                new Weights.FlemingHarrington(0, 0),
                new Weights.FlemingHarrington(0, 0.5),
                new Weights.FlemingHarrington(0.5, 0.5));
        for (String set : List.of("ovarian", "veteran")) {
            MaxComboTest test = MaxComboTest.of(ReferenceCases.patients(set).data(), weights);
            assertThat(test.pOneSided())
                    .as(set)
                    .isCloseTo(1 - integral(test, 0, 1, 2, test.z(), x -> test.z()), within(ACCURACY));
        }
    }

    /** P(all four ≤ c). */
    private static double below(MaxComboTest test, double c) {
        double late = Math.sqrt(test.components().get(1).variance());
        double early = Math.sqrt(test.components().get(2).variance());
        double both = Math.sqrt(test.components().get(0).variance());
        return integral(test, 1, 2, 3, c, x -> Math.min(c, (both * c - late * x) / early));
    }

    /** P(Z of i ≤ c, Z of j ≤ end, Z of k ≤ c), where the end may depend on the first: linearly, but for one corner. */
    private static double integral(MaxComboTest test, int i, int j, int k, double c, DoubleUnaryOperator endOfSecond) {
        double rho = test.correlation(i, j);
        double root = Math.sqrt((1 - rho) * (1 + rho));
        double onFirst = (test.correlation(i, k) - rho * test.correlation(j, k)) / (root * root);
        double onSecond = (test.correlation(j, k) - rho * test.correlation(i, k)) / (root * root);
        double spread = Math.sqrt(1 - onFirst * test.correlation(i, k) - onSecond * test.correlation(j, k));
        return Quadrature.integrate(
                x -> {
                    double end = (endOfSecond.applyAsDouble(x) - rho * x) / root;
                    double inner = Quadrature.integrate(
                            v -> {
                                double mean = onFirst * x + onSecond * (rho * x + root * v);
                                return density(v) * StandardNormal.lowerTail((c - mean) / spread);
                            },
                            new double[] {-9, Math.max(-9, Math.min(-2, end)), Math.max(-9, Math.min(9, end))},
                            1e-11,
                            1e-11);
                    return density(x) * inner;
                },
                new double[] {-9, Math.min(-1.5, c), c},
                1e-9,
                1e-9);
    }

    private static double density(double x) {
        return Math.exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void maximumIsThatOfItsComponentsAndItsPValuesAreConsistent(long seed) {
        SurvivalData data = new RandomPatients(seed).data();
        MaxComboTest test = MaxComboTest.of(data);
        double largest = Collections.max(
                test.components().stream().map(WeightedLogRankTest::z).toList());
        assertThat(test.z()).as("seed %d", seed).isEqualTo(largest);
        double tail = StandardNormal.upperTail(largest);
        assertThat(test.pOneSided()).as("seed %d", seed).isBetween(tail, Math.min(1, 4 * tail));
        double tails = 2 * StandardNormal.upperTail(test.largestSize());
        assertThat(test.pTwoSided()).as("seed %d", seed).isBetween(tails, Math.min(1, 4 * tails));
        assertThat(test.pTwoSided() <= 0.05)
                .as("seed %d", seed)
                .isEqualTo(test.largestSize() >= test.twoSidedCriticalValue(0.05));
    }

    @Test
    void oneKindOfWeightsIsTheWeightedTest() {
        SurvivalData data = ReferenceCases.patients("lung").stratified();
        Weights weights = new Weights.FlemingHarrington(0, 0.5);
        WeightedLogRankTest alone = WeightedLogRankTest.of(data, weights);
        MaxComboTest test = MaxComboTest.of(data, List.of(weights));
        assertThat(test.z()).isEqualTo(alone.z());
        assertThat(test.pOneSided()).isCloseTo(alone.pOneSided(), within(1e-16));
        assertThat(test.pTwoSided()).isCloseTo(alone.pTwoSided(), within(1e-16));
        MaxComboTest twice = MaxComboTest.of(data, List.of(weights, weights));
        assertThat(twice.pOneSided()).isCloseTo(alone.pOneSided(), within(1e-16));
    }

    @Test
    void weightsThatTellNothingAreLeftOut() {
        // One event, at which S(t-) is 1: late weights are 0 there.
        SurvivalData data =
                SurvivalData.of(new double[] {1, 2, 3, 4}, new boolean[] {true, false, false, false}, new boolean[] {
                    false, false, true, true
                });
        MaxComboTest test = MaxComboTest.of(data);
        assertThat(test.components().get(1).variance()).isZero();
        assertThat(test.z()).isEqualTo(1);
        assertThat(test.pOneSided()).isCloseTo(StandardNormal.upperTail(1), within(1e-15));

        SurvivalData nothing = SurvivalData.of(new double[] {1, 2}, new boolean[2], new boolean[] {false, true});
        MaxComboTest none = MaxComboTest.of(nothing);
        assertThat(none.z()).isZero();
        assertThat(none.pOneSided()).isEqualTo(0.5);
        assertThat(none.pTwoSided()).isEqualTo(1);
        assertThatIllegalStateException().isThrownBy(() -> none.criticalValue(0.025));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MaxComboTest.of(data, List.of()))
                .withMessageContaining("from 1 to 6");
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 30);
    }
}
