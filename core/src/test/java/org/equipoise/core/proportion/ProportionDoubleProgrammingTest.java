package org.equipoise.core.proportion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.LongStream;
import org.equipoise.core.numerics.Limits;
import org.equipoise.core.numerics.StandardNormal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Score and exact tests against likelihoods maximised by halving, and sums over tables. */
class ProportionDoubleProgrammingTest {
    private static TwoProportions random(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int n0 = 2 + random.nextInt(60);
        int n1 = 2 + random.nextInt(60);
        return new TwoProportions(random.nextInt(n0 + 1), n0, random.nextInt(n1 + 1), n1);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void constrainedEstimatesMaximiseTheLikelihood(long seed) {
        TwoProportions data = random(seed);
        for (double delta : new double[] {-0.7, -0.1, 0, 0.3}) {
            double p0 = maximum(data, p -> p + delta, Math.max(0, -delta), Math.min(1, 1 - delta));
            // A likelihood is flat at its top: half the digits.
            assertThat(Constrained.byDifference(data, delta))
                    .as("seed %d, %s", seed, data)
                    .isCloseTo(p0, within(1e-6));
        }
        for (double ratio : new double[] {0.2, 1, 1.7}) {
            double byRatio = maximum(data, p -> p * ratio, 0, Math.min(1, 1 / ratio));
            assertThat(Constrained.byRatio(data, ratio))
                    .as("seed %d, %s", seed, data)
                    .isCloseTo(byRatio, within(1e-6));
            double byOdds = maximum(data, p -> ratio * p / (1 - p + ratio * p), 0, 1);
            assertThat(Constrained.byOddsRatio(data, ratio))
                    .as("seed %d, %s", seed, data)
                    .isCloseTo(byOdds, within(1e-6));
        }
    }

    /** By golden sections: the log likelihood has one top. */
    private static double maximum(TwoProportions data, DoubleUnaryOperator p1, double from, double to) {
        double low = from;
        double high = to;
        double golden = (Math.sqrt(5) - 1) / 2;
        while (high - low > 1e-9) {
            double left = high - golden * (high - low);
            double right = low + golden * (high - low);
            if (logLikelihood(data, left, p1.applyAsDouble(left))
                    < logLikelihood(data, right, p1.applyAsDouble(right))) {
                low = left;
            } else {
                high = right;
            }
        }
        return 0.5 * (low + high);
    }

    private static double logLikelihood(TwoProportions data, double p0, double p1) {
        return term(data.successesControl(), p0)
                + term(data.patientsControl() - data.successesControl(), 1 - p0)
                + term(data.successesExperimental(), p1)
                + term(data.patientsExperimental() - data.successesExperimental(), 1 - p1);
    }

    private static double term(int count, double p) {
        return count == 0 ? 0 : count * Math.log(p);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void testsOfTheLimitsAreJustRejected(long seed) {
        TwoProportions data = random(seed);
        double z = StandardNormal.upperQuantile(0.025);
        for (EffectMeasure measure : EffectMeasure.values()) {
            for (boolean corrected : new boolean[] {false, true}) {
                Limits limits = new ScoreTest(data, measure, measure.none(), corrected).limits(0.95);
                double end = measure == EffectMeasure.DIFFERENCE ? -1 : 0;
                if (limits.lower() > end) {
                    assertThat(new ScoreTest(data, measure, limits.lower(), corrected).z())
                            .as("seed %d, %s, %s", seed, data, measure)
                            .isCloseTo(z, within(1e-6));
                }
                boolean bounded = measure == EffectMeasure.DIFFERENCE
                        ? limits.upper() < 1
                        : limits.upper() < Double.POSITIVE_INFINITY;
                if (bounded) {
                    assertThat(new ScoreTest(data, measure, limits.upper(), corrected).z())
                            .as("seed %d, %s, %s", seed, data, measure)
                            .isCloseTo(-z, within(1e-6));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void scoreTestsOfNoEffectAreOneAndTheChiSquareTest(long seed) {
        TwoProportions data = random(seed);
        double z = WaldTest.pooled(data).z();
        double n = data.patients();
        for (EffectMeasure measure : EffectMeasure.values()) {
            assertThat(ScoreTest.farringtonManning(data, measure, measure.none())
                            .z())
                    .as("seed %d, %s, %s", seed, data, measure)
                    .isCloseTo(z, within(1e-7));
            assertThat(ScoreTest.miettinenNurminen(data, measure, measure.none())
                            .z())
                    .as("seed %d, %s, %s", seed, data, measure)
                    .isCloseTo(z * Math.sqrt((n - 1) / n), within(1e-7));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void exchangingTheArmsMirrorsEverything(long seed) {
        TwoProportions data = random(seed);
        ScoreTest test = ScoreTest.miettinenNurminen(data, EffectMeasure.DIFFERENCE, 0.15);
        ScoreTest back = ScoreTest.miettinenNurminen(data.swapped(), EffectMeasure.DIFFERENCE, -0.15);
        assertThat(back.z()).as("seed %d, %s", seed, data).isCloseTo(-test.z(), within(1e-7));
        assertThat(back.limits(0.9).lower())
                .as("seed %d, %s", seed, data)
                .isCloseTo(-test.limits(0.9).upper(), within(1e-7));
        FisherExactTest fisher = FisherExactTest.of(data);
        FisherExactTest other = FisherExactTest.of(data.swapped());
        assertThat(other.pTwoSided()).as("seed %d, %s", seed, data).isCloseTo(fisher.pTwoSided(), within(1e-12));
        Limits limits = fisher.limits(0.95);
        assertThat(1 / other.limits(0.95).upper())
                .as("seed %d, %s", seed, data)
                .isCloseTo(limits.lower(), within(1e-9));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void fisherSumsHypergeometricProbabilities(long seed) {
        TwoProportions data = random(seed);
        double above = 0;
        double extreme = 0;
        double seen = probability(data, data.successesExperimental());
        for (int x = 0; x <= data.patientsExperimental(); x++) {
            double p = probability(data, x);
            above += x >= data.successesExperimental() ? p : 0;
            extreme += p <= seen * (1 + 1e-7) ? p : 0;
        }
        assertThat(FisherExactTest.of(data).pOneSided())
                .as("seed %d, %s", seed, data)
                .isCloseTo(above, within(1e-11));
        assertThat(FisherExactTest.of(data).pTwoSided())
                .as("seed %d, %s", seed, data)
                .isCloseTo(extreme, within(1e-11));
    }

    private static double probability(TwoProportions data, int x) {
        return choose(data.patientsExperimental(), x)
                * choose(data.patientsControl(), data.successes() - x)
                / choose(data.patients(), data.successes());
    }

    private static double choose(int n, int k) {
        if (k < 0 || k > n) {
            return 0;
        }
        double product = 1;
        for (int i = 1; i <= k; i++) {
            product *= (n - k + i) / (double) i;
        }
        return product;
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 200);
    }
}
