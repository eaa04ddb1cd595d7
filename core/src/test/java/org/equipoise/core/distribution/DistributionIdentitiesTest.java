package org.equipoise.core.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.numbers.gamma.Beta;
import org.junit.jupiter.api.Test;

/** Closed forms of single families, and where one family turns into another. */
class DistributionIdentitiesTest {
    private static final double[] TIMES = {1e-9, 0.1, 1, 2.999, 3, 3.001, 6.5, 20, 80};

    @Test
    void familiesPassThroughTheirMedian() {
        assertThat(Exponential.ofMedian(6.5).survival(6.5)).isCloseTo(0.5, within(1e-15));
        assertThat(Weibull.ofMedian(1.3, 6.5).survival(6.5)).isCloseTo(0.5, within(1e-15));
        assertThat(LogNormal.of(6.5, 0.9).survival(6.5)).isCloseTo(0.5, within(1e-15));
        assertThat(LogLogistic.of(6.5, 1.4).survival(6.5)).isCloseTo(0.5, within(1e-15));
        assertThat(Gompertz.ofMedian(0.05, 6.5).survival(6.5)).isCloseTo(0.5, within(1e-15));
        assertThat(Gompertz.ofMedian(-0.5, 6.5).survival(6.5)).isCloseTo(0.5, within(1e-15));
        assertThat(Exponential.ofSurvival(0.45, 12).survival(12)).isCloseTo(0.45, within(1e-15));
    }

    @Test
    void specialCasesAreExponential() {
        EventTimeDistribution exponential = Exponential.ofMedian(6.5);
        double rate = Exponential.ofMedian(6.5).rate();
        assertSame(Weibull.ofMedian(1, 6.5), exponential);
        assertSame(Gompertz.ofMedian(0, 6.5), exponential);
        assertSame(Gompertz.ofMedian(1e-300, 6.5), exponential);
        assertSame(PiecewiseExponential.of(new double[] {0}, new double[] {rate}), exponential);
        assertSame(PiecewiseExponential.of(new double[] {0, 3, 4}, new double[] {rate, rate, rate}), exponential);
        assertSame(MixtureCure.of(0, exponential), exponential);
    }

    @Test
    void piecewiseExponentialFollowsItsFormula() {
        EventTimeDistribution d = PiecewiseExponential.of(new double[] {0, 4}, new double[] {0.12, 0.07});
        assertThat(d.survival(10)).isCloseTo(Math.exp(-0.12 * 4 - 0.07 * 6), within(1e-15));
        assertThat(d.hazard(4)).isEqualTo(0.07);
        assertThat(d.hazard(Math.nextDown(4.0))).isEqualTo(0.12);
        double mean = (1 - Math.exp(-0.48)) / 0.12 + Math.exp(-0.48) / 0.07;
        assertThat(d.mean()).isCloseTo(mean, within(1e-14));
    }

    @Test
    void eventsWaitForTheEndOfAGap() {
        EventTimeDistribution d = PiecewiseExponential.of(new double[] {0, 1, 4, 6}, new double[] {0, 0.25, 0, 0.5});
        assertThat(d.inverseCumulativeHazard(0.75)).isEqualTo(4);
        assertThat(d.inverseCumulativeHazard(0.7500001)).isGreaterThan(6);
        assertThat(d.inverseCumulativeHazard(1e-12)).isGreaterThan(1);
        assertThat(d.survival(5)).isEqualTo(Math.exp(-0.75));
    }

    @Test
    void logLogisticFollowsItsFormula() {
        LogLogistic d = LogLogistic.of(6.5, 1.4);
        double odds = Math.pow(20 / 6.5, 1.4);
        assertThat(d.survival(20)).isCloseTo(1 / (1 + odds), within(1e-15));
        assertThat(d.hazard(20)).isCloseTo(1.4 / 20 * odds / (1 + odds), within(1e-16));
        // The tail is a power even where the odds overflow.
        assertThat(LogLogistic.of(1, 2).cumulativeHazard(1e200)).isCloseTo(2 * 200 * Math.log(10), within(1e-12));
    }

