package org.equipoise.core.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Log-rank tests against a second implementation that counts each risk set anew. Agreement to 1e-11: sums of at most
 * 130 terms.
 */
class LogRankDoubleProgrammingTest {
    @ParameterizedTest
    @MethodSource("seeds")
    void agreesWithAPlainCount(long seed) {
        RandomPatients p = new RandomPatients(seed);
        for (double hazardRatioH0 : new double[] {1, 0.7, 1.3}) {
            double[] plain = scoreAndVariance(p, hazardRatioH0);
            LogRankTest test = LogRankTest.of(p.data(), hazardRatioH0);
            assertThat(test.statistic()).as("seed %d", seed).isCloseTo(plain[0], within(1e-11));
            assertThat(test.variance()).as("seed %d", seed).isCloseTo(plain[1], within(1e-11));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void stratifiedTestSumsOverStrata(long seed) {
        RandomPatients p = new RandomPatients(seed);
        double score = 0;
        double variance = 0;
        for (int s = 0; s < 3; s++) {
            double[] plain = scoreAndVariance(p, 1, s);
            score += plain[0];
            variance += plain[1];
        }
        LogRankTest test = LogRankTest.of(SurvivalData.of(p.time, p.event, p.experimental, p.stratum));
        assertThat(test.statistic()).as("seed %d", seed).isCloseTo(score, within(1e-11));
        assertThat(test.variance()).as("seed %d", seed).isCloseTo(variance, within(1e-11));
    }

    private static double[] scoreAndVariance(RandomPatients p, double hazardRatioH0) {
        return scoreAndVariance(p, hazardRatioH0, -1);
    }

    /**
     * Expected minus observed in the experimental arm, and variance, from the definition; a negative stratum is
     * everybody.
     */
    private static double[] scoreAndVariance(RandomPatients p, double hazardRatioH0, int stratum) {
        double score = 0;
        double variance = 0;
        for (double t : Arrays.stream(p.time).distinct().toArray()) {
            int n1 = 0;
            int n0 = 0;
            int d1 = 0;
            int d0 = 0;
            for (int i = 0; i < p.time.length; i++) {
                boolean counts = (stratum < 0 || p.stratum[i] == stratum) && p.time[i] >= t;
                boolean fails = counts && p.event[i] && p.time[i] == t;
                n1 += counts && p.experimental[i] ? 1 : 0;
                n0 += counts && !p.experimental[i] ? 1 : 0;
                d1 += fails && p.experimental[i] ? 1 : 0;
                d0 += fails && !p.experimental[i] ? 1 : 0;
            }
            double n = n1 + n0;
            double d = d1 + d0;
            if (d == 0) {
                continue;
            }
            double share = n1 * hazardRatioH0 / (n1 * hazardRatioH0 + n0);
            score += d * share - d1;
            if (n > 1) {
                variance += hazardRatioH0 == 1
                        ? n1 * n0 * d * (n - d) / (n * n * (n - 1))
                        : d * share * (1 - share) * (n - d) / (n - 1);
            }
        }
        return new double[] {score, variance};
    }

    static LongStream seeds() {
        return RandomPatients.seeds();
    }
}
