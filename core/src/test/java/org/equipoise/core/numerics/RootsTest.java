package org.equipoise.core.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class RootsTest {
    private static final double INFINITY = Double.POSITIVE_INFINITY;

    @Test
    void rootIsFoundBelowAndFarAboveTheGuess() {
        assertThat(Roots.bracketAndSolve(x -> x * x, 2, INFINITY, 100)).isCloseTo(Math.sqrt(2), within(1e-13));
        assertThat(Roots.bracketAndSolve(x -> x * x, 2e60, INFINITY, 1)).isCloseTo(Math.sqrt(2) * 1e30, within(1e16));
        assertThat(Roots.bracketAndSolve(x -> -Math.expm1(-x * 1e-9), 0.999, 1, 1))
                .isCloseTo(-1e9 * Math.log(0.001), within(1.0));
        assertThat(Roots.bracketAndSolve(x -> x, 8, INFINITY, 1)).isEqualTo(8);
    }

    @Test
    void whatTheLimitDoesNotExceedIsNeverReached() {
        assertThat(Roots.bracketAndSolve(x -> x / (1 + x), 1, 1, 1)).isEqualTo(INFINITY);
        assertThat(Roots.bracketAndSolve(x -> x / (1 + x), 2, 1, 1)).isEqualTo(INFINITY);
        // The limit exceeds the target by less than the function can show.
        assertThat(Roots.bracketAndSolve(x -> 0.5, 1 - 1e-17, 1, 1)).isEqualTo(INFINITY);
        assertThat(Roots.bracketAndSolve(x -> Math.min(x, 0.9), 0.95, 1, 1)).isEqualTo(INFINITY);
    }

    @Test
    void zeroIsEnoughForATargetThatIsAlreadyMet() {
        assertThat(Roots.bracketAndSolve(x -> x, 0, INFINITY, 1)).isZero();
        assertThat(Roots.bracketAndSolve(x -> x, -3, INFINITY, 1)).isZero();
    }

    @Test
    void nonsenseIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Roots.bracketAndSolve(x -> x, Double.NaN, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> Roots.bracketAndSolve(x -> x, 1, Double.NaN, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> Roots.bracketAndSolve(x -> x, 1, 2, 0));
    }

    @Test
    void aRootNearAGuessIsTheSame() {
        DoubleUnaryOperator share = x -> -Math.expm1(-x);
        for (double guess : new double[] {0.6, 0.7, 1, 5, 60}) {
            assertThat(Roots.near(share, 0.5, 1, guess)).isCloseTo(Math.log(2), within(1e-12));
        }
        assertThat(Roots.near(x -> x, 3, INFINITY, 3)).isEqualTo(3);
        assertThat(Roots.near(share, 2, 1, 1)).isEqualTo(INFINITY);
    }

    @Test
    void findsARootWithinABracket() {
        assertThat(Roots.within(x -> 2 - x * x, 0, 2, 1e-13)).isCloseTo(Math.sqrt(2), within(1e-13));
        assertThat(Roots.within(x -> x - 1, 1, 2, 1e-13)).isEqualTo(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Roots.within(x -> x, 1, 2, 1e-13))
                .withMessageContaining("f is 1.0 at 1.0 and 2.0 at 2.0");
    }

    @Test
    void secantsFindTheRootAndABracketCatchesThem() {
        int[] evaluations = {0};
        DoubleUnaryOperator f = x -> {
            evaluations[0]++;
            return Math.exp(-x) - 0.5;
        };
        assertThat(Roots.bySecants(f, 0.6, excess -> 2 * excess, 0, 3)).isCloseTo(Math.log(2), within(1e-12));
        assertThat(evaluations[0]).isLessThan(7);
        // The second point is the first; secants leave the bracket; the first point is the root.
        assertThat(Roots.bySecants(f, 0.6, excess -> 0, 0, 3)).isCloseTo(Math.log(2), within(1e-12));
        assertThat(Roots.bySecants(x -> Math.cbrt(x - 1), 2.9, excess -> 9, 0, 3))
                .isCloseTo(1, within(1e-12));
        assertThat(Roots.bySecants(x -> 2 - x, 2, excess -> excess, 0, 3)).isEqualTo(2);
        assertThatIllegalArgumentException().isThrownBy(() -> Roots.bySecants(x -> x, 1, excess -> 0.5, 1, 2));
    }
}
