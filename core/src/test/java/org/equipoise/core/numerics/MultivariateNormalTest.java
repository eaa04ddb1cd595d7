package org.equipoise.core.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Normal probabilities by closed forms, by one-factor integrals, and by nested integration. */
class MultivariateNormalTest {
    private static final double INFINITE = Double.POSITIVE_INFINITY;

    private static double below(double[] upper, double[][] correlation) {
        return MultivariateNormal.inside(filled(upper.length, -INFINITE), upper, correlation);
    }

    private static double[] filled(int n, double value) {
        double[] values = new double[n];
        Arrays.fill(values, value);
        return values;
    }

    private static double[][] equal(int n, double rho) {
        double[][] correlation = new double[n][n];
        for (int i = 0; i < n; i++) {
            Arrays.fill(correlation[i], rho);
            correlation[i][i] = 1;
        }
        return correlation;
    }

    /** Dunnett's one-sided critical values for three and four treatments, solved in scipy 1.17.1 to 1e-14. */
    @Test
    void agreesWithTheOneFactorIntegral() {
        assertThat(MultivariateNormal.equalUpperBound(0.025, equal(3, 0.5)))
                .isCloseTo(2.3489761025831983, within(1e-10));
        assertThat(MultivariateNormal.equalUpperBound(0.025, equal(4, 0.5))).isCloseTo(2.44177492054546, within(1e-10));
    }

