package org.equipoise.core.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class StepFunctionTest {
    private final StepFunction rates = StepFunction.of("rates", new double[] {0, 3, 6}, new double[] {4, 0, 12});

    @Test
    void valuesHoldFromTheirStart() {
        assertThat(rates.value(-1)).isZero();
        assertThat(rates.value(0)).isEqualTo(4);
        assertThat(rates.value(Math.nextDown(3.0))).isEqualTo(4);
        assertThat(rates.value(3)).isZero();
        assertThat(rates.value(1e300)).isEqualTo(12);
        assertThat(rates.value(Double.POSITIVE_INFINITY)).isEqualTo(12);
    }

    @Test
    void integralAndItsInverseFollowTheSteps() {
        assertThat(rates.integral(-1)).isZero();
        assertThat(rates.integral(2)).isEqualTo(8);
        assertThat(rates.integral(5)).isEqualTo(12);
        assertThat(rates.integral(7)).isEqualTo(24);
        assertThat(rates.inverseIntegral(-1)).isZero();
        assertThat(rates.inverseIntegral(0)).isZero();
        assertThat(rates.inverseIntegral(8)).isEqualTo(2);
        assertThat(rates.inverseIntegral(12)).isEqualTo(3);
        assertThat(rates.inverseIntegral(24)).isEqualTo(7);
        assertThat(rates.inverseIntegral(Double.POSITIVE_INFINITY)).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void integralWithALastZeroStaysFinite() {
        StepFunction fading = StepFunction.of("rates", new double[] {0, 3}, new double[] {4, 0});
        assertThat(fading.integral(Double.POSITIVE_INFINITY)).isEqualTo(12);
        assertThat(fading.inverseIntegral(12)).isEqualTo(3);
        assertThat(fading.inverseIntegral(12.1)).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void productsLiveOnTheUnionOfSteps() {
        StepFunction ratios = StepFunction.of("ratios", new double[] {0, 4}, new double[] {1, 0.5});
        assertThat(rates.times(ratios))
                .isEqualTo(StepFunction.of("products", new double[] {0, 3, 4, 6}, new double[] {4, 0, 0, 6}))
                .hasToString("[4.0 from 0.0, 0.0 from 3.0, 0.0 from 4.0, 6.0 from 6.0]");
    }

    @Test
    void arraysGivenAreNotKept() {
        double[] starts = {0, 1};
        double[] values = {2, 3};
        StepFunction function = StepFunction.of("values", starts, values);
        starts[1] = 5;
        values[1] = 5;
        function.jumps()[0] = 5;
        assertThat(function).hasToString("[2.0 from 0.0, 3.0 from 1.0]");
    }

    @Test
    void aMultipleHasTheSameSteps() {
        StepFunction function = StepFunction.of("values", new double[] {0, 1}, new double[] {2, 3});
        assertThat(function.times(1.5)).hasToString("[3.0 from 0.0, 4.5 from 1.0]");
        assertThatThrownBy(() -> function.times(-1)).isInstanceOf(IllegalArgumentException.class);
    }
}
