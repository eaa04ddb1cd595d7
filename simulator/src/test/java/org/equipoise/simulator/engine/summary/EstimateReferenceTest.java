package org.equipoise.simulator.engine.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EstimateReferenceTest {
    /**
     * Limits by Newcombe 1998, Statistics in Medicine 17:857, table I, method 3 (Wilson's score without continuity
     * correction).
     */
    @ParameterizedTest
    @CsvSource({"81, 263, 0.2553, 0.3662", "15, 148, 0.0624, 0.1605", "0, 20, 0.0000, 0.1611", "1, 29, 0.0061, 0.1718"})
    void wilsonsLimitsAreThePublishedOnes(long successes, long n, double low, double high) {
        Estimate estimate = Estimate.proportion(successes, n);
        assertThat(estimate.low()).isCloseTo(low, within(0.00005));
        assertThat(estimate.high()).isCloseTo(high, within(0.00005));
        Estimate mirrored = Estimate.proportion(n - successes, n);
        assertThat(mirrored.low()).isCloseTo(1 - high, within(0.00005));
        assertThat(mirrored.high()).isCloseTo(1 - low, within(0.00005));
    }

    /** By hand: 795 of 1,000 has p(1 − p)/n = 0.795 · 0.205 / 1000 = 1.62975e-4. */
    @Test
    void standardErrorOfAProportion() {
        Estimate estimate = Estimate.proportion(795, 1000);
        assertThat(estimate.value()).isEqualTo(0.795);
        assertThat(estimate.standardError()).isCloseTo(Math.sqrt(1.62975e-4), within(1e-15));
    }

    @Test
    void limitsDoNotCollapseAtTheEnds() {
        assertThat(Estimate.proportion(0, 1000).low()).isZero();
        assertThat(Estimate.proportion(0, 1000).high()).isCloseTo(0.0038268, within(1e-6));
        assertThat(Estimate.proportion(1000, 1000).high()).isEqualTo(1);
        assertThat(Estimate.proportion(1000, 1000).low()).isCloseTo(1 - 0.0038268, within(1e-6));
        assertThat(Estimate.proportion(0, 0).value()).isNaN();
    }

    @Test
    void limitsOfAMean() {
        Estimate estimate = Estimate.mean(30, 2, 10_000);
        assertThat(estimate.standardError()).isEqualTo(0.02);
        assertThat(estimate.low()).isCloseTo(30 - 0.0391993, within(1e-7));
        assertThat(estimate.high()).isCloseTo(30 + 0.0391993, within(1e-7));
        assertThat(estimate.standardErrorsFrom(29.95)).isCloseTo(2.5, within(1e-10));
        assertThat(Estimate.mean(1, 0, 5).standardErrorsFrom(1)).isNaN();
    }
}
