package org.equipoise.core.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConstantHazardsTest {
    @ParameterizedTest
    @MethodSource("org.equipoise.core.distribution.AllDistributions#entries")
    void partsAddUpToTheDistribution(AllDistributions.Entry entry) {
        EventTimeDistribution distribution = entry.distribution();
        List<ConstantHazards> parts = ConstantHazards.of(distribution);
        if (parts.isEmpty()) {
            return;
        }
        for (double time : new double[] {0, 0.1, 1, 3, 4, 7, 30, 300}) {
            double survival = parts.stream()
                    .mapToDouble(part -> part.share() * Math.exp(-part.hazards().integral(time)))
                    .sum();
            assertThat(survival).as("at %s", time).isCloseTo(distribution.survival(time), within(1e-14));
        }
    }

    @Test
    void exponentialsAndTheirMixturesHaveThem() {
        EventTimeDistribution exponential = Exponential.ofMedian(6);
        EventTimeDistribution delayed = ProportionalHazards.of(exponential, new double[] {0, 3}, new double[] {1, 0.6});
        EventTimeDistribution cure = MixtureCure.of(0.2, delayed);
        assertThat(ConstantHazards.of(exponential)).hasSize(1);
        assertThat(ConstantHazards.of(delayed)).hasSize(1);
        assertThat(ConstantHazards.of(cure)).hasSize(2);
        assertThat(ConstantHazards.of(MixtureCure.of(0, exponential))).hasSize(1);
        assertThat(ConstantHazards.of(Mixture.of(new double[] {1, 3}, List.of(cure, exponential))))
                .extracting(ConstantHazards::share)
                .containsExactly(0.05, 0.2, 0.75);
    }

    @Test
    void whatIsMadeOfAnythingElseHasNone() {
        EventTimeDistribution weibull = Weibull.ofMedian(1.3, 6);
        EventTimeDistribution exponential = Exponential.ofMedian(6);
        assertThat(ConstantHazards.of(weibull)).isEmpty();
        assertThat(ConstantHazards.of(MixtureCure.of(0.2, weibull))).isEmpty();
        assertThat(ConstantHazards.of(Mixture.of(new double[] {1, 3}, List.of(exponential, weibull))))
                .isEmpty();
    }
}
