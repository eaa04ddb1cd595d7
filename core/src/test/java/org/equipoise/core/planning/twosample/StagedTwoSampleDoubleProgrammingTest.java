package org.equipoise.core.planning.twosample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.equipoise.core.numerics.StandardNormal;
import org.equipoise.core.sequential.StoppingBounds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Exact power, by itself and over two looks, against plain sums over all outcomes. */
class StagedTwoSampleDoubleProgrammingTest {
    private static double choose(int n, int k) {
        double result = 1;
        for (int i = 1; i <= k; i++) {
            result *= (n - k + i) / (double) i;
        }
        return result;
    }

    private static double binomial(int x, int n, double p) {
        return choose(n, x) * Math.pow(p, x) * Math.pow(1 - p, n - x);
    }

    /** χ² by the formula of the textbooks, N (ad − bc)² over the product of the margins, with a sign. */
    private static double chi(int a, int n0, int b, int n1) {
        double failures = n0 + n1 - a - b;
        double denominator = (double) n0 * n1 * (a + b) * failures;
        double cross = (double) b * (n0 - a) - (double) a * (n1 - b);
        return denominator == 0 ? 0 : cross * Math.sqrt(n0 + n1) / Math.sqrt(denominator);
    }

    @Test
    void power_of_the_chi_square_test_is_that_of_all_tables() {
        double sum = 0;
        for (int a = 0; a <= 30; a++) {
            for (int b = 0; b <= 41; b++) {
                sum += chi(a, 30, b, 41) >= 1.96 ? binomial(a, 30, 0.3) * binomial(b, 41, 0.6) : 0;
            }
        }
        assertThat(new ExactProportions(ProportionTest.POOLED, 0.3, 0.6, 0).exceeds(1.96, 30, 41))
                .isCloseTo(sum, within(1e-12));
    }

    /** Each of two looks is exact by itself; only how they hang together is approximated. */
    @Test
    void power_of_two_looks_is_near_that_of_all_paths() {
        double[] z = {2.4, 2.0};
        double sum = 0;
        for (int a = 0; a <= 20; a++) {
            for (int b = 0; b <= 20; b++) {
                double first = binomial(a, 20, 0.3) * binomial(b, 20, 0.6);
                if (chi(a, 20, b, 20) >= z[0]) {
                    sum += first;
                    continue;
                }
                for (int c = 0; c <= 20; c++) {
                    for (int d = 0; d <= 20; d++) {
                        sum += chi(a + c, 40, b + d, 40) >= z[1]
                                ? first * binomial(c, 20, 0.3) * binomial(d, 20, 0.6)
                                : 0;
                    }
                }
            }
        }
        StoppingBounds bounds = StoppingBounds.oneSided(new double[] {0.5, 1}, z);
        double[] n = {20, 40};
        StagedTwoSample exact =
                new StagedTwoSample(new ExactProportions(ProportionTest.POOLED, 0.3, 0.6, 0), n, n, bounds);
        StagedTwoSample normal =
                new StagedTwoSample(new NormalProportions(ProportionTest.POOLED, 0.3, 0.6, 0), n, n, bounds);
        assertThat(exact.power()).isCloseTo(sum, within(0.001));
        // So few patients are more than the textbook's approximation is made for.
        assertThat(normal.power()).isCloseTo(sum, within(0.03));
    }

    @ParameterizedTest
    @EnumSource(ProportionTest.class)
    void exchanging_arms_flips_rejections(ProportionTest test) {
        ExactProportions one = new ExactProportions(test, 0.3, 0.55, 0);
        ExactProportions other = new ExactProportions(test, 0.55, 0.3, 0);
        // No table has exactly this Z.
        assertThat(one.exceeds(1.2345678, 25, 33)).isCloseTo(1 - other.exceeds(-1.2345678, 33, 25), within(1e-12));
    }

    @ParameterizedTest
    @EnumSource(ProportionTest.class)
    void one_look_has_the_power_of_the_fixed_design(ProportionTest test) {
        double z = StandardNormal.upperQuantile(0.025);
        StoppingBounds bounds = StoppingBounds.oneSided(new double[] {1}, new double[] {z});
        StagedTwoSample staged = new StagedTwoSample(
                new NormalProportions(test, 0.33, 0.5, 0), new double[] {90}, new double[] {180}, bounds);
        ProportionPlan plan = new ProportionPlan(0.33, 0.5, 2, 0, 0.025);
        assertThat(staged.power()).isCloseTo(plan.power(test, 270), within(1e-12));
        if (test != ProportionTest.FISHER_EXACT) {
            assertThat(270 * staged.factorFor(0.8)).isCloseTo(plan.requiredPatients(test, 0.8), within(1e-7));
        }
    }

    @Test
    void at_the_difference_of_a_bound_z_is_there() {
        NormalProportions plan = new NormalProportions(ProportionTest.POOLED, 0.4, 0.6, 0);
        double difference = plan.differenceAt(2, 1000, 1000);
        assertThat(chi(400, 1000, (int) Math.round(1000 * (0.4 + difference)), 1000))
                .isCloseTo(2, within(0.03));
        assertThat(new Means(1, 4, 0.5, true).differenceAt(2, 100, 100))
                .isCloseTo(2 * 4 * Math.sqrt(0.02) - 0.5, within(1e-12));
        assertThat(plan.differenceAt(20, 5, 5)).isNaN();
    }
}
