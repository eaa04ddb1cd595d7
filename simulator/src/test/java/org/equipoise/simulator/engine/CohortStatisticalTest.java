package org.equipoise.simulator.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.equipoise.simulator.engine.cohort.Cohort;
import org.equipoise.simulator.scenario.EventModel;
import org.equipoise.simulator.scenario.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Simulated patients against the formulas of their models. Each comparison fails by chance with probability 1e-6 at
 * most, and there are fewer than 400, so with other seeds the class fails once in 2,500 times; the seeds are fixed, so
 * it passes or fails for good.
 */
class CohortStatisticalTest {
    private static final double FALSE_ALARM = 1e-6;
    /** Two-sided normal quantile of the false alarm rate. */
    private static final double Z = 4.892;

    private static final int REPLICATES = 20_000;
    private static final String RATES = "rates: [{from: 0, rate: 4}, {from: 3, rate: 8}, {from: 6, rate: 12}]";

    @Test
    void uniformArrivalsAreOrderStatistics() {
        int n = 80;
        assertBeta("enrolment: {patients: 80, arrivals: uniform, duration: 16}", n, time -> time / 16);
        // Expected by month 3: 12, by month 6: 36; the 80th is expected at 6 + 44/12.
        assertBeta(
                "enrolment: {patients: 80, arrivals: uniform, " + RATES + "}",
                n,
                time -> (4 * Math.min(time, 3) + 8 * Math.max(0, Math.min(time, 6) - 3) + 12 * Math.max(0, time - 6))
                        / n);
    }

    /** The k-th of n uniforms has a Beta(k, n + 1 - k) distribution (test of Kolmogorov and Smirnov). */
    private static void assertBeta(String enrolment, int n, DoubleUnaryOperator share) {
        int[] ranks = {1, 2, 40, 79, 80};
        double[][] times = new double[ranks.length][REPLICATES];
        forEachCohort(Trials.of(enrolment), (r, cohort) -> {
            for (int j = 0; j < ranks.length; j++) {
                times[j][r] = cohort.arrival[ranks[j] - 1];
            }
        });
        for (int j = 0; j < ranks.length; j++) {
            BetaDistribution beta = BetaDistribution.of(ranks[j], n + 1.0 - ranks[j]);
            Arrays.sort(times[j]);
            double distance = 0;
            for (int i = 0; i < REPLICATES; i++) {
                double expected = beta.cumulativeProbability(share.applyAsDouble(times[j][i]));
                distance = Math.max(
                        distance, Math.max((i + 1.0) / REPLICATES - expected, expected - (double) i / REPLICATES));
            }
            assertThat(distance)
                    .as("patient %d of %d", ranks[j], n)
                    .isLessThan(Math.sqrt(Math.log(2 / FALSE_ALARM) / 2 / REPLICATES));
        }
    }

    @Test
    void poissonArrivalsInAnIntervalHaveAPoissonDistribution() {
        double[] ends = {0, 1, 3, 4.5, 6, 10};
        double[] expected = {4, 8, 12, 12, 48};
        double[] sum = new double[5];
        double[] squares = new double[5];
        double[] products = new double[5];
        forEachCohort(
                Trials.of("enrolment: {patients: 176, " + RATES + "}", "analysis: {looks: [{events: 100}]}"),
                (r, cohort) -> {
                    double before = 0;
                    for (int j = 0; j < expected.length; j++) {
                        double deviation = countBy(cohort, ends[j + 1]) - countBy(cohort, ends[j]) - expected[j];
                        sum[j] += deviation;
                        squares[j] += deviation * deviation;
                        products[j] += deviation * before;
                        before = deviation;
                    }
                });
        for (int j = 0; j < expected.length; j++) {
            double mean = expected[j];
            assertZ("mean", sum[j] / Math.sqrt(mean * REPLICATES));
            // The fourth central moment of a Poisson variable is mean + 3 mean².
            assertZ("variance", (squares[j] / REPLICATES - mean) / Math.sqrt((mean + 2 * mean * mean) / REPLICATES));
            if (j > 0) {
                assertZ(
                        "covariance with the interval before",
                        products[j] / Math.sqrt(mean * expected[j - 1] * REPLICATES));
            }
        }
    }

    private static int countBy(Cohort cohort, double time) {
        int count = 0;
        while (count < cohort.patients() && cohort.arrival[count] <= time) {
            count++;
        }
        return count;
    }

    @Test
    void everyOrderOfABlockIsEquallyLikely() {
        Map<String, long[]> orders = new TreeMap<>();
        Scenario scenario = Trials.of("enrolment: {patients: 22, duration: 9}", "analysis: {looks: [{events: 5}]}");
        forEachCohort(scenario, (r, cohort) -> {
            for (int b = 0; b < 5; b++) {
                byte[] block = Arrays.copyOfRange(cohort.armOfArrival(), 4 * b, 4 * b + 4);
                assertThat(block[0] + block[1] + block[2] + block[3]).isEqualTo(2);
                orders.computeIfAbsent(Arrays.toString(block), key -> new long[5])[b]++;
            }
        });
        assertThat(orders).hasSize(6);
        for (int b = 0; b < 5; b++) {
            int block = b;
            assertEven(orders.values().stream().mapToLong(count -> count[block]).toArray());
        }
    }

