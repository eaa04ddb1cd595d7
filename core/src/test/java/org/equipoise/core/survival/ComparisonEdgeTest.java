package org.equipoise.core.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.equipoise.core.numerics.Limits;
import org.equipoise.core.numerics.ZTest;
import org.junit.jupiter.api.Test;

/** Weighted tests, restricted means and milestones where data are few, or end early. */
class ComparisonEdgeTest {
    private static final double INFINITE = Double.POSITIVE_INFINITY;
    private static final List<Weights> ALL = List.of(
            new Weights.LogRank(),
            new Weights.FlemingHarrington(0, 1),
            new Weights.GehanBreslow(),
            new Weights.TaroneWare(),
            new Weights.PetoPeto(),
            new Weights.ModifiedPetoPeto(),
            new Weights.ModestlyWeighted(3),
            new Weights.EarlyZero(2));

    /** The first half of the patients is the control arm. */
    private static SurvivalData data(double[] time, int... events) {
        boolean[] event = new boolean[events.length];
        boolean[] experimental = new boolean[events.length];
        for (int i = 0; i < events.length; i++) {
            event[i] = events[i] == 1;
            experimental[i] = i >= events.length / 2;
        }
        return SurvivalData.of(time, event, experimental);
    }

    private static void assertNoEvidence(ZTest test) {
        assertThat(test.z()).isZero();
        assertThat(test.pOneSided()).isEqualTo(0.5);
        assertThat(test.pTwoSided()).isEqualTo(1);
    }

    @Test
    void onePatientAnArmWithoutEventIsNoEvidence() {
        SurvivalData data = data(new double[] {4, 5}, 0, 0);
        ALL.forEach(weights -> assertNoEvidence(WeightedLogRankTest.of(data, weights)));
        assertNoEvidence(RestrictedMeanTest.of(data, 4));
        for (SurvivalScale scale : SurvivalScale.values()) {
            assertNoEvidence(MilestoneTest.of(data, 4, scale));
        }
        assertThat(CoxModel.of(data, Ties.EXACT).status()).isEqualTo(FitStatus.UNINFORMATIVE);
    }

    @Test
    void onePatientAnArmWithEventsIsOneComparison() {
        SurvivalData data = data(new double[] {4, 5}, 1, 1);
        assertThat(WeightedLogRankTest.of(data, new Weights.GehanBreslow()).z()).isEqualTo(1);
        // The late weight of the only informative event is 0.
        assertNoEvidence(WeightedLogRankTest.of(data, new Weights.FlemingHarrington(0, 1)));
        // Both curves have ended, so the areas are known however long they are looked at; Greenwood sees no error.
        RestrictedMeanTest means = RestrictedMeanTest.of(data, 100);
        assertThat(means.difference()).isEqualTo(1);
        assertNoEvidence(means);
        assertNoEvidence(MilestoneTest.of(data, 4.5, SurvivalScale.PLAIN));
        assertThat(CoxModel.of(data, Ties.EXACT).logHazardRatio()).isEqualTo(-INFINITE);
    }

    @Test
    void allTiedAtOneTimeIsNoEvidence() {
        SurvivalData data = data(new double[] {5, 5, 5, 5}, 1, 1, 1, 1);
        ALL.forEach(weights -> assertNoEvidence(WeightedLogRankTest.of(data, weights)));
        assertNoEvidence(RestrictedMeanTest.of(data, 8));
        assertNoEvidence(MilestoneTest.of(data, 5, SurvivalScale.LOG_LOG));
    }

