package org.equipoise.core.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Weighted log-rank tests against weights and sums written straight from their definitions, patient by patient. */
class WeightedLogRankDoubleProgrammingTest {
    private static final List<Weights> ALL = List.of(
            new Weights.LogRank(),
            new Weights.FlemingHarrington(0, 1),
            new Weights.FlemingHarrington(1, 0.5),
            new Weights.FlemingHarrington(2, 0.3),
            new Weights.GehanBreslow(),
            new Weights.TaroneWare(),
            new Weights.PetoPeto(),
            new Weights.ModifiedPetoPeto(),
            new Weights.ModestlyWeighted(3),
            new Weights.ModestlyWeighted(Double.POSITIVE_INFINITY, 0.5),
            new Weights.ModestlyWeighted(6, 0.7),
            new Weights.EarlyZero(3));

    @ParameterizedTest
    @MethodSource("seeds")
    void agreesWithAPlainCount(long seed) {
        RandomPatients p = new RandomPatients(seed);
        for (Weights weights : ALL) {
            for (double hazardRatioH0 : new double[] {1, 1.3}) {
                double[] plain = scoreAndVariance(p, weights, hazardRatioH0, -1);
                assertAgrees(WeightedLogRankTest.of(p.data(), weights, hazardRatioH0), plain, seed);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void strataHaveTheirOwnWeights(long seed) {
        RandomPatients p = new RandomPatients(seed);
        SurvivalData data = SurvivalData.of(p.time, p.event, p.experimental, p.stratum);
        for (Weights weights : ALL) {
            double[] sum = new double[2];
            for (int s = 0; s < 3; s++) {
                double[] plain = scoreAndVariance(p, weights, 1, s);
                sum[0] += plain[0];
                sum[1] += plain[1];
            }
            assertAgrees(WeightedLogRankTest.of(data, weights), sum, seed);
        }
    }

    private static void assertAgrees(WeightedLogRankTest test, double[] plain, long seed) {
        double size = 1 + test.expectedExperimental() + test.observedExperimental();
        assertThat(test.statistic()).as("seed %d, %s", seed, test.weights()).isCloseTo(plain[0], within(1e-12 * size));
        assertThat(test.variance())
                .as("seed %d, %s", seed, test.weights())
                .isCloseTo(plain[1], within(1e-12 * (1 + plain[1])));
        assertThat(test.observedControl() + test.observedExperimental())
                .as("seed %d, %s", seed, test.weights())
                .isCloseTo(test.expectedControl() + test.expectedExperimental(), within(1e-11 * size));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void withoutWeightsItIsTheLogRankTest(long seed) {
        RandomPatients p = new RandomPatients(seed);
        SurvivalData data = SurvivalData.of(p.time, p.event, p.experimental, p.stratum);
        LogRankTest logRank = LogRankTest.of(data, 0.8);
        for (Weights weights : List.of(
                new Weights.LogRank(),
                new Weights.FlemingHarrington(0, 0),
                new Weights.EarlyZero(0),
                new Weights.ModestlyWeighted(0, 1))) {
            WeightedLogRankTest test = WeightedLogRankTest.of(data, weights, 0.8);
            assertThat(test.z()).as("seed %d, %s", seed, weights).isCloseTo(logRank.z(), within(1e-12));
            assertThat(test.expectedControl())
                    .as("seed %d, %s", seed, weights)
                    .isCloseTo(logRank.expectedControl(), within(1e-11));
            assertThat(test.observedControl()).isEqualTo(logRank.observedControl());
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void severalWeightsInOnePassAreEachAsAlone(long seed) {
        RandomPatients p = new RandomPatients(seed);
        SurvivalData data = SurvivalData.of(p.time, p.event, p.experimental, p.stratum);
        WeightedLogRankKernel kernel = WeightedLogRankTest.evaluate(data, 1, ALL);
        for (int i = 0; i < ALL.size(); i++) {
            assertThat(kernel.z(i))
                    .as("seed %d, %s", seed, ALL.get(i))
                    .isEqualTo(WeightedLogRankTest.of(data, ALL.get(i)).z());
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void covarianceOfFlemingHarringtonWeightsIsAVarianceAtTheMeanExponents(long seed) {
        // Karrison 2016: Cov = Var at ((ρ1 + ρ2) / 2, (γ1 + γ2) / 2).
        SurvivalData data = new RandomPatients(seed).data();
        WeightedLogRankKernel kernel = WeightedLogRankTest.evaluate(
                data, 1, List.of(new Weights.FlemingHarrington(1, 0), new Weights.FlemingHarrington(0.5, 1.5)));
        double mean = WeightedLogRankTest.of(data, new Weights.FlemingHarrington(0.75, 0.75))
                .variance();
        assertThat(kernel.covariance(0, 1)).as("seed %d", seed).isCloseTo(mean, within(1e-12));
        assertThat(kernel.covariance(1, 0)).isEqualTo(kernel.covariance(0, 1));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void swappingTheArmsFlipsTheSignAndTheUnitOfTimeDoesNotMatter(long seed) {
        RandomPatients p = new RandomPatients(seed);
        for (Weights weights : ALL) {
            double z = WeightedLogRankTest.of(p.data(), weights).z();
            assertThat(WeightedLogRankTest.of(p.swapped(), weights).z())
                    .as("seed %d, %s", seed, weights)
                    .isCloseTo(-z, within(1e-11));
            if (!weights.dependOnTime()) {
                assertThat(WeightedLogRankTest.of(p.scaled(1024), weights).z())
                        .as("seed %d, %s", seed, weights)
                        .isEqualTo(z);
            }
        }
    }

    /** Expected minus observed in the experimental arm, and variance; a negative stratum is everybody. */
    private static double[] scoreAndVariance(RandomPatients p, Weights weights, double hazardRatioH0, int stratum) {
        double score = 0;
        double variance = 0;
        for (double t : Arrays.stream(p.time).distinct().toArray()) {
            int n1 = atRisk(p, t, stratum, true);
            int n0 = atRisk(p, t, stratum, false);
            int d1 = events(p, t, stratum, true);
            int d0 = events(p, t, stratum, false);
            double n = n1 + n0;
            double d = d1 + d0;
            if (d > 0) {
                double w = weight(p, weights, t, stratum);
                double share = n1 * hazardRatioH0 / (n1 * hazardRatioH0 + n0);
                score += w * (d * share - d1);
                variance += n > 1 ? w * w * d * share * (1 - share) * (n - d) / (n - 1) : 0;
            }
        }
        return new double[] {score, variance};
    }

    private static double weight(RandomPatients p, Weights weights, double t, int stratum) {
        double before = survival(p, Math.nextDown(t), stratum);
        double n = atRisk(p, t, stratum, true) + atRisk(p, t, stratum, false);
        if (weights instanceof Weights.FlemingHarrington fh) {
            return Math.pow(before, fh.rho()) * Math.pow(1 - before, fh.gamma());
        }
        if (weights instanceof Weights.ModestlyWeighted modest) {
            double floor = Math.max(survival(p, modest.tau(), stratum), modest.leastSurvival());
            return 1 / Math.max(before, floor);
        }
        if (weights instanceof Weights.EarlyZero zero) {
            return t < zero.until() ? 0 : 1;
        }
        if (weights instanceof Weights.GehanBreslow) {
            return n;
        }
        if (weights instanceof Weights.TaroneWare) {
            return Math.sqrt(n);
        }
        if (weights instanceof Weights.PetoPeto) {
            return product(p, t, stratum, 1);
        }
        return weights instanceof Weights.ModifiedPetoPeto ? product(p, t, stratum, 1) * n / (n + 1) : 1;
    }

    private static double survival(RandomPatients p, double t, int stratum) {
        return product(p, t, stratum, 0);
    }

    /** Product of 1 − d / (n + more) over the event times up to t. */
    private static double product(RandomPatients p, double t, int stratum, int more) {
        double product = 1;
        for (double s : Arrays.stream(p.time).distinct().filter(s -> s <= t).toArray()) {
            double n = atRisk(p, s, stratum, true) + atRisk(p, s, stratum, false);
            double d = events(p, s, stratum, true) + events(p, s, stratum, false);
            product *= d > 0 ? 1 - d / (n + more) : 1;
        }
        return product;
    }

    private static int atRisk(RandomPatients p, double t, int stratum, boolean arm) {
        int count = 0;
        for (int i = 0; i < p.time.length; i++) {
            boolean counts = (stratum < 0 || p.stratum[i] == stratum) && p.experimental[i] == arm;
            count += counts && p.time[i] >= t ? 1 : 0;
        }
        return count;
    }

    private static int events(RandomPatients p, double t, int stratum, boolean arm) {
        int count = 0;
        for (int i = 0; i < p.time.length; i++) {
            boolean counts = (stratum < 0 || p.stratum[i] == stratum) && p.experimental[i] == arm;
            count += counts && p.event[i] && p.time[i] == t ? 1 : 0;
        }
        return count;
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 25);
    }
}