    /** Two places of a block of four take arms 00, 01, 10 and 11 with probabilities 1/6, 1/3, 1/3 and 1/6. */
    @Test
    void theLastBlockMayBeCutShort() {
        long[] count = new long[4];
        Scenario scenario = Trials.of("enrolment: {patients: 22, duration: 9}", "analysis: {looks: [{events: 5}]}");
        forEachCohort(scenario, (r, cohort) -> count[2 * cohort.armOfArrival()[20] + cohort.armOfArrival()[21]]++);
        assertZ("00", (count[0] - REPLICATES / 6.0) / Math.sqrt(REPLICATES * 5 / 36.0));
        assertZ("11", (count[3] - REPLICATES / 6.0) / Math.sqrt(REPLICATES * 5 / 36.0));
        assertZ("01", (count[1] - REPLICATES / 3.0) / Math.sqrt(REPLICATES * 2 / 9.0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{method: simple}", "{method: complete}", "{method: permutedBlock, blockSize: 6}"})
    void twoToOneIsTwoToOneAtEveryPlace(String method) {
        Scenario scenario = Trials.of(
                "arms: {C: {role: control}, E: {role: experimental, allocation: 2}}",
                "enrolment: {patients: 60, duration: 10}",
                "randomisation: " + method,
                "analysis: {looks: [{events: 30}]}");
        long[] experimental = new long[60];
        double[] ofNumber = new double[2];
        forEachCohort(scenario, (r, cohort) -> {
            byte[] arms = cohort.armOfArrival();
            for (int i = 0; i < 60; i++) {
                experimental[i] += arms[i];
            }
            double number = 60 - cohort.start(1) - 40;
            ofNumber[0] += number;
            ofNumber[1] += number * number;
        });
        for (int i = 0; i < 60; i++) {
            assertZ("place " + i, (experimental[i] - REPLICATES * 2 / 3.0) / Math.sqrt(REPLICATES * 2 / 9.0));
        }
        if (method.contains("simple")) {
            double variance = 60 * 2 / 9.0;
            assertZ("variance of the number", (ofNumber[1] / REPLICATES / variance - 1) / Math.sqrt(2.0 / REPLICATES));
        } else {
            assertThat(ofNumber).containsOnly(0);
        }
    }

    static List<String> models() {
        return AllTrials.MODELS;
    }

    @ParameterizedTest
    @MethodSource("models")
    void survivalFollowsTheModel(String model) {
        String ratios = "{hazardRatio: [{from: 0, is: 1.2}, {from: 2.5, is: 0.4}]}";
        Scenario scenario = Trials.of(
                "endpoints: " + Trials.endpoint("C: " + model + ", E: " + ratios),
                "dropout: {all: {probability: 0.2, by: 9}}",
                "randomisation: {method: complete}");
        PlainModel control = PlainModel.of(eventModel(scenario, "C"), null);
        PlainModel experimental = PlainModel.of(eventModel(scenario, "E"), control);
        double[] times = {0.5, 1, 2, 4, 9, 20};
        long[][] alive = new long[2][times.length];
        long[] here = new long[1];
        int replicates = 2_000;
        Replicator replicator = new Replicator(scenario);
        for (int r = 0; r < replicates; r++) {
            Cohort cohort = replicator.cohort(r);
            for (int i = 0; i < cohort.patients(); i++) {
                for (int j = 0; j < times.length; j++) {
                    alive[i / 40][j] += cohort.eventTime[i] > times[j] ? 1 : 0;
                }
                here[0] += cohort.dropoutTime[i] > 9 ? 1 : 0;
            }
        }
        double n = 40.0 * replicates;
        for (int j = 0; j < times.length; j++) {
            assertShare("control at " + times[j], alive[0][j], Math.exp(-control.hazardBy(times[j])), n);
            assertShare("experimental at " + times[j], alive[1][j], Math.exp(-experimental.hazardBy(times[j])), n);
        }
        assertShare("not lost by 9", here[0], 0.8, 2 * n);
    }

    private static EventModel eventModel(Scenario scenario, String arm) {
        return (EventModel) scenario.endpoints().get("PFS").model().get(arm);
    }

    private interface Reader {
        void read(int replicate, Cohort cohort);
    }

    private static void forEachCohort(Scenario scenario, Reader reader) {
        Replicator replicator = new Replicator(scenario);
        for (int r = 0; r < REPLICATES; r++) {
            reader.read(r, replicator.cohort(r));
        }
    }

    private static void assertShare(String what, long count, double probability, double n) {
        assertZ(what, (count - n * probability) / Math.sqrt(n * probability * (1 - probability)));
    }

    private static void assertZ(String what, double z) {
        assertThat(z).as(what).isBetween(-Z, Z);
    }

    private static void assertEven(long[] count) {
        double expected = (double) Arrays.stream(count).sum() / count.length;
        double sum = 0;
        for (long c : count) {
            sum += (c - expected) * (c - expected) / expected;
        }
        assertThat(sum).isLessThan(ChiSquaredDistribution.of(count.length - 1).inverseSurvivalProbability(FALSE_ALARM));
    }
}