    @Test
    void orthantsAreKnown() {
        for (double rho : new double[] {-0.49, -0.2, 0, 0.3, 0.9, 0.999999}) {
            double arcs = Math.asin(rho) / Math.PI;
            assertThat(below(new double[2], equal(2, rho))).isCloseTo(0.25 + arcs / 2, within(1e-15));
            assertThat(below(new double[3], equal(3, rho))).isCloseTo(0.125 + 0.75 * arcs, within(1e-11));
        }
        for (int n = 2; n <= 6; n++) {
            assertThat(below(new double[n], equal(n, 0.5))).as("%d", n).isCloseTo(1.0 / (n + 1), within(1e-10));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5})
    void oneCommonFactorGivesOneIntegral(int n) {
        SplittableRandom random = new SplittableRandom(n);
        for (int repeat = 0; repeat < (n < 5 ? 20 : 3); repeat++) {
            double[] loading = random.doubles(n, -0.97, 0.97).toArray();
            double[] lower = random.doubles(n, -4, 0).toArray();
            double[] upper = random.doubles(n, 0.1, 3).toArray();
            double[][] correlation = new double[n][n];
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    correlation[i][j] = i == j ? 1 : loading[i] * loading[j];
                }
            }
            DoubleUnaryOperator given = x -> {
                double product = Math.exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI);
                for (int i = 0; i < n; i++) {
                    double sd = Math.sqrt(1 - loading[i] * loading[i]);
                    product *=
                            StandardNormal.between((lower[i] - loading[i] * x) / sd, (upper[i] - loading[i] * x) / sd);
                }
                return product;
            };
            double plain = Quadrature.integrate(given, new double[] {-9, -3, 0, 3, 9}, 1e-13);
            double ours = MultivariateNormal.inside(lower, upper, correlation);
            assertThat(ours).as("%d variables, repeat %d", n, repeat).isCloseTo(plain, within(1e-10));
            assertThat(MultivariateNormal.outside(lower, upper, correlation)).isCloseTo(1 - plain, within(1e-10));
        }
    }

    /** Sequential conditioning by Cholesky factors, each variable integrated in its turn. */
    @ParameterizedTest
    @ValueSource(ints = {3, 4})
    void agreesWithNestedIntegration(int n) {
        SplittableRandom random = new SplittableRandom(40 + n);
        for (int repeat = 0; repeat < (n == 3 ? 10 : 3); repeat++) {
            double[][] factor = new double[n][n];
            for (int i = 0; i < n; i++) {
                double sum = 0;
                for (int j = 0; j <= i; j++) {
                    factor[i][j] = random.nextDouble(-1, 1) + (i == j ? 1.2 : 0);
                    sum += factor[i][j] * factor[i][j];
                }
                for (int j = 0; j <= i; j++) {
                    factor[i][j] /= Math.sqrt(sum);
                }
            }
            double[][] correlation = new double[n][n];
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    for (int k = 0; k < n; k++) {
                        correlation[i][j] += factor[i][k] * factor[j][k];
                    }
                }
            }
            double[] upper = random.doubles(n, -0.5, 2.5).toArray();
            double plain = nested(factor, upper, new double[n], 0);
            assertThat(below(upper, correlation)).as("repeat %d", repeat).isCloseTo(plain, within(1e-9));
        }
    }

    private static double nested(double[][] factor, double[] upper, double[] y, int i) {
        double mean = 0;
        for (int j = 0; j < i; j++) {
            mean += factor[i][j] * y[j];
        }
        double end = (upper[i] - mean) / factor[i][i];
        if (i == upper.length - 1) {
            return StandardNormal.lowerTail(end);
        }
        double from = -8.5;
        double to = Math.max(from, Math.min(8.5, end));
        return Quadrature.integrate(
                x -> {
                    y[i] = x;
                    return Math.exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI) * nested(factor, upper, y, i + 1);
                },
                new double[] {from, Math.min(to, -1), to},
                1e-10,
                1e-11);
    }

    /** The third variable is the scaled sum of the first two: the integral over the first has a corner. */
    @Test
    void variablesMayBeSumsOfOthers() {
        for (double rho : new double[] {-0.6, 0, 0.5263, 0.95}) {
            double sd = Math.sqrt(2 + 2 * rho);
            double withSum = (1 + rho) / sd;
            double[][] correlation = {{1, rho, withSum}, {rho, 1, withSum}, {withSum, withSum, 1}};
            for (double c : new double[] {0.5, 1.5, 2.3}) {
                double corner = sd * c - c;
                double plain = Quadrature.integrate(
                        x -> Math.exp(-0.5 * x * x)
                                / Math.sqrt(2 * Math.PI)
                                * StandardNormal.lowerTail(
                                        (Math.min(c, sd * c - x) - rho * x) / Math.sqrt(1 - rho * rho)),
                        new double[] {-9, -2, Math.min(corner, c), c},
                        1e-13);
                assertThat(below(new double[] {c, c, c}, correlation))
                        .as("correlation %s, bound %s", rho, c)
                        .isCloseTo(plain, within(1e-10));
            }
        }
    }

    @Test
    void copiesCountOnce() {
        double[][] twins = {{1, 0.4, 1}, {0.4, 1, 0.4}, {1, 0.4, 1}};
        assertThat(below(new double[] {1, 2, 1.5}, twins)).isEqualTo(BivariateNormal.below(1, 2, 0.4));
        double[][] mirrored = {{1, -1}, {-1, 1}};
        assertThat(below(new double[] {1, 1}, mirrored)).isCloseTo(1 - 2 * StandardNormal.upperTail(1), within(1e-16));
        assertThat(below(new double[] {-1, -1}, mirrored)).isZero();
    }

    @Test
    void smallProbabilitiesKeepTheirDigits() {
        // P(max > 8) of two variables is nearly twice the tail; of three copies it is the tail.
        double tail = StandardNormal.upperTail(8);
        double[] lower = filled(3, -INFINITE);
        double[] upper = filled(3, 8);
        assertThat(MultivariateNormal.outside(lower, upper, equal(3, 0)) / tail).isCloseTo(3, within(1e-10));
        assertThat(MultivariateNormal.outside(lower, upper, equal(3, 1)) / tail).isCloseTo(1, within(1e-12));
        double between = MultivariateNormal.outside(lower, upper, equal(3, 0.9)) / tail;
        assertThat(between).isBetween(1.5, 2.9);
    }

    @Test
    void orderOfVariablesDoesNotMatter() {
        double[][] correlation = {
            {1, 0.8279, 0.9370, 0.9038},
            {0.8279, 1, 0.5799, 0.9311},
            {0.9370, 0.5799, 1, 0.7330},
            {0.9038, 0.9311, 0.7330, 1}
        };
        int[] order = {3, 1, 0, 2};
        double[][] other = new double[4][4];
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 4; j++) {
                other[i][j] = correlation[order[i]][order[j]];
            }
        }
        double there = MultivariateNormal.outside(filled(4, -INFINITE), filled(4, 2), correlation);
        double back = MultivariateNormal.outside(filled(4, -INFINITE), filled(4, 2), other);
        assertThat(back).isCloseTo(there, within(1e-10));
    }

    /**
     * As of weights (0, 1e-12), (0.1, 0), (0, 1e-6) and Peto's on eight patients: the first and third are almost one.
     */
    @Test
    void nearCopiesAreNoHarderThanOthers() {
        double[][] correlation = {
            {1.0, 0.8500300252897587, 0.9999999999998993, 0.7628311883446646},
            {0.8500300252897587, 1.0, 0.8500300201813984, 0.983041973658021},
            {0.9999999999998993, 0.8500300201813984, 1.0, 0.7628311301780517},
            {0.7628311883446646, 0.983041973658021, 0.7628311301780517, 1.0}
        };
        double[][] withoutCopy = {
            {1, 0.8500300252897587, 0.7628311883446646},
            {0.8500300252897587, 1, 0.983041973658021},
            {0.7628311883446646, 0.983041973658021, 1}
        };
        double expected = MultivariateNormal.outside(filled(3, -INFINITE), filled(3, 0.9), withoutCopy);
        for (int[] order : new int[][] {{0, 1, 2, 3}, {3, 2, 1, 0}, {1, 3, 0, 2}}) {
            double[][] other = new double[4][4];
            for (int i = 0; i < 4; i++) {
                for (int j = 0; j < 4; j++) {
                    other[i][j] = correlation[order[i]][order[j]];
                }
            }
            assertThat(MultivariateNormal.outside(filled(4, -INFINITE), filled(4, 0.9), other))
                    .isCloseTo(expected, within(1e-7));
        }
    }

    @Test
    void twoSidedBoundsHoldTheirLevel() {
        double[][] correlation = equal(3, 0.7);
        double c = MultivariateNormal.equalTwoSidedBound(0.05, correlation);
        assertThat(MultivariateNormal.outside(filled(3, -c), filled(3, c), correlation))
                .isCloseTo(0.05, within(1e-10));
        assertThat(MultivariateNormal.equalTwoSidedBound(0.05, equal(1, 1)))
                .isCloseTo(StandardNormal.upperQuantile(0.025), within(1e-12));
    }

    @Test
    void faultsAreNamed() {
        double[] zero = new double[2];
        assertThatIllegalArgumentException()
                .isThrownBy(() -> below(zero, new double[][] {{1, 0.5}, {0.4, 1}}))
                .withMessageContaining("symmetric")
                .withMessageContaining("0.4");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> below(new double[7], equal(7, 0.5)))
                .withMessageContaining("at most 6");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MultivariateNormal.inside(new double[] {1, 0}, zero, equal(2, 0)))
                .withMessageContaining("lower must not exceed upper");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MultivariateNormal.equalUpperBound(0.5, equal(2, 0)))
                .withMessageContaining("was 0.5");
    }

    @Test
    void a_score_is_exact_in_both_tails() {
        double[][] independent = {{1, 0}, {0, 1}};
        for (double z : new double[] {-5, -1, 0, 2, 9}) {
            double below = StandardNormal.lowerTail(z) * StandardNormal.lowerTail(z);
            double above = StandardNormal.upperTail(z) * (1 + StandardNormal.lowerTail(z));
            double score = MultivariateNormal.score(new double[] {z, z}, independent);
            assertThat(StandardNormal.lowerTail(score)).isCloseTo(below, within(1e-8 * below));
            assertThat(StandardNormal.upperTail(score)).isCloseTo(above, within(1e-11 * above));
        }
    }
}
