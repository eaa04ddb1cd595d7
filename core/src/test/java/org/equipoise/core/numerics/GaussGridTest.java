package org.equipoise.core.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class GaussGridTest {
    private static final GaussGrid GRID = GaussGrid.of(new double[] {0, 0.5, 2, 3});

    private static double[] column(DoubleUnaryOperator f) {
        double[] values = new double[GRID.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = f.applyAsDouble(GRID.node(i));
        }
        return values;
    }

    @Test
    void integralsOfPolynomialsAreExact() {
        assertThat(GRID.integral(column(x -> Math.pow(x, 15)), GRID.size()))
                .isCloseTo(Math.pow(3, 16) / 16, within(1e-7));
        int below = GRID.nodesBelow(2);
        assertThat(below).isEqualTo(16);
        assertThat(GRID.integral(column(x -> x), below)).isCloseTo(2, within(1e-14));
    }

    @Test
    void runningAndRemainingIntegrals() {
        double[] values = column(Math::exp);
        double[] running = GRID.running(values, GRID.size());
        double[] remaining = GRID.remaining(values, GRID.size());
        for (int i = 0; i < GRID.size(); i++) {
            assertThat(running[i]).isCloseTo(Math.exp(GRID.node(i)) - 1, within(1e-8));
            assertThat(remaining[i]).isCloseTo(Math.exp(3) - Math.exp(GRID.node(i)), within(1e-8));
        }
    }

    @Test
    void interpolates() {
        double[] values = column(Math::sin);
        for (double x = 0; x <= 3; x += 0.1) {
            assertThat(GRID.value(values, x)).isCloseTo(Math.sin(x), within(1e-7));
        }
        assertThat(GRID.value(values, GRID.node(5))).isEqualTo(values[5]);
    }

    @Test
    void aJumpAtABreakpointDoesNoHarm() {
        assertThat(GRID.integral(column(x -> x < 0.5 ? 1 : 3), GRID.size())).isCloseTo(8, within(1e-13));
    }

    @Test
    void breakpointsMustAscend() {
        assertThatIllegalArgumentException().isThrownBy(() -> GaussGrid.of(new double[] {0}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GaussGrid.of(new double[] {0, 1, 1}))
                .withMessageContaining("strictly ascending");
    }
}
