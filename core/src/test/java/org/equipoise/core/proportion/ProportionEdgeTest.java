package org.equipoise.core.proportion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.equipoise.core.numerics.Limits;
import org.junit.jupiter.api.Test;

/** Arms in which nobody or everybody succeeds. */
class ProportionEdgeTest {
    private static final double INFINITE = Double.POSITIVE_INFINITY;

    @Test
    void whereNobodyOrEverybodySucceedsThereIsNoEvidence() {
        for (TwoProportions data :
                new TwoProportions[] {new TwoProportions(0, 10, 0, 8), new TwoProportions(10, 10, 8, 8)}) {
            assertThat(WaldTest.pooled(data).z()).isZero();
            assertThat(WaldTest.unpooled(data, -0.1).z()).isZero();
            for (EffectMeasure measure : EffectMeasure.values()) {
                assertThat(ScoreTest.miettinenNurminen(data, measure, measure.none())
                                .z())
                        .isZero();
            }
            FisherExactTest fisher = FisherExactTest.of(data);
            assertThat(fisher.pOneSided()).isEqualTo(1);
            assertThat(fisher.pTwoSided()).isEqualTo(1);
            assertThat(fisher.oddsRatio()).isNaN();
            assertThat(fisher.limits(0.95)).isEqualTo(new Limits(0, INFINITE));
            assertThat(new ScoreTest(data, EffectMeasure.ODDS_RATIO, 1, true).limits(0.95))
                    .isEqualTo(new Limits(0, INFINITE));
        }
        // A difference is known even then, to the extent that the arms are large.
        Limits limits = new ScoreTest(new TwoProportions(0, 10, 0, 8), EffectMeasure.DIFFERENCE, 0, true).limits(0.95);
        assertThat(limits.lower()).isBetween(-0.4, -0.2);
        assertThat(limits.upper()).isBetween(0.2, 0.4);
        assertThat(new ScoreTest(new TwoProportions(0, 10, 0, 8), EffectMeasure.RATIO, 1, true).limits(0.95))
                .isEqualTo(new Limits(0, INFINITE));
    }

    @Test
    void completeSuccessAgainstNoneIsTheEndOfTheRange() {
        TwoProportions data = new TwoProportions(0, 12, 9, 9);
        Limits difference = new ScoreTest(data, EffectMeasure.DIFFERENCE, 0, true).limits(0.95);
        assertThat(difference.upper()).isEqualTo(1);
        assertThat(difference.lower()).isBetween(0.4, 0.8);
        Limits odds = new ScoreTest(data, EffectMeasure.ODDS_RATIO, 1, true).limits(0.95);
        assertThat(odds.upper()).isEqualTo(INFINITE);
        assertThat(odds.lower()).isGreaterThan(5);
        assertThat(FisherExactTest.of(data).oddsRatio()).isEqualTo(INFINITE);
        assertThat(FisherExactTest.of(data).limits(0.95).upper()).isEqualTo(INFINITE);
        assertThat(FisherExactTest.of(data.swapped()).oddsRatio()).isZero();
        assertThat(new ScoreTest(data.swapped(), EffectMeasure.RATIO, 1, false)
                        .limits(0.9)
                        .lower())
                .isZero();
    }

    @Test
    void onePatientAnArmIsEnoughToCompute() {
        TwoProportions data = new TwoProportions(0, 1, 1, 1);
        assertThat(WaldTest.pooled(data).z()).isCloseTo(Math.sqrt(2), within(1e-15));
        assertThat(WaldTest.unpooled(data, 0).z()).isZero();
        assertThat(new WaldTest(data, 0, true, true).z()).isZero();
        assertThat(FisherExactTest.of(data).pOneSided()).isCloseTo(0.5, within(1e-15));
    }

    @Test
    void oneProportionHasClosedLimitsAtItsEnds() {
        assertThat(ProportionLimits.clopperPearson(0, 15, 0.95).upper())
                .isCloseTo(1 - Math.pow(0.025, 1.0 / 15), within(1e-14));
        assertThat(ProportionLimits.clopperPearson(15, 15, 0.9).lower())
                .isCloseTo(Math.pow(0.05, 1.0 / 15), within(1e-14));
        assertThat(ProportionLimits.wilson(0, 15, 0.95).lower()).isZero();
        assertThat(ProportionLimits.wilson(15, 15, 0.95).upper()).isEqualTo(1);
    }

    /** By mpmath with 30 digits; R stops its search at 55.82 and 6.0406. */
    @Test
    void exactLimitsOfTheOddsRatioAreSolvedToTheEnd() {
        assertThat(FisherExactTest.of(new TwoProportions(2, 21, 7, 20))
                        .limits(0.95)
                        .upper())
                .isCloseTo(55.86903675371539, within(1e-9));
        assertThat(FisherExactTest.of(new TwoProportions(48, 80, 56, 70))
                        .limits(0.95)
                        .upper())
                .isCloseTo(6.039873013133444, within(1e-10));
    }

    @Test
    void faultsAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TwoProportions(1, 0, 1, 1))
                .withMessageContaining("patientsControl must be at least 1, was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TwoProportions(1, 2, 4, 3))
                .withMessageContaining("successesExperimental must be from 0 to 3, was 4");
        TwoProportions data = new TwoProportions(1, 3, 2, 3);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScoreTest.miettinenNurminen(data, EffectMeasure.DIFFERENCE, 1))
                .withMessageContaining("nullValue must be between -1 and 1 for a difference, was 1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScoreTest.miettinenNurminen(data, EffectMeasure.RATIO, 0))
                .withMessageContaining("nullValue must be positive and finite");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WaldTest.unpooled(data, -1))
                .withMessageContaining("nullDifference");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WaldTest.pooled(data).limits(95))
                .withMessageContaining("95 percent is written 0.95");
    }
}
