package org.equipoise.core.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class DistributionValidationTest {
    private static final EventTimeDistribution BASE = LogNormal.of(6, 1);

    @Test
    void messagesSayWhatWasWrongAndWhatWouldBeRight() {
        rejects(() -> Exponential.ofRate(0), "rate must be positive and finite", "was 0.0");
        rejects(() -> Exponential.ofMedian(-6.5), "median must be positive and finite", "was -6.5");
        rejects(() -> Exponential.ofSurvival(1, 12), "survival probability", "less than 1, was 1.0");
        rejects(() -> Exponential.ofSurvival(0.5, 0), "time of the survival probability", "was 0.0");
        rejects(() -> Weibull.of(Double.NaN, 1), "shape", "NaN");
        rejects(() -> Weibull.of(1, Double.POSITIVE_INFINITY), "scale", "Infinity");
        rejects(() -> Weibull.ofMedian(1, 0), "median");
        rejects(() -> LogNormal.of(0, 1), "median");
        rejects(() -> LogNormal.of(1, 0), "sigma");
        rejects(() -> LogLogistic.of(-1, 1), "median");
        rejects(() -> LogLogistic.of(1, -1), "shape");
        rejects(() -> Gompertz.of(Double.NaN, 1), "shape must be finite");
        rejects(() -> Gompertz.of(0.1, 0), "rate");
        rejects(() -> Gompertz.ofMedian(1000, 6.5), "rate");
        rejects(() -> MixtureCure.of(1, BASE), "cured share must be at least 0 and less than 1, was 1.0");
        rejects(() -> MixtureCure.of(-0.1, BASE), "cured share");
        rejects(() -> ProportionalHazards.of(BASE, 0), "hazard ratio", "was 0.0");
        rejects(() -> ProportionalHazards.of(BASE, new double[] {0, 3}, new double[] {1, -1}), "was -1.0");
        rejects(() -> ProportionalHazards.of(BASE, new double[] {1}, new double[] {1}), "start at 0, not at 1.0");
    }

    @Test
    void piecesMustBeInOrder() {
        rejects(() -> piecewise(new double[] {}), "at least one");
        rejects(() -> piecewise(new double[] {0, 1}, 0.1), "2 starts and 1 hazards");
        rejects(() -> piecewise(new double[] {1}, 0.1), "start at 0, not at 1.0");
        rejects(() -> piecewise(new double[] {0, 3, 3}, 0.1, 0.1, 0.1), "ascending, but 3.0 follows 3.0");
        rejects(() -> piecewise(new double[] {0, Double.NaN}, 0.1, 0.1), "NaN");
        rejects(() -> piecewise(new double[] {0, 3}, 0.1, -0.2), "hazards[1] must be finite and at least 0, was -0.2");
        rejects(() -> piecewise(new double[] {0, 1e200}, 1e200, 1), "finite integral up to 1.0E200");
    }

    private static EventTimeDistribution piecewise(double[] starts, double... hazards) {
        return PiecewiseExponential.of(starts, hazards);
    }

    private static void rejects(ThrowingCallable call, String... fragments) {
        assertThatIllegalArgumentException()
                .isThrownBy(call)
                .satisfies(e -> assertThat(e).message().contains(fragments));
    }
}
