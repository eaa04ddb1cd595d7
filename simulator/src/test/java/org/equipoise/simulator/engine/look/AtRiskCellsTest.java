package org.equipoise.simulator.engine.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Counts by cells beside counts by comparing every time with every other. */
class AtRiskCellsTest {
    /** Where times lie between 0 and 1, from a uniform number. */
    enum Shape {
        EVEN(u -> u),
        EARLY(u -> u * u * u),
        LATE(u -> 1 - u * u),
        IN_TWO_HEAPS(u -> u < 0.5 ? 0.1 + u / 1000 : 0.9 + u / 1000),
        ON_A_GRID_BUT_FOR_ROUNDING(u -> Math.rint(20 * u) / 20 + u * 1e-15);

        private final DoubleUnaryOperator map;

        Shape(DoubleUnaryOperator map) {
            this.map = map;
        }
    }

    @ParameterizedTest
    @EnumSource(Shape.class)
    void counts_are_exact_wherever_times_are_told_apart(Shape shape) {
        SplittableRandom random = new SplittableRandom(20261122);
        int told = 0;
        for (int trial = 0; trial < 400; trial++) {
            int patients = 1 + random.nextInt(300);
            int controls = random.nextInt(patients + 1);
            double longest = 0.01 + 100 * random.nextDouble();
            double[] times = random.doubles(patients)
                    .map(u -> longest * shape.map.applyAsDouble(u))
                    .toArray();
            AtRiskCells cells = new AtRiskCells(patients + random.nextInt(10));
            boolean placed = cells.place(times, controls, patients, longest);
            if (Arrays.stream(times).distinct().count() < patients) {
                assertThat(placed).isFalse();
            }
            if (placed) {
                told++;
                assertCounts(cells, times, controls);
            }
        }
        // Elsewhere times crowd where cells are few.
        assertThat(told).isGreaterThan(shape == Shape.EVEN || shape == Shape.EARLY ? 390 : 0);
    }

    @ParameterizedTest
    @ValueSource(ints = {5_000, 65_536})
    void large_trials_are_told_apart_too(int patients) {
        double[] times = new SplittableRandom(1).doubles(patients).toArray();
        AtRiskCells cells = new AtRiskCells(patients);
        assertThat(cells.place(times, patients / 2, patients, 1)).isTrue();
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        for (int i = 0; i < patients; i++) {
            int atRisk = patients - Arrays.binarySearch(sorted, times[i]);
            assertThat(cells.controlsAtRisk(i) + cells.experimentalsAtRisk(i)).isEqualTo(atRisk);
        }
    }

    @Test
    void what_it_cannot_do_it_refuses() {
        assertThat(new AtRiskCells(70_000).place(new double[70_000], 35_000, 70_000, 1))
                .isFalse();
        assertThat(new AtRiskCells(3).place(new double[] {1, 2, 1}, 2, 3, 2)).isFalse();
        double[] crowded = new SplittableRandom(1).doubles(200, 0, 1e-9).toArray();
        assertThat(new AtRiskCells(200).place(crowded, 100, 200, 1)).isFalse();
    }

    @Test
    void a_trial_may_be_empty_or_end_at_once() {
        assertThat(new AtRiskCells(2).place(new double[0], 0, 0, 0)).isTrue();
        AtRiskCells one = new AtRiskCells(1);
        assertThat(one.place(new double[] {0}, 0, 1, 0)).isTrue();
        assertThat(one.experimentalsAtRisk(0)).isEqualTo(1);
        assertThat(one.controlsAtRisk(0)).isZero();
    }

    private static void assertCounts(AtRiskCells cells, double[] times, int controls) {
        for (int i = 0; i < times.length; i++) {
            int control = 0;
            int experimental = 0;
            for (int j = 0; j < times.length; j++) {
                if (times[j] >= times[i]) {
                    control += j < controls ? 1 : 0;
                    experimental += j < controls ? 0 : 1;
                }
            }
            assertThat(cells.controlsAtRisk(i)).isEqualTo(control);
            assertThat(cells.experimentalsAtRisk(i)).isEqualTo(experimental);
        }
    }
}
