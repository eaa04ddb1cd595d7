package org.equipoise.core.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.ExponentialDistribution;
import org.apache.commons.statistics.distribution.LogNormalDistribution;
import org.apache.commons.statistics.distribution.WeibullDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Values from elsewhere: Commons Statistics, and mpmath with 30 digits where nothing else is said. */
class DistributionReferenceTest {
    private static final double CLOSE = 1e-13;

    static Stream<Arguments> pairs() {
        return Stream.of(
                Arguments.of(Exponential.ofRate(0.1066), ExponentialDistribution.of(1 / 0.1066)),
                Arguments.of(Weibull.of(0.5, 9), WeibullDistribution.of(0.5, 9)),
                Arguments.of(Weibull.of(1.3, 9), WeibullDistribution.of(1.3, 9)),
                Arguments.of(Weibull.of(7, 9), WeibullDistribution.of(7, 9)),
                Arguments.of(LogNormal.of(6.5, 0.9), LogNormalDistribution.of(Math.log(6.5), 0.9)),
                Arguments.of(LogNormal.of(6.5, 0.3), LogNormalDistribution.of(Math.log(6.5), 0.3)));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void agreesWithCommonsStatistics(EventTimeDistribution ours, ContinuousDistribution theirs) {
        // Their tails go through exp(-z²/2) and ln t - mu, which costs them some ulps times z² and ln t: hence the
        // second term.
        for (double t : new double[] {0.01, 0.3, 1, 2, 5, 6.5, 9, 14, 30, 60, 100}) {
            double survival = theirs.survivalProbability(t);
            double loss = 1 + ours.cumulativeHazard(t);
            assertThat(ours.survival(t)).isCloseTo(survival, within(CLOSE * loss * survival));
            double density = theirs.density(t);
            double densityLoss = 1 + Math.abs(Math.log(Math.max(density, Double.MIN_NORMAL)));
            assertThat(ours.density(t)).isCloseTo(density, within(CLOSE * densityLoss * density));
            double probability = theirs.cumulativeProbability(t);
            double probabilityLoss = 1 + Math.abs(Math.log(Math.max(probability, Double.MIN_NORMAL)));
            assertThat(-Math.expm1(-ours.cumulativeHazard(t)))
                    .isCloseTo(probability, within(CLOSE * probabilityLoss * probability));
        }
        for (double p : new double[] {1e-12, 0.001, 0.25, 0.5, 0.75, 0.999}) {
            double quantile = theirs.inverseCumulativeProbability(p);
            assertThat(ours.quantile(p)).isCloseTo(quantile, within(CLOSE * quantile));
        }
        assertThat(ours.mean()).isCloseTo(theirs.getMean(), within(CLOSE * theirs.getMean()));
    }

    @Test
    void meansAgreeWithMpmath() {
        // exp(b/a) E1(b/a) / a
        assertThat(Gompertz.ofMedian(0.05, 6.5).mean()).isCloseTo(7.8137013979192948, within(1e-13));
        // quad of (erfc(z/√2)/2)^0.62 against the log-normal time
        assertThat(ProportionalHazards.of(LogNormal.of(6.5, 0.9), 0.62).mean())
                .isCloseTo(17.388608947023518, within(1e-12));
    }
}
