package org.equipoise.core.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class GaussianKernelTest {
    @Test
    void isTheExponentialOfMinusHalfTheSquare() {
        for (double d = -37; d <= 37; d += 0.0173) {
            // The rounding of the square is not its error.
            double exact = StrictMath.exp(-0.5 * d * d);
            assertThat(GaussianKernel.of(d)).isCloseTo(exact, within(exact * 4e-16));
        }
        assertThat(GaussianKernel.of(0)).isEqualTo(1);
    }

    @Test
    void decaysAsTheExponentialDoes() {
        for (double x = 0; x <= 700; x += 0.173) {
            double exact = StrictMath.exp(-x);
            assertThat(GaussianKernel.decay(x)).isCloseTo(exact, within(exact * 4e-16));
        }
        assertThat(GaussianKernel.decay(709)).isZero();
    }

    @Test
    void underflowsToZeroAndKeepsNaN() {
        assertThat(GaussianKernel.of(38)).isZero();
        assertThat(GaussianKernel.of(Double.NEGATIVE_INFINITY)).isZero();
        assertThat(GaussianKernel.of(Double.NaN)).isNaN();
    }

    @Test
    void givesTheNormalTail() {
        for (double z = -8; z <= 30; z += 0.037) {
            double tail = StandardNormal.upperTail(z);
            assertThat(StandardNormal.upperTail(z, GaussianKernel.of(z))).isCloseTo(tail, within(tail * 1e-13));
        }
    }
}
