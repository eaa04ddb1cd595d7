package org.equipoise.core.planning.logrank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.equipoise.core.distribution.EventTimeDistribution;
import org.equipoise.core.distribution.Exponential;
import org.equipoise.core.distribution.LogNormal;
import org.equipoise.core.distribution.ProportionalHazards;
import org.equipoise.core.distribution.Weibull;
import org.equipoise.core.enrolment.ArrivalProcess;
import org.equipoise.core.enrolment.Enrolment;
import org.equipoise.core.planning.PlannedArm;
import org.equipoise.core.planning.PlannedStratum;
import org.equipoise.core.planning.PlannedTrial;
import org.equipoise.core.planning.fixed.FixedDesign;
import org.equipoise.core.planning.fixed.PowerMethod;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must hold of the tests that are made of log-rank scores, whatever the numbers. */
class PlannedTestsTest {
    private static final EventTimeDistribution LOST = Exponential.ofSurvival(0.95, 12);
    private static final Look LOOK = Look.atEvents(128);

    private static PlannedTrial trial(
            int patients, EventTimeDistribution control, EventTimeDistribution experimental, double ratio) {
        return PlannedTrial.of(
                Enrolment.over(patients, 18),
                ArrivalProcess.UNIFORM,
                new PlannedArm(1, control, LOST),
                new PlannedArm(ratio, experimental, LOST));
    }

    private static PlannedTrial proportional(double hazardRatio) {
        EventTimeDistribution control = Exponential.ofMedian(6);
        return trial(176, control, ProportionalHazards.of(control, hazardRatio), 1);
    }

    private static double power(PlannedTest test, PlannedTrial trial) {
        return PowerMethod.SECOND_ORDER.power(
                FixedDesign.of(trial, LOOK, 0.025, 1).withTest(test));
    }

    @Nested
    class OfWald {
        private static TestMoments moments(PlannedTrial trial, double hazardRatioH0, Look look) {
            return WaldTest.COX
                    .joint(trial, hazardRatioH0, List.of(look))
                    .looks()
                    .get(0);
        }

        @Test
        void exchanging_the_arms_turns_the_sign() {
            EventTimeDistribution a = Weibull.ofMedian(1.2, 6);
            EventTimeDistribution b = LogNormal.of(9, 0.9);
            TestMoments one = moments(trial(176, a, b, 2), 1, LOOK);
            TestMoments other = moments(trial(176, b, a, 0.5), 1, LOOK);
            assertThat(other.mean()).isCloseTo(-one.mean(), within(1e-6));
            assertThat(other.standardDeviation()).isCloseTo(one.standardDeviation(), within(1e-6));
            assertThat(other.skewness()).isCloseTo(-one.skewness(), within(1e-4));
        }

        /** The same hazard ratio as under the null hypothesis: Z is u/√v to first order, as the score test's. */
        @ParameterizedTest
        @ValueSource(doubles = {1, 1.4})
        void at_the_null_hypothesis_it_is_the_score_test_to_first_order(double ratio) {
            PlannedTrial trial = proportional(ratio);
            TestMoments score = WeightedLogRank.of(trial, TestWeight.LOG_RANK)
                    .withHazardRatioH0(ratio)
                    .at(LOOK);
            TestMoments wald = moments(trial, ratio, LOOK);
            assertThat(wald.firstOrderMean()).isCloseTo(0, within(1e-9));
            assertThat(wald.information()).isCloseTo(score.information(), within(1e-9));
            assertThat(wald.mean()).isCloseTo(score.mean(), within(1e-9));
            assertThat(wald.standardDeviation()).isCloseTo(score.standardDeviation(), within(0.01));
        }

        @Test
        void its_expected_value_is_the_log_hazard_ratio_by_its_standard_error() {
            TestMoments wald = moments(proportional(0.6), 1, LOOK);
            assertThat(wald.firstOrderMean()).isCloseTo(-Math.log(0.6) * Math.sqrt(wald.information()), within(1e-9));
        }

        @Test
        void it_rejects_less_often_than_the_log_rank_test() {
            assertThat(power(WaldTest.COX, proportional(0.6)))
                    .isLessThan(power(TestWeight.LOG_RANK, proportional(0.6)))
                    .isCloseTo(power(TestWeight.LOG_RANK, proportional(0.6)), within(0.004));
        }

        @Test
        void like_strata_are_one_stratum_to_first_order() {
            EventTimeDistribution control = Exponential.ofMedian(6);
            PlannedArm arm = new PlannedArm(1, control, LOST);
            PlannedArm better = new PlannedArm(1, ProportionalHazards.of(control, 0.6), LOST);
            PlannedStratum half = new PlannedStratum(0.5, arm, better);
            PlannedTrial split = proportional(0.6).withStrata(List.of(half, half));
            assertThat(moments(split, 1, LOOK).firstOrderMean())
                    .isCloseTo(moments(proportional(0.6), 1, LOOK).firstOrderMean(), within(1e-9));
        }
    }

    @Nested
    class OfMaxCombo {
        private static final TestWeight EARLY = TestWeight.flemingHarrington(1, 0);
        private static final TestWeight LATE = TestWeight.flemingHarrington(0, 1);

        @Test
        void of_copies_it_is_the_test_itself() {
            assertThat(power(new MaxCombo(List.of(LATE, LATE)), proportional(0.6)))
                    .isCloseTo(power(LATE, proportional(0.6)), within(1e-6));
        }

        @Test
        void the_order_of_weights_does_not_matter() {
            assertThat(power(new MaxCombo(List.of(LATE, TestWeight.LOG_RANK, EARLY)), proportional(0.6)))
                    .isCloseTo(
                            power(new MaxCombo(List.of(EARLY, LATE, TestWeight.LOG_RANK)), proportional(0.6)),
                            within(1e-6));
        }

        /** Power lies between that of the best at the level over the number of weights, and at the level itself. */
        @Test
        void it_loses_little_to_the_best_of_its_weights() {
            double combined = power(new MaxCombo(List.of(TestWeight.LOG_RANK, LATE)), proportional(0.6));
            assertThat(combined).isBetween(0.75, power(TestWeight.LOG_RANK, proportional(0.6)));
        }

        @Test
        void without_an_effect_it_keeps_its_level_but_for_skewness() {
            assertThat(power(new MaxCombo(List.of(TestWeight.LOG_RANK, LATE)), proportional(1)))
                    .isCloseTo(0.025, within(0.002));
        }

        /** In so large a trial nothing is left of the second order. */
        @Test
        void in_a_large_trial_both_orders_agree() {
            EventTimeDistribution control = Exponential.ofMedian(6);
            PlannedTrial trial = trial(100_000, control, ProportionalHazards.of(control, 0.982), 1);
            FixedDesign design = FixedDesign.of(trial, Look.atTime(30), 0.025, 1)
                    .withTest(new MaxCombo(List.of(TestWeight.LOG_RANK, LATE, EARLY)));
            assertThat(PowerMethod.SECOND_ORDER.power(design))
                    .isBetween(0.5, 0.9)
                    .isCloseTo(PowerMethod.FIRST_ORDER.power(design), within(1e-3));
        }

        @Test
        void it_takes_two_to_four_weights_and_one_look() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new MaxCombo(List.of(LATE)))
                    .withMessageContaining("from 2 to 4");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new MaxCombo(
                            IntStream.range(0, 5).mapToObj(i -> LATE).toList()));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new MaxCombo(List.of(EARLY, LATE))
                            .joint(proportional(0.6), 1, List.of(Look.atEvents(60), LOOK)))
                    .withMessageContaining("one look");
        }
    }
}
