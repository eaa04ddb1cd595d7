package org.equipoise.core.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.equipoise.core.numerics.Limits;
import org.junit.jupiter.api.Test;

/** Data at the edge of what can be analysed. */
class SurvivalEdgeTest {
    private static final double INFINITE = Double.POSITIVE_INFINITY;
    private static final boolean[] HALVES = {false, false, true, true};

    private static SurvivalData data(double[] time, int... events) {
        boolean[] event = new boolean[events.length];
        for (int i = 0; i < events.length; i++) {
            event[i] = events[i] == 1;
        }
        return SurvivalData.of(time, event, HALVES);
    }

    private static void assertUninformative(SurvivalData data) {
        LogRankTest test = LogRankTest.of(data);
        assertThat(test.variance()).isZero();
        assertThat(test.z()).isZero();
        assertThat(test.pOneSided()).isEqualTo(0.5);
        assertThat(test.pTwoSided()).isEqualTo(1);
        CoxModel model = CoxModel.of(data);
        assertThat(model.status()).isEqualTo(FitStatus.UNINFORMATIVE);
        assertThat(model.logHazardRatio()).isZero();
        assertThat(model.standardError()).isEqualTo(INFINITE);
        assertThat(model.waldZ()).isZero();
        assertThat(model.scoreChiSquare()).isZero();
        assertThat(model.likelihoodRatioChiSquare()).isZero();
        assertThat(model.limits(0.95)).isEqualTo(new Limits(0, INFINITE));
    }

    @Test
    void withoutEventsThereIsNoEvidence() {
        assertUninformative(data(new double[] {1, 2, 3, 4}, 0, 0, 0, 0));
    }

    @Test
    void withEventsOnlyAfterOneArmHasLeftThereIsNoEvidence() {
        assertUninformative(data(new double[] {1, 2, 3, 4}, 0, 0, 1, 1));
    }

    @Test
    void whenAllHaveTheEventAtOnceTheLogRankTestSaysNothing() {
        SurvivalData data = data(new double[] {5, 5, 5, 5}, 1, 1, 1, 1);
        assertThat(LogRankTest.of(data).variance()).isZero();
        assertThat(LogRankTest.of(data).z()).isZero();
        for (Ties ties : List.of(Ties.EFRON, Ties.BRESLOW)) {
            CoxModel model = CoxModel.of(data, ties);
            assertThat(model.status()).isEqualTo(FitStatus.CONVERGED);
            assertThat(model.logHazardRatio()).isCloseTo(0, within(1e-15));
        }
        // Which of all patients had the event, when all had it, is no question in discrete time.
        CoxModel exact = CoxModel.of(data, Ties.EXACT);
        assertThat(exact.status()).isEqualTo(FitStatus.UNINFORMATIVE);
        assertThat(exact.logHazardRatio()).isZero();
        assertThat(exact.likelihoodRatioChiSquare()).isZero();
    }

    @Test
    void oneEventDecidesTheSign() {
        LogRankTest test = LogRankTest.of(data(new double[] {1, 2, 3, 4}, 1, 0, 0, 0));
        assertThat(test.statistic()).isEqualTo(0.5);
        assertThat(test.variance()).isEqualTo(0.25);
        assertThat(test.z()).isEqualTo(1);
        CoxModel model = CoxModel.of(data(new double[] {1, 2, 3, 4}, 1, 0, 0, 0));
        assertMonotone(model, -INFINITE);
        assertThat(model.scoreChiSquare()).isEqualTo(1);
        // The likelihood is 1/4 without effect and 1/2 in the limit.
        assertThat(model.likelihoodRatioChiSquare()).isCloseTo(2 * Math.log(2), within(1e-15));
    }

    private static void assertMonotone(CoxModel model, double logHazardRatio) {
        assertThat(model.status()).isEqualTo(FitStatus.MONOTONE);
        assertThat(model.logHazardRatio()).isEqualTo(logHazardRatio);
        assertThat(model.hazardRatio()).isEqualTo(logHazardRatio < 0 ? 0 : INFINITE);
        assertThat(model.standardError()).isEqualTo(INFINITE);
        assertThat(model.waldZ()).isZero();
        assertThat(model.limits(0.95)).isEqualTo(new Limits(0, INFINITE));
        assertThat(model.logLikelihood()).isFinite().isGreaterThan(model.logLikelihoodNull());
    }

    @Test
    void eventsInTheExperimentalArmOnlyGiveAnInfiniteHazardRatio() {
        assertMonotone(CoxModel.of(data(new double[] {5, 6, 3, 4}, 0, 0, 1, 1)), INFINITE);
    }

    @Test
    void perfectOrderGivesAnInfiniteEstimateThoughBothArmsHaveEvents() {
        for (Ties ties : Ties.values()) {
            assertMonotone(CoxModel.of(data(new double[] {1, 2, 3, 4}, 1, 1, 1, 1), ties), -INFINITE);
            assertMonotone(CoxModel.of(data(new double[] {1, 1, 3, 3}, 1, 1, 1, 1), ties), -INFINITE);
            assertMonotone(CoxModel.of(data(new double[] {3, 3, 1, 1}, 1, 1, 1, 1), ties), INFINITE);
        }
    }

