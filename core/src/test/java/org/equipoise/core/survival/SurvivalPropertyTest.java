package org.equipoise.core.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold for every data set, on random ones. */
class SurvivalPropertyTest {
    private static final double ROUNDING = 1e-11;

    @ParameterizedTest
    @MethodSource("seeds")
    void swappingTheArmsFlipsTheSign(long seed) {
        RandomPatients p = new RandomPatients(seed);
        LogRankTest there = LogRankTest.of(p.data(), 0.8);
        LogRankTest back = LogRankTest.of(p.swapped(), 1 / 0.8);
        assertThat(back.z()).as("seed %d", seed).isCloseTo(-there.z(), within(ROUNDING));
        assertThat(back.expectedControl())
                .as("seed %d", seed)
                .isCloseTo(there.expectedExperimental(), within(ROUNDING));

        CoxModel model = CoxModel.of(p.data());
        CoxModel swapped = CoxModel.of(p.swapped());
        assertThat(swapped.status()).as("seed %d", seed).isEqualTo(model.status());
        if (model.status() == FitStatus.CONVERGED) {
            assertThat(swapped.logHazardRatio())
                    .as("seed %d", seed)
                    .isCloseTo(-model.logHazardRatio(), within(ROUNDING));
            assertThat(swapped.standardError()).as("seed %d", seed).isCloseTo(model.standardError(), within(ROUNDING));
        } else {
            assertThat(swapped.logHazardRatio()).as("seed %d", seed).isEqualTo(-model.logHazardRatio());
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void unitOfTimeDoesNotMatter(long seed) {
        RandomPatients p = new RandomPatients(seed);
        // A power of two keeps equal times equal and different ones different.
        SurvivalData scaled = p.scaled(1024);
        assertThat(LogRankTest.of(scaled)).as("seed %d", seed).isEqualTo(LogRankTest.of(p.data()));
        assertThat(CoxModel.of(scaled)).as("seed %d", seed).isEqualTo(CoxModel.of(p.data()));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void orderOfPatientsDoesNotMatter(long seed) {
        RandomPatients p = new RandomPatients(seed);
        SurvivalData shuffled = p.shuffled(seed);
        assertThat(LogRankTest.of(shuffled)).as("seed %d", seed).isEqualTo(LogRankTest.of(p.data()));
        assertThat(CoxModel.of(shuffled)).as("seed %d", seed).isEqualTo(CoxModel.of(p.data()));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void scoreTestOfTheCoxModelIsTheLogRankTestWithoutTies(long seed) {
        RandomPatients p = new RandomPatients(seed);
        if (!p.hasTiedEvents()) {
            assertThat(CoxModel.of(p.data()).scoreChiSquare())
                    .as("seed %d", seed)
                    .isCloseTo(LogRankTest.of(p.data()).chiSquare(), within(ROUNDING));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void scoreTestOfTheExactCoxModelIsTheLogRankTestWithTiesToo(long seed) {
        RandomPatients p = new RandomPatients(seed);
        SurvivalData data = SurvivalData.of(p.time, p.event, p.experimental, p.stratum);
        CoxModel model = CoxModel.of(data, Ties.EXACT);
        LogRankTest logRank = LogRankTest.of(data);
        assertThat(model.scoreChiSquare()).as("seed %d", seed).isCloseTo(logRank.chiSquare(), within(ROUNDING));
        assertThat(model.scoreZ()).as("seed %d", seed).isCloseTo(logRank.z(), within(1e-10));
        assertThat(model.scorePTwoSided()).as("seed %d", seed).isCloseTo(logRank.pTwoSided(), within(1e-10));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void scoreVanishesAndLikelihoodIsHighestAtTheEstimate(long seed) {
        RiskSets riskSets = new RandomPatients(seed).data().riskSets();
        for (Ties ties : List.of(Ties.EFRON, Ties.BRESLOW)) {
            CoxFit fit = new CoxFit(ties).fit(riskSets);
            if (fit.status() == FitStatus.CONVERGED) {
                PartialLikelihood likelihood = new PartialLikelihood(ties);
                double estimate = fit.logHazardRatio();
                double highest = likelihood.logLikelihood(riskSets, estimate);
                likelihood.evaluate(riskSets, estimate);
                assertThat(likelihood.score()).as("seed %d", seed).isCloseTo(0, within(ROUNDING));
                assertThat(1 / Math.sqrt(likelihood.information()))
                        .as("seed %d", seed)
                        .isCloseTo(fit.standardError(), within(ROUNDING));
                assertThat(likelihood.logLikelihood(riskSets, estimate + 0.01))
                        .as("seed %d", seed)
                        .isLessThan(highest);
                assertThat(likelihood.logLikelihood(riskSets, estimate - 0.01))
                        .as("seed %d", seed)
                        .isLessThan(highest);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void fitDoesNotDependOnItsStart(long seed) {
        RiskSets riskSets = new RandomPatients(seed).data().riskSets();
        CoxFit fit = new CoxFit(Ties.EFRON);
        double estimate = fit.fit(riskSets).logHazardRatio();
        if (fit.status() == FitStatus.CONVERGED) {
            double peto = new LogRankKernel().evaluate(riskSets).petoLogHazardRatio();
            for (double start : new double[] {peto, -4, 4, -40, 40}) {
                assertThat(fit.fit(riskSets, start).logHazardRatio())
                        .as("seed %d, start %s", seed, start)
                        .isCloseTo(estimate, within(ROUNDING));
                assertThat(fit.status()).as("seed %d", seed).isEqualTo(FitStatus.CONVERGED);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void reusedRiskSetsKeepNothingOfTheirPast(long seed) {
        RiskSets fresh = new RandomPatients(seed).data().riskSets();
        RiskSets reused = new RiskSets(fresh.count() + 20);
        for (int k = 0; k < fresh.count() + 20; k++) {
            reused.add(3, 4, 1, 1);
        }
        for (double[] column : new double[][] {
            reused.atRiskControl, reused.atRiskExperimental, reused.eventsControl, reused.eventsExperimental
        }) {
            Arrays.fill(column, Double.NaN);
        }
        reused.clear();
        for (int k = 0; k < fresh.count(); k++) {
            reused.add(
                    fresh.atRiskControl[k],
                    fresh.atRiskExperimental[k],
                    fresh.eventsControl[k],
                    fresh.eventsExperimental[k]);
        }
        CoxFit usedFit =
                new CoxFit(Ties.EFRON).fit(new RandomPatients(seed + 1).data().riskSets());
        LogRankKernel usedKernel =
                new LogRankKernel().evaluate(new RandomPatients(seed + 1).data().riskSets(), 2);
        assertThat(usedFit.fit(reused).logHazardRatio())
                .as("seed %d", seed)
                .isEqualTo(new CoxFit(Ties.EFRON).fit(fresh).logHazardRatio());
        assertThat(usedKernel.evaluate(reused).z())
                .as("seed %d", seed)
                .isEqualTo(new LogRankKernel().evaluate(fresh).z());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void withoutCensoringTheCurveIsTheShareStillWithoutEvent(long seed) {
        double[] time = new RandomPatients(seed).time;
        boolean[] event = new boolean[time.length];
        Arrays.fill(event, true);
        KaplanMeier curve = KaplanMeier.of(time, event);
        for (double t : time) {
            double share =
                    (double) Arrays.stream(time).filter(other -> other > t).count() / time.length;
            assertThat(curve.survival(t)).as("seed %d", seed).isCloseTo(share, within(1e-13));
            if (share > 0) {
                double binomial = Math.sqrt(share * (1 - share) / time.length);
                assertThat(curve.standardError(t)).as("seed %d", seed).isCloseTo(binomial, within(1e-13));
            }
        }
        double[] sorted = Arrays.stream(time).sorted().toArray();
        int n = sorted.length;
        assertThat(curve.median()).as("seed %d", seed).isEqualTo(0.5 * (sorted[(n - 1) / 2] + sorted[n / 2]));
    }

    static LongStream seeds() {
        return RandomPatients.seeds();
    }
}
