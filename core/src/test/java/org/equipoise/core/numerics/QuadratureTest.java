package org.equipoise.core.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class QuadratureTest {
    private static final double TOLERANCE = 1e-12;

    @Test
    void smoothFunctionsAreIntegratedToRounding() {
        assertThat(integral(x -> x * x * x, 0, 2)).isCloseTo(4, within(1e-14));
        assertThat(integral(Math::exp, -1, 1)).isCloseTo(Math.E - 1 / Math.E, within(1e-14));
        assertThat(integral(x -> 1 / (1 + x * x), 0, 1000)).isCloseTo(Math.atan(1000), within(1e-12));
        assertThat(integral(Math::sin, 0, 200)).isCloseTo(1 - Math.cos(200), within(1e-10));
    }

    @Test
    void singularEndsAreReached() {
        assertThat(integral(x -> 1 / Math.sqrt(x), 0, 1)).isCloseTo(2, within(1e-11));
        assertThat(integral(x -> Math.pow(x, -0.9), 0, 1)).isCloseTo(10, within(1e-10));
        assertThat(integral(Math::log, 0, 1)).isCloseTo(-1, within(1e-12));
        assertThat(integral(x -> 0.5 / Math.sqrt(x) * Math.exp(-Math.sqrt(x)), 0, 4))
                .isCloseTo(1 - Math.exp(-2), within(5e-12));
    }

    @Test
    void narrowPeaksAreFoundBetweenBreakpoints() {
        double narrow = 1e-6;
        DoubleUnaryOperator peak = x -> Math.exp(-0.5 * (x - 3) * (x - 3) / narrow / narrow);
        assertThat(integral(peak, 0, 3 - 1e-5, 3 + 1e-5, 10)).isCloseTo(narrow * Math.sqrt(2 * Math.PI), within(1e-16));
    }

    @Test
    void jumpsBelongToBreakpoints() {
        DoubleUnaryOperator step = x -> x < 1 ? 1 : 5;
        assertThat(integral(step, 0, 1, 1, 2)).isCloseTo(6, within(1e-14));
        // Without a breakpoint the jump is found by halving.
        assertThat(integral(x -> x < Math.E ? 1 : 5, 0, 4)).isCloseTo(20 - 4 * Math.E, within(1e-10));
    }

    @Test
    void pieceOfLengthZeroCountsNothing() {
        assertThat(integral(Math::exp, 1, 1)).isZero();
    }

    @Test
    void nonsenseIsRefused() {
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> integral(x -> Double.NaN, 0, 1))
                .withMessageContaining("between 0.0 and 1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> integral(Math::exp, 1, 0))
                .withMessageContaining("0.0 follows 1.0");
    }

    private static double integral(DoubleUnaryOperator f, double... breakpoints) {
        return Quadrature.integrate(f, breakpoints, TOLERANCE);
    }
}
