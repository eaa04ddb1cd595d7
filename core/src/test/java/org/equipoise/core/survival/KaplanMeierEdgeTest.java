package org.equipoise.core.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.equipoise.core.numerics.Limits;
import org.junit.jupiter.api.Test;

/** Kaplan-Meier curves by hand. */
class KaplanMeierEdgeTest {
    private static KaplanMeier curve(double[] time, int... events) {
        boolean[] event = new boolean[events.length];
        for (int i = 0; i < events.length; i++) {
            event[i] = events[i] == 1;
        }
        return KaplanMeier.of(time, event);
    }

    @Test
    void withoutEventsTheCurveStaysAtOne() {
        KaplanMeier curve = curve(new double[] {3, 1, 2}, 0, 0, 0);
        assertThat(curve.steps()).isEmpty();
        assertThat(curve.survival(10)).isEqualTo(1);
        assertThat(curve.standardError(10)).isZero();
        assertThat(curve.limits(10, 0.95, SurvivalScale.LOG_LOG)).isEqualTo(new Limits(1, 1));
        assertThat(curve.median()).isInfinite();
        assertThat(curve.medianLimits(0.95, SurvivalScale.LOG).lower()).isInfinite();
    }

    @Test
    void medianIsTheMiddleOfAFlatAtOneHalf() {
        KaplanMeier curve = curve(new double[] {1, 2, 4, 7}, 1, 1, 1, 1);
        assertThat(curve.survival(2)).isEqualTo(0.5);
        assertThat(curve.median()).isEqualTo(3);
        assertThat(curve.quantile(0.25)).isEqualTo(1.5);
        assertThat(curve.quantile(0.3)).isEqualTo(2);
    }

    @Test
    void lastFlatEndsAtTheLastObservedTime() {
        assertThat(curve(new double[] {1, 2, 4, 7}, 1, 1, 0, 0).median()).isEqualTo(4.5);
    }

    @Test
    void flatAtOneHalfIsSeenThroughRounding() {
        double[] time = new double[20];
        int[] events = new int[20];
        for (int i = 0; i < 20; i++) {
            time[i] = i + 1;
            events[i] = 1;
        }
        assertThat(curve(time, events).median()).isEqualTo(10.5);
    }

    @Test
    void curveThatReachesZeroKeepsItsUpperLimit() {
        KaplanMeier curve = curve(new double[] {1, 2, 3, 4}, 1, 0, 1, 1);
        assertThat(curve.survival(4)).isZero();
        assertThat(curve.standardError(4)).isNaN();
        for (SurvivalScale scale : SurvivalScale.values()) {
            Limits before = curve.limits(3, 0.95, scale);
            assertThat(curve.limits(4, 0.95, scale)).isEqualTo(new Limits(0, before.upper()));
        }
        assertThat(curve(new double[] {2}, 1).limits(2, 0.95, SurvivalScale.LOG))
                .isEqualTo(new Limits(0, 1));
    }

    @Test
    void stepsTellNumbersAtRiskAndGreenwoodsError() {
        KaplanMeier curve = curve(new double[] {2, 1, 2, 2, 5}, 1, 0, 1, 0, 0);
        assertThat(curve.steps()).hasSize(1);
        KaplanMeier.Step step = curve.steps().get(0);
        assertThat(step.time()).isEqualTo(2);
        assertThat(step.atRisk()).isEqualTo(4);
        assertThat(step.events()).isEqualTo(2);
        assertThat(step.survival()).isEqualTo(0.5);
        assertThat(step.standardError()).isCloseTo(0.25, within(1e-15));
        assertThat(curve.atRisk(2)).isEqualTo(4);
        assertThat(curve.atRisk(2.5)).isEqualTo(1);
        assertThat(curve.survival(1.9)).isEqualTo(1);
    }

    @Test
    void argumentsOutOfRangeAreRefused() {
        KaplanMeier curve = curve(new double[] {1, 2}, 1, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> curve.survival(-1))
                .withMessageContaining("was -1.0");
        assertThatIllegalArgumentException().isThrownBy(() -> curve.quantile(1)).withMessageContaining("was 1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> curve.limits(1, 0, SurvivalScale.PLAIN))
                .withMessageContaining("was 0.0");
    }
}
