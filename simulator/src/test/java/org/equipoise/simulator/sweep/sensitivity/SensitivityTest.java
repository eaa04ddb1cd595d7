package org.equipoise.simulator.sweep.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.equipoise.simulator.reading.SweepAxis;
import org.junit.jupiter.api.Test;

/** Shares of functions for which they are known; seeds are fixed, so nothing here fails by chance. */
class SensitivityTest {
    private static final List<SweepAxis> AXES = List.of(
            new SweepAxis("vary", List.of("a"), 3),
            new SweepAxis("together", List.of("b", "c"), 4),
            new SweepAxis("vary", List.of("d"), 2));

    private static double[] grid(ToDoubleFunction<int[]> figure) {
        double[] values = new double[24];
        for (int i = 0; i < 24; i++) {
            values[i] = figure.applyAsDouble(new int[] {i / 8, i / 2 % 4, i % 2});
        }
        return values;
    }

    private static Share share(Sensitivity sensitivity, String path) {
        return sensitivity.shares().stream()
                .filter(each -> each.paths().contains(path))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void of_a_sum_each_explains_its_own_variance() {
        // Variances over equally likely levels: 0..2 has 2/3, 0..3 has 5/4, 0..1 has 1/4.
        double[] power = grid(at -> 0.1 * at[0] + 0.2 * at[1]);
        double all = 0.01 * 2 / 3 + 0.04 * 5 / 4;
        Sensitivity sensitivity = Sensitivity.ofGrid(AXES, power, 0, null);
        assertThat(sensitivity.sd()).isCloseTo(Math.sqrt(all), within(1e-12));
        assertThat(share(sensitivity, "a").alone()).isCloseTo(0.01 * 2 / 3 / all, within(1e-12));
        assertThat(share(sensitivity, "a").inAll()).isCloseTo(0.01 * 2 / 3 / all, within(1e-12));
        assertThat(share(sensitivity, "c").alone()).isCloseTo(0.05 / all, within(1e-12));
        assertThat(share(sensitivity, "d").inAll()).isCloseTo(0, within(1e-12));
        assertThat(sensitivity.shares().get(0).paths()).containsExactly("b", "c");
    }

    @Test
    void what_two_do_together_counts_in_the_total_of_both_alone() {
        // (-1, 0, 1) times (-1, 1): no effect of either by itself.
        double[] power = grid(at -> 0.5 + 0.1 * (at[0] - 1) * (2 * at[2] - 1));
        Sensitivity sensitivity = Sensitivity.ofGrid(AXES, power, 0, null);
        assertThat(share(sensitivity, "a").alone()).isCloseTo(0, within(1e-12));
        assertThat(share(sensitivity, "a").inAll()).isCloseTo(1, within(1e-12));
        assertThat(share(sensitivity, "d").inAll()).isCloseTo(1, within(1e-12));
        assertThat(share(sensitivity, "b").inAll()).isCloseTo(0, within(1e-12));
    }

    /** Without the correction b and d would be given about a third each of what is noise. */
    @Test
    void noise_is_taken_out() {
        SplittableRandom random = new SplittableRandom(5);
        double error = 0.01;
        double sum = 0;
        double uncorrected = 0;
        int runs = 400;
        for (int run = 0; run < runs; run++) {
            double[] power = grid(at -> 0.02 * at[0] + error * gaussian(random));
            Sensitivity sensitivity = Sensitivity.ofGrid(AXES, power, error * error, null);
            GridVariation grid = new GridVariation(new int[] {3, 4, 2});
            uncorrected += 1 - grid.of(power)[1] / grid.of(power)[0];
            sum += sensitivity == null ? 1 : share(sensitivity, "a").alone();
        }
        assertThat(sum / runs).isCloseTo(1, within(0.04));
        assertThat(uncorrected / runs).isGreaterThan(0.2);
        assertThat(Sensitivity.ofGrid(AXES, grid(at -> 0.001 * gaussian(random)), 1e-6, null))
                .as("nothing but noise")
                .isNull();
    }

    private static double gaussian(SplittableRandom random) {
        double sum = -6;
        for (int i = 0; i < 12; i++) {
            sum += random.nextDouble();
        }
        return sum;
    }

    @Test
    void ranks_tell_what_matters_in_a_sample_whatever_the_shape() {
        SplittableRandom random = new SplittableRandom(9);
        double[] a = random.doubles(300).toArray();
        double[] b = random.doubles(300).toArray();
        double[] power = new double[300];
        for (int i = 0; i < 300; i++) {
            power[i] = Math.exp(4 * a[i]);
        }
        Sensitivity sensitivity = Sensitivity.ofSample(List.of("a", "b"), List.of(a, b), power, 1e-9);
        assertThat(sensitivity.explained()).isCloseTo(1, within(1e-9));
        assertThat(share(sensitivity, "a").alone()).isCloseTo(1, within(1e-9));
        assertThat(share(sensitivity, "b").alone()).isCloseTo(0, within(1e-9));
        Sensitivity inStep = Sensitivity.ofSample(List.of("a", "a again"), List.of(a, a), power, 1e-9);
        assertThat(inStep.explained()).isCloseTo(1, within(1e-9));
    }

    @Test
    void tied_values_have_their_mean_rank() {
        double[] ranks = RankRegression.standardRanks(new double[] {3, 1, 3, 0});
        double scale = Math.sqrt((1 + 1 + 0.25 + 2.25) / 4);
        List<Double> expected = new ArrayList<>();
        for (double rank : new double[] {1, -0.5, 1, -1.5}) {
            expected.add(rank / scale);
        }
        for (int i = 0; i < 4; i++) {
            assertThat(ranks[i]).isCloseTo(expected.get(i), within(1e-12));
        }
    }
}
