package org.equipoise.core.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Cox models against a second implementation: the score straight from its definition, its root by bisection. The root
 * of a score that is known to rounding (1e-14 times its terms) is known to about 1e-14 over the information, which here
 * may be as small as 0.1; 1e-11 leaves room for that.
 */
class CoxDoubleProgrammingTest {
    @ParameterizedTest
    @MethodSource("seeds")
    void agreesWithBisectionOfTheScore(long seed) {
        RandomPatients p = new RandomPatients(seed);
        for (Ties ties : Ties.values()) {
            CoxModel model = CoxModel.of(p.data(), ties);
            if (model.status() != FitStatus.CONVERGED) {
                assertThat(Math.abs(bisect(p, ties)))
                        .as("seed %d: %s", seed, model)
                        .isGreaterThan(25);
                continue;
            }
            double root = bisect(p, ties);
            double h = 1e-4;
            double information = (score(p, ties, root - h) - score(p, ties, root + h)) / (2 * h);
            assertThat(model.logHazardRatio()).as("seed %d", seed).isCloseTo(root, within(1e-11));
            // A central difference: 1e-8 from its truncation.
            assertThat(1 / (model.standardError() * model.standardError()))
                    .as("seed %d", seed)
                    .isCloseTo(information, within(1e-7));
        }
    }

    private static double bisect(RandomPatients p, Ties ties) {
        double low = -30;
        double high = 30;
        while (Math.nextUp(low) < high && high - low > 1e-15) {
            double middle = 0.5 * (low + high);
            if (score(p, ties, middle) > 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return 0.5 * (low + high);
    }

    private static double score(RandomPatients p, Ties ties, double beta) {
        double score = 0;
        for (double t : Arrays.stream(p.time).distinct().toArray()) {
            double riskTheta = 0;
            double riskThetaX = 0;
            double failTheta = 0;
            double failThetaX = 0;
            int d = 0;
            if (ties == Ties.EXACT) {
                score += exactScore(p, t, beta);
                continue;
            }
            for (int i = 0; i < p.time.length; i++) {
                double x = p.experimental[i] ? 1 : 0;
                double theta = Math.exp(beta * x);
                if (p.time[i] >= t) {
                    riskTheta += theta;
                    riskThetaX += theta * x;
                }
                if (p.time[i] == t && p.event[i]) {
                    failTheta += theta;
                    failThetaX += theta * x;
                    score += x;
                    d++;
                }
            }
            for (int l = 0; l < d; l++) {
                double share = ties == Ties.EFRON ? (double) l / d : 0;
                score -= (riskThetaX - share * failThetaX) / (riskTheta - share * failTheta);
            }
        }
        return score;
    }

    /**
     * One event time's share of the exact score, by the recursion over patients for the sum over all sets of d patients
     * and its derivative (Gail, Lubin and Rubinstein 1981, Biometrika 68:703).
     */
    private static double exactScore(RandomPatients p, double t, double beta) {
        int d = 0;
        double score = 0;
        for (int i = 0; i < p.time.length; i++) {
            boolean fails = p.time[i] == t && p.event[i];
            d += fails ? 1 : 0;
            score += fails && p.experimental[i] ? 1 : 0;
        }
        double[] sum = new double[d + 1];
        double[] slope = new double[d + 1];
        sum[0] = 1;
        // Dividing all hazards by their geometric mean leaves the score as it is, and the sums within range.
        for (int i = 0; i < p.time.length; i++) {
            if (p.time[i] >= t) {
                double x = p.experimental[i] ? 1 : 0;
                double theta = Math.exp(beta * (x - 0.5));
                for (int k = d; k > 0; k--) {
                    slope[k] += theta * (slope[k - 1] + x * sum[k - 1]);
                    sum[k] += theta * sum[k - 1];
                }
            }
        }
        return score - slope[d] / sum[d];
    }

    static LongStream seeds() {
        return RandomPatients.seeds();
    }
}
