package org.equipoise.simulator.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.equipoise.core.survival.CoxModel;
import org.equipoise.core.survival.MilestoneTest;
import org.equipoise.core.survival.RestrictedMeanTest;
import org.equipoise.core.survival.SurvivalData;
import org.equipoise.core.survival.SurvivalScale;
import org.equipoise.core.survival.Ties;
import org.equipoise.core.survival.WeightedLogRankTest;
import org.equipoise.core.survival.Weights;
import org.equipoise.simulator.engine.PlainPatients.Patient;
import org.equipoise.simulator.engine.look.LookColumns;
import org.equipoise.simulator.scenario.Scenario;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The engine's Z is what the tests for real data, which {@code analyse} runs, say of the replicate's patients. */
class AnalysedReplicateDoubleProgrammingTest {
    private static final double ROUNDING = 1e-9;
    private static final int REPLICATES = 100;

    static Stream<Arguments> tests() {
        return Stream.of(
                weighted("{method: logRank, hazardRatioH0: 1.2}", new Weights.LogRank(), 1.2),
                weighted("{method: flemingHarrington, rho: 0, gamma: 1}", new Weights.FlemingHarrington(0, 1), 1),
                weighted("{method: wilcoxonGehan}", new Weights.GehanBreslow(), 1),
                weighted("{method: taroneWare, hazardRatioH0: 1.3}", new Weights.TaroneWare(), 1.3),
                weighted("{method: modestlyWeighted, tau: 5}", new Weights.ModestlyWeighted(5), 1),
                test(
                        "{method: cox, hazardRatioH0: 1.2}",
                        data -> CoxModel.of(data, Ties.EFRON).waldZ(1.2)),
                test(
                        "{method: rmst, tau: 5}",
                        data -> RestrictedMeanTest.of(data, 5).z()),
                test(
                        "{method: milestone, at: 4, scale: logLog}",
                        data -> MilestoneTest.of(data, 4, SurvivalScale.LOG_LOG).z()));
    }

    private static Arguments weighted(String test, Weights weights, double hazardRatioH0) {
        return test(
                test,
                data -> WeightedLogRankTest.of(data, weights, hazardRatioH0).z());
    }

    private static Arguments test(String test, ToDoubleFunction<SurvivalData> z) {
        return arguments(test, z);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tests")
    void isWhatTheEngineSees(String test, ToDoubleFunction<SurvivalData> z) {
        Scenario scenario = Trials.of(
                "analysis: {test: " + test + ", looks: [{events: 35}, {events: 60}], efficacy: {z: [2.5, 2]}}");
        Block block = new Replicator(scenario).simulate(0, REPLICATES);
        for (int i = 0; i < REPLICATES; i++) {
            List<Patient> patients = PlainPatients.of(scenario, i);
            for (int k = 0; k < 2; k++) {
                LookColumns look = block.look(k);
                assertThat(look.z[0][i])
                        .as("replicate %d, look %d", i, k + 1)
                        .isCloseTo(z.applyAsDouble(seenAt(look.time[i], patients)), within(ROUNDING));
            }
        }
    }

    private static SurvivalData seenAt(double cut, List<Patient> all) {
        List<Patient> patients =
                all.stream().filter(patient -> patient.entry() <= cut).toList();
        int n = patients.size();
        double[] time = new double[n];
        boolean[] event = new boolean[n];
        boolean[] experimental = new boolean[n];
        for (int i = 0; i < n; i++) {
            Patient patient = patients.get(i);
            // The event that the cut waits for lies on it, but for rounding.
            event[i] = patient.hasEvent() && patient.eventCalendar() <= cut + ROUNDING;
            time[i] = event[i] ? patient.toEvent() : Math.min(patient.toDropout(), cut - patient.entry());
            experimental[i] = patient.arm() > 0;
        }
        return SurvivalData.of(time, event, experimental);
    }
}
