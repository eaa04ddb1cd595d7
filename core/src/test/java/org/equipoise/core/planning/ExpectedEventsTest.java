package org.equipoise.core.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.equipoise.core.distribution.EventTimeDistribution;
import org.equipoise.core.distribution.Exponential;
import org.equipoise.core.distribution.Gompertz;
import org.equipoise.core.distribution.LogLogistic;
import org.equipoise.core.distribution.LogNormal;
import org.equipoise.core.distribution.MixtureCure;
import org.equipoise.core.distribution.PiecewiseExponential;
import org.equipoise.core.distribution.ProportionalHazards;
import org.equipoise.core.distribution.Weibull;
import org.equipoise.core.enrolment.ArrivalProcess;
import org.equipoise.core.enrolment.Enrolment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpectedEventsTest {
    private static final Enrolment RAMP = Enrolment.of(176, new double[] {0, 3, 6}, new double[] {4, 8, 12});
    private static final EventTimeDistribution LOST = Exponential.ofSurvival(0.95, 12);

    private static final List<EventTimeDistribution> EVENTS = List.of(
            Exponential.ofMedian(6.5),
            PiecewiseExponential.of(new double[] {0, 2, 4}, new double[] {0.2, 0, 0.1}),
            Weibull.ofMedian(0.5, 6.5),
            Weibull.ofMedian(3, 6.5),
            LogNormal.of(6.5, 0.9),
            LogLogistic.of(6.5, 0.8),
            Gompertz.ofMedian(-0.05, 6.5),
            MixtureCure.of(0.15, Weibull.ofMedian(1.3, 5)),
            ProportionalHazards.of(LogNormal.of(6.5, 0.9), new double[] {0, 3}, new double[] {1, 0.55}));

    /** Lachin and Foulkes (1986): uniform enrolment over R, hazard λ, loss η, both exponential. */
    @ParameterizedTest
    @ValueSource(doubles = {18, 18.5, 24, 30, 100})
    void exponentialTimesFollowLachinAndFoulkes(double time) {
        double lambda = 0.1;
        double eta = 0.02;
        double sum = lambda + eta;
        double duration = 18;
        double probability =
                lambda / sum * (1 - (Math.exp(-sum * (time - duration)) - Math.exp(-sum * time)) / (sum * duration));
        PlannedArm arm = PlannedArm.of(1, Exponential.ofRate(lambda)).withDropout(Exponential.ofRate(eta));
        ExpectedEvents expected =
                ExpectedEvents.of(Enrolment.over(10_000, duration), ArrivalProcess.UNIFORM, List.of(arm));
        assertThat(expected.events(time)).isCloseTo(10_000 * probability, within(1e-10));
        assertThat(expected.dropouts(time)).isCloseTo(10_000 * probability * eta / lambda, within(1e-10));
        assertThat(expected.maximum()).isCloseTo(10_000 * lambda / sum, within(1e-10));
    }

    /**
     * Second implementation: the whole sum over fine cells of patient time. Its error, O(cell²), is below 2e-5 events.
     */
    @ParameterizedTest
    @EnumSource(ArrivalProcess.class)
    void everyDistributionAgreesWithAPlainSum(ArrivalProcess arrivals) {
        for (EventTimeDistribution event : EVENTS) {
            EventTimeDistribution dropout = Weibull.ofMedian(1.5, 40);
            ExpectedEvents expected = ExpectedEvents.of(RAMP, arrivals, List.of(new PlannedArm(1, event, dropout)));
            for (double time : new double[] {2, 8.3, 17.5, 26}) {
                assertThat(expected.events(time))
                        .as("%s at %s", event, time)
                        .isCloseTo(plainSum(arrivals, event, dropout, time), within(2e-5));
            }
        }
    }

    private static double plainSum(
            ArrivalProcess arrivals, EventTimeDistribution event, EventTimeDistribution dropout, double time) {
        int cells = 20_000;
        double width = time / cells;
        double sum = 0;
        double before = 1;
        for (int i = 0; i < cells; i++) {
            double after = event.survival((i + 1) * width);
            double middle = (i + 0.5) * width;
            sum += arrivals.expectedEnrolled(RAMP, time - middle) * (before - after) * dropout.survival(middle);
            before = after;
        }
        return sum;
    }

    @Test
    void withoutDropoutEventsAreTheIntegralOverEntryTimes() {
        // ∫ a(u) F(t - u) du with a(u) patients a month: midpoint rule over entry, error below 1e-6 for smooth F.
        EventTimeDistribution event = LogNormal.of(6.5, 0.9);
        ExpectedEvents expected =
                ExpectedEvents.of(Enrolment.over(180, 18), ArrivalProcess.UNIFORM, List.of(PlannedArm.of(1, event)));
        int cells = 100_000;
        double sum = 0;
        for (int i = 0; i < cells; i++) {
            sum += 1 - event.survival(24 - (i + 0.5) * 18 / cells);
        }
        assertThat(expected.events(24)).isCloseTo(180 * sum / cells, within(1e-6));
    }

    @Test
    void everybodyIsEnrolledLostOrHasTheEvent() {
        for (EventTimeDistribution event : EVENTS) {
            ExpectedEvents expected =
                    ExpectedEvents.of(RAMP, ArrivalProcess.UNIFORM, List.of(new PlannedArm(1, event, LOST)));
            double time = 1e5;
            assertThat(expected.events(time) + expected.dropouts(time)).isCloseTo(176, within(1e-10));
            assertThat(expected.events(time)).isCloseTo(expected.maximum(), within(1e-10));
            assertThat(expected.events(Double.POSITIVE_INFINITY)).isCloseTo(expected.maximum(), within(1e-10));
        }
    }

    @Test
    void withoutDropoutOnlyTheCuredStayWithoutEvent() {
        for (EventTimeDistribution event : EVENTS) {
            ExpectedEvents expected = ExpectedEvents.of(RAMP, ArrivalProcess.UNIFORM, List.of(PlannedArm.of(1, event)));
            assertThat(expected.maximum()).isCloseTo(176 * (1 - event.cureFraction()), within(1e-12));
            assertThat(expected.dropouts(30)).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(ArrivalProcess.class)
    void timeOfEventsIsTheInverse(ArrivalProcess arrivals) {
        for (EventTimeDistribution event : EVENTS) {
            ExpectedEvents expected = ExpectedEvents.of(
                    RAMP,
                    arrivals,
                    List.of(new PlannedArm(1, event, LOST), new PlannedArm(2, Exponential.ofMedian(9), null)));
            for (double share : new double[] {1e-6, 0.01, 0.3, 0.7, 0.95}) {
                double events = share * expected.maximum();
                double time = expected.timeOf(events);
                assertThat(expected.events(time)).isCloseTo(events, within(1e-9));
                assertThat(expected.timeOf(events, 0.8 * time)).isCloseTo(time, within(1e-9 * time));
            }
        }
    }

    @Test
    void unreachableEventsHaveNoTime() {
        ExpectedEvents expected = ExpectedEvents.of(
                RAMP, ArrivalProcess.POISSON, List.of(PlannedArm.of(1, MixtureCure.of(0.5, Exponential.ofMedian(6)))));
        assertThat(expected.maximum()).isCloseTo(88, within(1e-12));
        assertThat(expected.timeOf(88.1)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(expected.timeOf(expected.maximum())).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(expected.timeOf(87.999)).isBetween(60.0, 200.0);
        assertThat(expected.timeOf(0)).isZero();
        assertThatIllegalArgumentException().isThrownBy(() -> expected.timeOf(Double.NaN));
    }

    @Test
    void veryRareEventsAreStillFound() {
        ExpectedEvents expected =
                ExpectedEvents.of(RAMP, ArrivalProcess.UNIFORM, List.of(PlannedArm.of(1, Exponential.ofMedian(1e9))));
        double time = expected.timeOf(170);
        assertThat(time).isCloseTo(-1e9 / Math.log(2) * Math.log(6 / 176.0), within(100.0));
        assertThat(expected.events(time)).isCloseTo(170, within(1e-9));
    }

    @Test
    void timeUnitChangesNothingButTheTimes() {
        double days = 30.4375;
        Enrolment inDays =
                Enrolment.of(176, new double[] {0, 3 * days, 6 * days}, new double[] {4 / days, 8 / days, 12 / days});
        ExpectedEvents months = ExpectedEvents.of(
                RAMP, ArrivalProcess.POISSON, List.of(new PlannedArm(1, Weibull.ofMedian(0.7, 6.5), LOST)));
        ExpectedEvents scaled = ExpectedEvents.of(
                inDays,
                ArrivalProcess.POISSON,
                List.of(new PlannedArm(1, Weibull.ofMedian(0.7, 6.5 * days), Exponential.ofSurvival(0.95, 12 * days))));
        assertThat(scaled.events(20 * days)).isCloseTo(months.events(20), within(1e-10));
        assertThat(scaled.timeOf(100)).isCloseTo(months.timeOf(100) * days, within(1e-9));
    }

    @Test
    void allocationIsRelative() {
        EventTimeDistribution event = Exponential.ofMedian(6.5);
        ExpectedEvents expected = ExpectedEvents.of(
                RAMP, ArrivalProcess.UNIFORM, List.of(PlannedArm.of(0.5, event), PlannedArm.of(1.5, event)));
        assertThat(expected.enrolled(0, 30)).isCloseTo(44, within(1e-12));
        assertThat(expected.enrolled(1, 30)).isCloseTo(132, within(1e-12));
        assertThat(expected.events(1, 20)).isCloseTo(3 * expected.events(0, 20), within(1e-11));
        assertThat(expected.events(20)).isCloseTo(4 * expected.events(0, 20), within(1e-11));
        assertThat(expected.arms()).hasSize(2);
    }

    @Test
    void nothingHappensBeforeTheStart() {
        ExpectedEvents expected =
                ExpectedEvents.of(RAMP, ArrivalProcess.POISSON, List.of(new PlannedArm(1, EVENTS.get(0), LOST)));
        assertThat(expected.events(0)).isZero();
        assertThat(expected.events(-1)).isZero();
        assertThat(expected.dropouts(0)).isZero();
        assertThat(expected.enrolled(0)).isZero();
    }

    @Test
    void invalidPlansAreRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ExpectedEvents.of(RAMP, ArrivalProcess.EVEN, List.of()))
                .withMessageContaining("at least one arm");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PlannedArm.of(0, LOST))
                .withMessage("allocation must be positive and finite, was 0.0");
    }

    /**
     * When all come at once and have exponential times, event d of n comes after a mean of Σ 1/(λ (n - k)), k from 0 to
     * d - 1.
     */
    @ParameterizedTest
    @ValueSource(ints = {20, 60, 100, 114})
    void meanTimeOfAnEventIsThatOfAnOrderStatistic(int events) {
        ExpectedEvents expected = ExpectedEvents.of(
                Enrolment.over(120, 1e-6),
                ArrivalProcess.UNIFORM,
                List.of(PlannedArm.of(2, Exponential.ofRate(0.1)), PlannedArm.of(1, Exponential.ofRate(0.1))));
        double mean = 0;
        for (int k = 0; k < events; k++) {
            mean += 1 / (0.1 * (120 - k));
        }
        AtEvents at = expected.atEvents(events);
        // What is of higher order is of the size of 1/(λ (n - d)³).
        double higher = 10.0 / Math.pow(120 - events, 2) + 1e-4;
        assertThat(at.time()).isCloseTo(mean, within(higher)).isLessThan(expected.timeOf(events));
        assertThat(at.events().get(0)).isCloseTo(2 * events / 3.0, within(1e-6));
        assertThat(at.events().get(0) + at.events().get(1)).isCloseTo(events, within(1e-9));
        assertThat(at.enrolled()).isCloseTo(120, within(1e-9));
        assertThat(at.dropouts()).isZero();
    }

    /** Base scenario: six million trials of a plain program have the mean time 30.6213, standard error 0.0009. */
    @Test
    void meanTimeOfAnEventIsThatOfSimulatedTrials() {
        EventTimeDistribution control = Exponential.ofMedian(6.5);
        ExpectedEvents expected = ExpectedEvents.of(
                RAMP,
                ArrivalProcess.POISSON,
                List.of(
                        new PlannedArm(1, control, LOST),
                        new PlannedArm(1, ProportionalHazards.of(control, 0.62), LOST)));
        assertThat(expected.atEvents(137).time()).isCloseTo(30.6213, within(0.003));
        assertThat(expected.timeOf(137)).isCloseTo(30.7426, within(1e-4));
    }

    @Test
    void anEventThatNeverComesHasTheLimitsOfEndlessFollowUp() {
        for (ArrivalProcess arrivals : ArrivalProcess.values()) {
            ExpectedEvents expected = ExpectedEvents.of(
                    RAMP, arrivals, List.of(new PlannedArm(1, MixtureCure.of(0.2, Exponential.ofRate(1)), null)));
            AtEvents at = expected.atEvents(141);
            assertThat(at.time()).isInfinite();
            assertThat(at.events().get(0)).isCloseTo(0.8 * 176, within(1e-9));
            assertThat(at.enrolled()).isCloseTo(176, within(1e-9));
        }
    }
}
