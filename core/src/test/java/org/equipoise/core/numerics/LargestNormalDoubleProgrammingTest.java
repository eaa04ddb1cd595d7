package org.equipoise.core.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against {@link MultivariateNormal}, which integrates from independent variables, not from copies or a reference. */
class LargestNormalDoubleProgrammingTest {
    private static final double[][] WEIGHTS = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4})
    void agrees_near_its_references(int count) {
        Random random = new Random(count);
        LargestNormal largest = new LargestNormal(
                moments(count, 0.02),
                moments(count, 0.25),
                moments(count, 0.45),
                moments(count, 0.6),
                moments(count, 0.8));
        for (int trial = 0; trial < 20; trial++) {
            double[][] covariance = scattered(count, 0.8 * random.nextDouble(), random);
            double z = -3 + 8 * random.nextDouble();
            assertThat(largest.score(z, covariance, count))
                    .as("%d variables, z %s", count, z)
                    .isCloseTo(exact(z, covariance), within(2e-4));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4})
    void agrees_on_any_correlations_that_are_not_negative(int count) {
        Random random = new Random(10 + count);
        LargestNormal largest = new LargestNormal(moments(count, 0.4));
        for (int trial = 0; trial < 20; trial++) {
            double[][] covariance = new double[count][count];
            for (int k = 0; k < count + 1; k++) {
                double[] x = random.doubles(count).toArray();
                // Far from the reference, by its variances.
                x[count - 1] *= 10;
                add(covariance, x, 1);
            }
            double z = -2 + 6 * random.nextDouble();
            assertThat(largest.score(z, covariance, count))
                    .as("%d variables, z %s, %s", count, z, Arrays.deepToString(covariance))
                    .isCloseTo(exact(z, covariance), within(2e-4));
        }
    }

    @Test
    void fewer_variables_may_be_any_of_them() {
        LargestNormal largest = new LargestNormal(moments(4, 0.4));
        double[][] covariance = {{2, 0.3}, {0.3, 1}};
        assertThat(largest.score(1.5, covariance, 2)).isCloseTo(exact(1.5, covariance), within(1e-6));
        assertThat(largest.score(1.5, covariance, 1)).isEqualTo(1.5);
    }

    @Test
    void copies_are_one_variable() {
        double[][] copies = {{1, 2}, {2, 4}};
        assertThat(new LargestNormal(copies).score(0.7, copies, 2)).isCloseTo(0.7, within(1e-6));
    }

    @Test
    void a_bound_has_its_score() {
        double[][] covariance = moments(4, 0.3);
        double bound = LargestNormal.bound(1.96, covariance);
        assertThat(exact(bound, covariance)).isCloseTo(1.96, within(1e-5));
        assertThat(bound)
                .isCloseTo(
                        MultivariateNormal.equalUpperBound(StandardNormal.upperTail(1.96), correlation(covariance)),
                        within(1e-5));
    }

    /** The order of statistics is that of their scores, as far out as one likes. */
    @Test
    void the_score_increases() {
        double[][] covariance = moments(4, 0.35);
        LargestNormal largest = new LargestNormal(moments(4, 0.4));
        double before = Double.NEGATIVE_INFINITY;
        for (double z = -20; z <= 20; z += 0.05) {
            double score = largest.score(z, covariance, 4);
            assertThat(score).as("z %s", z).isGreaterThan(before);
            before = score;
        }
    }

    @Test
    void references_are_alike_and_few() {
        assertThatIllegalArgumentException().isThrownBy(LargestNormal::new).withMessageContaining("a reference");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LargestNormal(moments(2, 0.4), moments(3, 0.4)))
                .withMessageContaining("same number");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LargestNormal(new double[5][5]))
                .withMessageContaining("from 1 to 4");
    }

    private static double[][] moments(int count, double end) {
        double[][] moments = new double[count][count];
        for (int k = 0; k < 100; k++) {
            add(moments, powers(count, end + (1 - end) * (k + 0.5) / 100), 1);
        }
        return moments;
    }

    private static double[][] scattered(int count, double end, Random random) {
        double[][] moments = new double[count][count];
        for (int k = 0; k < 60; k++) {
            add(moments, powers(count, end + (1 - end) * random.nextDouble()), random.nextDouble());
        }
        return moments;
    }

    private static double[] powers(int count, double survival) {
        double[] powers = new double[count];
        Arrays.setAll(powers, i -> Math.pow(survival, WEIGHTS[i][0]) * Math.pow(1 - survival, WEIGHTS[i][1]));
        return powers;
    }

    private static void add(double[][] covariance, double[] x, double times) {
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < x.length; j++) {
                covariance[i][j] += times * x[i] * x[j];
            }
        }
    }

    private static double[][] correlation(double[][] covariance) {
        int count = covariance.length;
        double[][] correlation = new double[count][count];
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < count; j++) {
                correlation[i][j] = i == j ? 1 : covariance[i][j] / Math.sqrt(covariance[i][i] * covariance[j][j]);
            }
        }
        return correlation;
    }

    private static double exact(double z, double[][] covariance) {
        double[] upper = new double[covariance.length];
        Arrays.fill(upper, z);
        return MultivariateNormal.score(upper, correlation(covariance));
    }
}
