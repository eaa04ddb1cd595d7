package org.equipoise.core.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.equipoise.core.distribution.EventTimeDistribution;
import org.equipoise.core.distribution.Exponential;
import org.equipoise.core.distribution.LogNormal;
import org.equipoise.core.distribution.PiecewiseExponential;
import org.equipoise.core.distribution.ProportionalHazards;
import org.equipoise.core.distribution.Weibull;
import org.junit.jupiter.api.Test;

/** The hazard half way is the geometric mean of the two hazards, wherever these can be compared. */
class HalfEffectTest {
    private static void isHalfWay(EventTimeDistribution control, EventTimeDistribution experimental) {
        EventTimeDistribution half = HalfEffect.of(control, experimental, 1.3, 0.7);
        for (double t : new double[] {0.1, 1.9, 2.1, 4.9, 5.1, 20}) {
            assertThat(half.hazard(t))
                    .isCloseTo(Math.sqrt(1.3 * control.hazard(t) * experimental.hazard(t)), within(1e-12));
        }
    }

    @Test
    void a_constant_hazard_ratio_is_halved_on_the_log_scale() {
        isHalfWay(Exponential.ofMedian(6), Exponential.ofMedian(10));
        isHalfWay(Weibull.of(1.4, 7), ProportionalHazards.of(Weibull.of(1.4, 7), 0.5));
        isHalfWay(LogNormal.of(6, 0.9), ProportionalHazards.of(LogNormal.of(6, 0.9), 0.5));
    }

    @Test
    void a_hazard_ratio_that_changes_is_halved_at_each_time() {
        double[] starts = {0, 2, 5};
        double[] ratios = {1, 0.4, 0.8};
        isHalfWay(Exponential.ofMedian(6), ProportionalHazards.of(Exponential.ofMedian(6), starts, ratios));
        isHalfWay(LogNormal.of(6, 0.9), ProportionalHazards.of(LogNormal.of(6, 0.9), starts, ratios));
        isHalfWay(
                PiecewiseExponential.of(new double[] {0, 5}, new double[] {0.1, 0.2}),
                PiecewiseExponential.of(starts, new double[] {0.1, 0, 0.3}));
    }

    @Test
    void elsewhere_the_average_is_halved() {
        EventTimeDistribution experimental = Weibull.of(0.8, 9);
        EventTimeDistribution half = HalfEffect.of(Weibull.of(1.4, 7), experimental, 1, 0.64);
        assertThat(half.hazard(3)).isCloseTo(experimental.hazard(3) / 0.8, within(1e-12));
    }
}