    @Test
    void limitOfTheLikelihoodIsApproached() {
        SurvivalData data = data(new double[] {1, 1, 3, 3}, 1, 1, 1, 1);
        for (Ties ties : List.of(Ties.EFRON, Ties.BRESLOW)) {
            PartialLikelihood likelihood = new PartialLikelihood(ties);
            assertThat(likelihood.logLikelihood(data.riskSets(), -INFINITE))
                    .isCloseTo(likelihood.logLikelihood(data.riskSets(), -40), within(1e-12));
            assertThat(likelihood.logLikelihood(data.riskSets(), INFINITE)).isEqualTo(-INFINITE);
        }
    }

    @Test
    void extremeButFiniteEstimateIsFound() {
        // One early experimental event against 2,000 control events with one experimental patient at risk throughout.
        RiskSets riskSets = new RiskSets(2001);
        riskSets.add(2001, 2, 0, 1);
        for (int i = 0; i < 2000; i++) {
            riskSets.add(2001 - i, 1, 1, 0);
        }
        CoxFit fit = new CoxFit(Ties.EFRON).fit(riskSets);
        PartialLikelihood likelihood = new PartialLikelihood(Ties.EFRON);
        likelihood.evaluate(riskSets, fit.logHazardRatio());
        assertThat(fit.status()).isEqualTo(FitStatus.CONVERGED);
        assertThat(likelihood.score()).isCloseTo(0, within(1e-12));
    }

    @Test
    void censoredAtAnEventTimeIsStillAtRisk() {
        LogRankTest test = LogRankTest.of(data(new double[] {1, 9, 1, 9}, 1, 0, 0, 0));
        assertThat(test.expectedExperimental()).isEqualTo(0.5);
    }

    @Test
    void eventsAtTimeZeroCountAndTheSignOfZeroDoesNotMatter() {
        LogRankTest test = LogRankTest.of(data(new double[] {0, 9, -0.0, 9}, 1, 0, 1, 0));
        assertThat(test.variance()).isCloseTo(2 * 0.25 * 2 / 3, within(1e-15));
    }

    @Test
    void everyFaultIsNamed() {
        double[] time = {1, Double.NaN, -2, INFINITE};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SurvivalData.of(time, new boolean[3], new boolean[] {true, true}))
                .withMessageContaining("event has 3 entries, time has 4")
                .withMessageContaining("experimental has 2 entries, time has 4")
                .withMessageContaining("time[1] must be finite and not negative, was NaN")
                .withMessageContaining("time[2] must be finite and not negative, was -2.0")
                .withMessageContaining("time[3] must be finite and not negative, was Infinity")
                .withMessageContaining("nobody is in the control arm");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LogRankTest.of(new double[2], new boolean[2], new boolean[2]))
                .withMessageContaining("nobody is in the experimental arm");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KaplanMeier.of(new double[0], new boolean[0]))
                .withMessageContaining("there are no patients");
    }

    @Test
    void argumentsOutOfRangeAreRefused() {
        SurvivalData data = data(new double[] {1, 2, 3, 4}, 1, 1, 1, 1);
        for (double bad : new double[] {0, -1, Double.NaN, INFINITE}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> LogRankTest.of(data, bad))
                    .withMessage("hazardRatioH0 must be positive and finite, was " + bad);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CoxModel.of(data).limits(95))
                .withMessageContaining("95 percent is written 0.95");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CoxFit(Ties.EFRON).fit(data.riskSets(), Double.NaN))
                .withMessageContaining("start must be finite");
    }

    @Test
    void fullRiskSetsRefuseMoreAndSetsWithoutEventsTakeNoRoom() {
        RiskSets riskSets = new RiskSets(1);
        riskSets.add(0, 0, 0, 0);
        riskSets.add(2, 2, 1, 0);
        riskSets.add(1, 2, 0, 0);
        assertThat(riskSets.count()).isEqualTo(1);
        assertThatIllegalStateException()
                .isThrownBy(() -> riskSets.add(1, 2, 1, 0))
                .withMessageContaining("capacity is 1");
        assertThatIllegalArgumentException().isThrownBy(() -> new RiskSets(-1)).withMessageContaining("was -1");
    }

    @Test
    void oneArmAloneIsNoComparisonForTheKernelsEither() {
        RiskSets riskSets = new RiskSets(3);
        for (int atRisk = 3; atRisk > 0; atRisk--) {
            riskSets.add(0, atRisk, 0, 1);
        }
        LogRankKernel kernel = new LogRankKernel().evaluate(riskSets, 0.7);
        assertThat(kernel.score()).isZero();
        assertThat(kernel.z()).isZero();
        assertThat(kernel.petoLogHazardRatio()).isEqualTo(StrictMath.log(0.7));
        assertThat(new CoxFit(Ties.EFRON).fit(riskSets).status()).isEqualTo(FitStatus.UNINFORMATIVE);
    }
}
