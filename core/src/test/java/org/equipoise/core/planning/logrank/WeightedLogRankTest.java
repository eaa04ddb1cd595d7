package org.equipoise.core.planning.logrank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.equipoise.core.distribution.EventTimeDistribution;
import org.equipoise.core.distribution.Exponential;
import org.equipoise.core.distribution.LogNormal;
import org.equipoise.core.distribution.MixtureCure;
import org.equipoise.core.distribution.ProportionalHazards;
import org.equipoise.core.distribution.Weibull;
import org.equipoise.core.enrolment.ArrivalProcess;
import org.equipoise.core.enrolment.Enrolment;
import org.equipoise.core.planning.PlannedArm;
import org.equipoise.core.planning.PlannedStratum;
import org.equipoise.core.planning.PlannedTrial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class WeightedLogRankTest {
    private static final EventTimeDistribution LOST = Exponential.ofSurvival(0.95, 12);

    static List<TestWeight> weights() {
        return List.of(
                TestWeight.LOG_RANK,
                TestWeight.GEHAN,
                TestWeight.TARONE_WARE,
                TestWeight.flemingHarrington(0, 1),
                TestWeight.flemingHarrington(1, 0),
                TestWeight.flemingHarrington(0.5, 0.5),
                TestWeight.modestlyWeighted(6));
    }

    private static PlannedTrial trial(
            double patients,
            double unit,
            EventTimeDistribution control,
            EventTimeDistribution experimental,
            double ratio) {
        Enrolment enrolment = Enrolment.over((int) patients, 18 * unit);
        EventTimeDistribution lost = Exponential.ofSurvival(0.95, 12 * unit);
        return PlannedTrial.of(
                enrolment,
                ArrivalProcess.UNIFORM,
                new PlannedArm(1, control, lost),
                new PlannedArm(ratio, experimental, lost));
    }

    @ParameterizedTest
    @MethodSource("weights")
    void exchangingTheArmsTurnsTheSign(TestWeight weight) {
        EventTimeDistribution a = Weibull.ofMedian(1.2, 6);
        EventTimeDistribution b = LogNormal.of(9, 0.9);
        TestMoments one = WeightedLogRank.of(trial(176, 1, a, b, 2), weight).atEvents(120);
        TestMoments other = WeightedLogRank.of(trial(176, 1, b, a, 0.5), weight).atEvents(120);
        assertThat(other.mean()).isCloseTo(-one.mean(), within(1e-6));
        assertThat(other.standardDeviation()).isCloseTo(one.standardDeviation(), within(1e-6));
        assertThat(other.skewness()).isCloseTo(-one.skewness(), within(1e-4));
    }

    /** Weibull hazards of shape 1 are not seen to be constant, and get every breakpoint. */
    @ParameterizedTest
    @MethodSource("weights")
    void constantHazardsNeedFewerBreakpoints(TestWeight weight) {
        double[][] medians = {{6, 10}, {6, 6}, {0.5, 40}, {30, 0.8}};
        for (double[] pair : medians) {
            PlannedTrial seen = trial(176, 1, Exponential.ofMedian(pair[0]), Exponential.ofMedian(pair[1]), 1);
            PlannedTrial notSeen = trial(176, 1, Weibull.ofMedian(1, pair[0]), Weibull.ofMedian(1, pair[1]), 1);
            for (double events : new double[] {20, 90, 130}) {
                TestMoments few = WeightedLogRank.of(seen, weight).atEvents(events);
                TestMoments all = WeightedLogRank.of(notSeen, weight).atEvents(events);
                assertThat(few.mean()).isCloseTo(all.mean(), within(1e-7));
                assertThat(few.standardDeviation()).isCloseTo(all.standardDeviation(), within(1e-7));
                assertThat(few.skewness()).isCloseTo(all.skewness(), within(1e-6));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("weights")
    void timeUnitChangesNothing(TestWeight weight) {
        double unit = 30.4375;
        TestMoments months = WeightedLogRank.of(
                        trial(176, 1, Exponential.ofMedian(6), Exponential.ofMedian(10), 1), weight)
                .atEvents(120);
        TestMoments days = WeightedLogRank.of(
                        trial(176, unit, Exponential.ofMedian(6 * unit), Exponential.ofMedian(10 * unit), 1),
                        weight.horizon() < Double.POSITIVE_INFINITY ? TestWeight.modestlyWeighted(6 * unit) : weight)
                .atEvents(120);
        assertThat(days.mean()).isCloseTo(months.mean(), within(1e-6));
        assertThat(days.standardDeviation()).isCloseTo(months.standardDeviation(), within(1e-6));
        assertThat(days.calendarTime()).isCloseTo(unit * months.calendarTime(), within(1e-6 * unit));
    }

    @ParameterizedTest
    @MethodSource("weights")
    void withoutAnEffectZIsNearlyStandard(TestWeight weight) {
        EventTimeDistribution same = MixtureCure.of(0.2, Weibull.ofMedian(0.8, 6));
        TestMoments moments =
                WeightedLogRank.of(trial(200, 1, same, same, 2), weight).atTime(30);
        assertThat(moments.mean()).isCloseTo(0, within(0.05));
        assertThat(moments.score()).isCloseTo(0, within(1e-12));
        assertThat(moments.standardDeviation()).isBetween(1.0, 1.02);
    }

    @ParameterizedTest
    @MethodSource("weights")
    void whatIsOfHigherOrderVanishesInLargeTrials(TestWeight weight) {
        EventTimeDistribution control = Exponential.ofMedian(6);
        EventTimeDistribution experimental = ProportionalHazards.of(control, 0.97);
        TestMoments small = WeightedLogRank.of(trial(1000, 1, control, experimental, 1), weight)
                .atTime(30);
        TestMoments large = WeightedLogRank.of(trial(100_000, 1, control, experimental, 1), weight)
                .atTime(30);
        assertThat(large.mean() - large.firstOrderMean())
                .isCloseTo((small.mean() - small.firstOrderMean()) / 10, within(1e-5));
        assertThat(large.skewness()).isCloseTo(small.skewness() / 10, within(1e-5));
    }

    @Test
    void likeStrataAreOneStratumToFirstOrder() {
        EventTimeDistribution control = Exponential.ofMedian(6);
        EventTimeDistribution experimental = Exponential.ofMedian(10);
        PlannedTrial one = trial(400, 1, control, experimental, 1);
        PlannedStratum half =
                new PlannedStratum(0.5, new PlannedArm(1, control, LOST), new PlannedArm(1, experimental, LOST));
        TestMoments whole = WeightedLogRank.of(one, TestWeight.LOG_RANK).atEvents(250);
        TestMoments split = WeightedLogRank.of(one.withStrata(List.of(half, half)), TestWeight.LOG_RANK)
                .atEvents(250);
        assertThat(split.firstOrderMean()).isCloseTo(whole.firstOrderMean(), within(1e-9));
        assertThat(split.standardDeviation()).isCloseTo(whole.standardDeviation(), within(1e-3));
        assertThat(split.mean()).isCloseTo(whole.mean(), within(0.02)).isLessThan(whole.mean());
    }

    @Test
    void nonInferiorityMeasuresFromItsMargin() {
        PlannedTrial same = trial(400, 1, Exponential.ofMedian(6), Exponential.ofMedian(6), 1);
        WeightedLogRank test = WeightedLogRank.of(same, TestWeight.LOG_RANK);
        assertThat(test.withHazardRatioH0(1.3).atTime(30).mean()).isGreaterThan(2);
        PlannedTrial atMargin = trial(400, 1, Exponential.ofRate(0.1), Exponential.ofRate(0.13), 1);
        TestMoments none = WeightedLogRank.of(atMargin, TestWeight.LOG_RANK)
                .withHazardRatioH0(1.3)
                .atTime(30);
        assertThat(none.score()).isCloseTo(0, within(1e-12));
        assertThat(none.standardDeviation()).isBetween(1.0, 1.01);
    }

    @Test
    void looksAtExpectedTimesAndEventsHaveTheSameFirstOrder() {
        PlannedTrial trial = trial(176, 1, Exponential.ofMedian(6), Exponential.ofMedian(10), 1);
        WeightedLogRank test = WeightedLogRank.of(trial, TestWeight.LOG_RANK);
        TestMoments byEvents = test.atEvents(128);
        TestMoments byTime = test.atTime(byEvents.calendarTime());
        assertThat(byTime.events()).isCloseTo(128, within(1e-8));
        assertThat(byTime.firstOrderMean()).isCloseTo(byEvents.firstOrderMean(), within(1e-8));
        FirstOrder firstOrder = test.firstOrder(Look.atEvents(128));
        assertThat(firstOrder.score()).isCloseTo(byEvents.score(), within(1e-9));
        assertThat(firstOrder.information()).isCloseTo(byEvents.information(), within(1e-9));
    }

    @Test
    void jointMomentsNearlyHaveIndependentIncrements() {
        PlannedTrial trial = trial(1000, 1, Exponential.ofMedian(6), Exponential.ofMedian(6.6), 1);
        JointMoments joint = WeightedLogRank.of(trial, TestWeight.LOG_RANK)
                .joint(List.of(Look.atEvents(250), Look.atEvents(500), Look.atTime(40)));
        for (int j = 0; j < 3; j++) {
            for (int k = j; k < 3; k++) {
                double expected = Math.sqrt(joint.informationFraction(j) / joint.informationFraction(k));
                assertThat(joint.correlation(j, k)).isCloseTo(expected, within(2e-3));
                assertThat(joint.covariance(j, k)).isEqualTo(joint.covariance(k, j));
            }
        }
        assertThat(joint.informationFraction(2)).isEqualTo(1);
    }

    @Test
    void allEventsMayBeAwaited() {
        PlannedTrial trial = PlannedTrial.of(
                Enrolment.over(50, 10),
                ArrivalProcess.UNIFORM,
                PlannedArm.of(1, Exponential.ofMedian(6)),
                PlannedArm.of(1, Exponential.ofMedian(12)));
        assertThat(WeightedLogRank.of(trial, TestWeight.LOG_RANK).atEvents(50).mean())
                .isCloseTo(2.342, within(0.01));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WeightedLogRank.of(trial, TestWeight.LOG_RANK).atEvents(51))
                .withMessageContaining("fewer than endless follow-up gives");
    }

    @Test
    void invalidQuestionsAreRejected() {
        PlannedTrial trial = trial(176, 1, Exponential.ofMedian(6), Exponential.ofMedian(10), 1);
        WeightedLogRank test = WeightedLogRank.of(trial, TestWeight.LOG_RANK);
        assertThatIllegalArgumentException().isThrownBy(() -> test.atTime(0));
        assertThatIllegalArgumentException().isThrownBy(() -> test.atEvents(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> test.joint(List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> test.joint(List.of(Look.atEvents(100), Look.atEvents(90))))
                .withMessageContaining("looks must follow each other");
        assertThatIllegalArgumentException().isThrownBy(() -> test.withHazardRatioH0(0));
        assertThatIllegalArgumentException().isThrownBy(() -> TestWeight.flemingHarrington(-1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> TestWeight.modestlyWeighted(0));
    }

    @ParameterizedTest
    @EnumSource(ArrivalProcess.class)
    void aCriticalValueThatDoesNotMoveWithTheEventsIsAsIfItWereOne(ArrivalProcess arrivals) {
        PlannedTrial uniform = trial(176, 1, Exponential.ofMedian(6), Exponential.ofMedian(10), 1);
        PlannedTrial trial = new PlannedTrial(176, uniform.rates(), arrivals, uniform.strata());
        TestMoments early = WeightedLogRank.of(trial, TestWeight.LOG_RANK).atTime(15);
        assertThat(early.standardised(events -> 1.96)).isCloseTo(early.standardised(1.96), within(1e-3));
        assertThat(early.eventsCorrelation()).isBetween(-0.05, 0.4);
        // Early, with uniform entries, the number of events is binomial.
        if (arrivals == ArrivalProcess.UNIFORM) {
            double share = early.events() / 176;
            assertThat(early.eventsDeviation()).isCloseTo(Math.sqrt(176 * share * (1 - share)), within(0.1));
        }
        // One event more or less is worth 0.05 of the bound: a look with more events rejects more easily.
        assertThat(early.standardised(events -> 3 - 0.05 * (events - early.events())))
                .isLessThan(early.standardised(3) - 0.02);
        assertThat(WeightedLogRank.of(trial, TestWeight.LOG_RANK).atEvents(60).eventsDeviation())
                .isZero();
    }
}
