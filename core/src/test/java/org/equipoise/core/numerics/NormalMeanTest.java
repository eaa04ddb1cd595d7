package org.equipoise.core.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class NormalMeanTest {
    private static final double[][] COVARIANCE = {{0.3, 0.3, 0.3}, {0.3, 0.7, 0.7}, {0.3, 0.7, 1}};

    private static double mean(int nodes, ToDoubleFunction<double[]> f) {
        NormalMean mean = NormalMean.of(COVARIANCE, nodes);
        double sum = 0;
        for (int i = 0; i < mean.nodes(); i++) {
            sum += mean.weight(i) * f.applyAsDouble(mean.point(i));
        }
        return sum;
    }

    @Test
    void hasTheMomentsOfTheVariables() {
        assertThat(mean(8, x -> 1)).isCloseTo(1, within(1e-14));
        for (int j = 0; j < 3; j++) {
            int row = j;
            assertThat(mean(8, x -> x[row])).isCloseTo(0, within(1e-13));
            for (int k = 0; k < 3; k++) {
                int column = k;
                assertThat(mean(8, x -> x[row] * x[column])).isCloseTo(COVARIANCE[j][k], within(1e-13));
            }
        }
        // E x₂²x₃² = σ₂²σ₃² + 2 σ₂₃² (Isserlis 1918).
        assertThat(mean(8, x -> x[1] * x[1] * x[2] * x[2])).isCloseTo(0.7 + 2 * 0.49, within(1e-12));
    }

    /** E Φ(a + b'x) = Φ(a / √(1 + b'Σb)). */
    @Test
    void isCloseForProbabilities() {
        double variance = 0.3 + 0.7 + 1 + 2 * (0.3 + 0.3 + 0.7);
        double exact = StandardNormal.lowerTail(-0.7 / Math.sqrt(1 + variance / 4));
        ToDoubleFunction<double[]> f = x -> StandardNormal.lowerTail(-0.7 + (x[0] + x[1] + x[2]) / 2);
        assertThat(mean(28, f)).isCloseTo(exact, within(1e-7));
        assertThat(mean(14, f)).isCloseTo(exact, within(1e-4)).isNotCloseTo(exact, within(1e-12));
    }

    @Test
    void needsFewerNodesWhereLittleVaries() {
        assertThat(NormalMean.of(new double[][] {{1, 0}, {0, 0.01}}, 20).nodes())
                .isEqualTo(20 * 3);
    }
}