    @Test
    void gompertzCureShareIsTheLimitOfSurvival() {
        Gompertz d = Gompertz.of(-0.05, 0.1);
        assertThat(d.cureFraction()).isCloseTo(Math.exp(-2), within(1e-16));
        assertThat(d.inverseCumulativeHazard(2)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(d.quantile(0.9)).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void mixtureCureFollowsItsFormula() {
        EventTimeDistribution uncured = Weibull.ofMedian(1.3, 5);
        EventTimeDistribution d = MixtureCure.of(0.15, uncured);
        for (double t : TIMES) {
            assertThat(d.survival(t)).isCloseTo(0.15 + 0.85 * uncured.survival(t), within(1e-15));
            assertThat(d.density(t)).isCloseTo(0.85 * uncured.density(t), within(1e-16));
        }
        assertThat(d.cureFraction()).isEqualTo(0.15);
        assertThat(d.inverseCumulativeHazard(1.8)).isLessThan(Double.POSITIVE_INFINITY);
        assertThat(d.inverseCumulativeHazard(1.9)).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void proportionalHazardsRaiseSurvivalToAPower() {
        AllDistributions.entries().forEach(entry -> {
            EventTimeDistribution base = entry.distribution();
            EventTimeDistribution d = ProportionalHazards.of(base, 0.62);
            for (double t : TIMES) {
                double expected = 0.62 * base.cumulativeHazard(t);
                assertThat(d.cumulativeHazard(t)).isCloseTo(expected, within(1e-14 * expected));
            }
        });
    }

    @Test
    void aRatioOfOneChangesNothing() {
        AllDistributions.entries().forEach(entry -> {
            EventTimeDistribution base = entry.distribution();
            assertThat(ProportionalHazards.of(base, 1)).isSameAs(base);
            assertSame(ProportionalHazards.of(base, new double[] {0, 3}, new double[] {1, 1}), base);
        });
    }

    @Test
    void ratiosMultiply() {
        AllDistributions.entries().forEach(entry -> {
            EventTimeDistribution base = entry.distribution();
            EventTimeDistribution twice = ProportionalHazards.of(
                    ProportionalHazards.of(base, new double[] {0, 3}, new double[] {1, 0.5}), 0.62);
            assertSame(twice, ProportionalHazards.of(base, new double[] {0, 3}, new double[] {0.62, 0.31}));
        });
    }

    @Test
    void delayedEffectFollowsItsFormula() {
        EventTimeDistribution base = LogNormal.of(6.5, 0.9);
        EventTimeDistribution d = ProportionalHazards.of(base, new double[] {0, 3}, new double[] {1, 0.55});
        for (double t : TIMES) {
            double expected = t < 3
                    ? base.cumulativeHazard(t)
                    : base.cumulativeHazard(3) + 0.55 * (base.cumulativeHazard(t) - base.cumulativeHazard(3));
            assertThat(d.cumulativeHazard(t)).isCloseTo(expected, within(1e-14 * expected));
        }
        assertThat(d.hazard(3)).isEqualTo(0.55 * base.hazard(3));
    }

    @Test
    void simpleFamiliesStaySimple() {
        double[] starts = {0, 3};
        double[] ratios = {1, 0.55};
        EventTimeDistribution piecewise = PiecewiseExponential.of(new double[] {0, 4}, new double[] {0.12, 0.07});
        assertThat(ProportionalHazards.of(Exponential.ofRate(0.1), 0.5)).isEqualTo(Exponential.ofRate(0.05));
        assertThat(ProportionalHazards.of(Weibull.of(2, 5), 0.25)).isEqualTo(Weibull.of(2, 10));
        assertThat(ProportionalHazards.of(Gompertz.of(2, 5), 0.5)).isEqualTo(Gompertz.of(2, 2.5));
        assertThat(ProportionalHazards.of(piecewise, 0.5)).isInstanceOf(PiecewiseExponential.class);
        assertThat(ProportionalHazards.of(Exponential.ofRate(0.1), starts, ratios))
                .isInstanceOf(PiecewiseExponential.class);
        assertThat(ProportionalHazards.of(piecewise, starts, ratios).knots()).containsExactly(3, 4);
    }

    @Test
    void logLogisticTailsHaveTheirMean() {
        // ∫ (1 + (t / s)^k)^-r dt = s / k · B(1 / k, r - 1 / k)
        double k = 1.4;
        for (double r : new double[] {0.75, 0.9, 1.5}) {
            double mean = 6.5 / k * Beta.value(1 / k, r - 1 / k);
            assertThat(ProportionalHazards.of(LogLogistic.of(6.5, k), r).mean()).isCloseTo(mean, within(1e-11 * mean));
        }
        assertThat(ProportionalHazards.of(LogLogistic.of(6.5, k), 0.7).mean()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(ProportionalHazards.of(LogLogistic.of(6.5, k), 1 / k).mean()).isEqualTo(Double.POSITIVE_INFINITY);
    }

    private static void assertSame(EventTimeDistribution actual, EventTimeDistribution expected) {
        for (double t : TIMES) {
            double h = expected.cumulativeHazard(t);
            assertThat(actual.cumulativeHazard(t)).isCloseTo(h, within(1e-14 * h));
            double hazard = expected.hazard(t);
            assertThat(actual.hazard(t)).isCloseTo(hazard, within(1e-14 * hazard));
        }
        if (expected.mean() < Double.POSITIVE_INFINITY) {
            assertThat(actual.mean()).isCloseTo(expected.mean(), within(1e-12 * expected.mean()));
        }
    }
}