    @Test
    void anArmWithoutEventKeepsItsSideOfTheError() {
        SurvivalData data = data(new double[] {1, 2, 3, 6, 7, 8}, 1, 0, 1, 0, 0, 0);
        RestrictedMeanTest means = RestrictedMeanTest.of(data, 5);
        assertThat(means.experimental().mean()).isEqualTo(5);
        assertThat(means.experimental().standardError()).isZero();
        assertThat(means.standardError()).isEqualTo(means.control().standardError());
        assertThat(means.z()).isPositive();
        assertThat(means.timeLostRatio().estimate()).isZero();
        assertThat(means.timeLostRatio().limits(0.95)).isEqualTo(new Limits(0, INFINITE));
        assertThat(means.timeLostRatio().pTwoSided()).isEqualTo(1);

        MilestoneTest plain = MilestoneTest.of(data, 2, SurvivalScale.PLAIN);
        assertThat(plain.estimate()).isCloseTo(1.0 / 3, within(1e-15));
        assertThat(plain.z()).isPositive();
        MilestoneTest logLog = MilestoneTest.of(data, 2, SurvivalScale.LOG_LOG);
        assertThat(logLog.estimate()).isEqualTo(INFINITE);
        assertThat(logLog.limits(0.95)).isEqualTo(new Limits(-INFINITE, INFINITE));
        assertNoEvidence(logLog);

        CoxModel exact = CoxModel.of(data, Ties.EXACT);
        assertThat(exact.status()).isEqualTo(FitStatus.MONOTONE);
        assertThat(exact.logHazardRatio()).isEqualTo(-INFINITE);
        assertThat(exact.logLikelihood()).isFinite().isGreaterThan(exact.logLikelihoodNull());
        assertThat(exact.scoreZ()).isPositive();
    }

    @Test
    void anArmAllCensoredBeforeTheFirstEventIsNoEvidence() {
        SurvivalData data = data(new double[] {1, 2, 3, 4}, 0, 0, 1, 1);
        ALL.forEach(weights -> assertNoEvidence(WeightedLogRankTest.of(data, weights)));
    }

    @Test
    void timesBeyondFollowUpAreRefused() {
        SurvivalData data = data(new double[] {1, 6, 3, 9}, 1, 0, 1, 1);
        assertThat(data.curve(false).definedUpTo()).isEqualTo(6);
        assertThat(data.curve(true).definedUpTo()).isInfinite();
        assertThat(RestrictedMeanTest.of(data, 6).control().mean()).isEqualTo(3.5);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RestrictedMeanTest.of(data, 6.5))
                .withMessageContaining("tau must be at most 6.0")
                .withMessageContaining("was 6.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MilestoneTest.of(data, 7, SurvivalScale.PLAIN))
                .withMessageContaining("at must be at most 6.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RestrictedMeanTest.of(data, 0))
                .withMessageContaining("tau must be positive and finite, was 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MilestoneTest.of(data, Double.NaN, SurvivalScale.PLAIN))
                .withMessageContaining("was NaN");
    }

    @Test
    void smallSampleCorrectionKnowsItsLimits() {
        KaplanMeier curve = KaplanMeier.of(new double[] {1, 2, 3}, new boolean[] {true, false, false});
        RestrictedMean one = RestrictedMean.of(curve, 2).withSmallSampleCorrection();
        assertThat(one.standardError()).isInfinite();
        assertThat(RestrictedMean.of(curve, 0.5).withSmallSampleCorrection().standardError())
                .isZero();
        RestrictedMeanTest test = new RestrictedMeanTest(one, RestrictedMean.of(curve, 2));
        assertThat(test.z()).isZero();
    }

    @Test
    void parametersOutOfRangeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Weights.FlemingHarrington(-1, 0))
                .withMessageContaining("rho must be finite and not negative, was -1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Weights.FlemingHarrington(0, Double.NaN))
                .withMessageContaining("gamma");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Weights.ModestlyWeighted(-0.1))
                .withMessageContaining("tau");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Weights.ModestlyWeighted(1, 1.5))
                .withMessageContaining("leastSurvival must be from 0 to 1, was 1.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Weights.EarlyZero(INFINITE))
                .withMessageContaining("until");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WeightedLogRankKernel(0, new Weights.LogRank()))
                .withMessageContaining("hazardRatioH0 must be positive and finite, was 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WeightedLogRankKernel(1))
                .withMessageContaining("weights must not be empty");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WeightedLogRankKernel(1, new Weights.EarlyZero(2)).add(new RiskSets(1)))
                .withMessageContaining("depend on time");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CoxFit(Ties.EXACT))
                .withMessageContaining("EFRON or BRESLOW");
    }
}
