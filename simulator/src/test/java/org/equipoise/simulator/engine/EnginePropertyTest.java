package org.equipoise.simulator.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.equipoise.simulator.engine.cohort.Cohort;
import org.equipoise.simulator.engine.look.LookColumns;
import org.equipoise.simulator.scenario.Scenario;
import org.equipoise.simulator.scenario.SimulationPlan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Changes of a scenario that must change nothing, or in a known way. A failure on a random scenario prints its seed.
 */
class EnginePropertyTest {
    private static final int REPLICATES = 256;

    static LongStream seeds() {
        return LongStream.rangeClosed(1_001, 1_060);
    }

    /** 32 is a power of two, so there nothing is rounded differently and equality is exact. */
    @ParameterizedTest
    @ValueSource(doubles = {32, 1.0 / 8, 30, 1.0 / 7})
    void theUnitOfTimeDoesNotMatter(double factor) {
        boolean exact = Math.scalb(1.0, Math.getExponent(factor)) == factor;
        for (String model : List.of(
                "{median: $7$}",
                "{piecewise: [{from: 0, hazard: /0.1/}, {from: $3$, hazard: /0.2/}]}",
                "{weibull: {shape: 1.3, median: $7$}}",
                "{logNormal: {median: $7$, sigma: 0.9}}",
                "{logLogistic: {median: $7$, shape: 1.4}}",
                "{gompertz: {shape: /0.05/, rate: /0.1/}}",
                "{cure: 0.2, of: {survival: 0.4, at: $6$}}")) {
            Block one = new Replicator(inUnit(model, 1)).simulate(0, REPLICATES);
            Block other = new Replicator(inUnit(model, factor)).simulate(0, REPLICATES);
            double tolerance = exact ? 0 : 1e-9;
            for (int i = 0; i < REPLICATES; i++) {
                for (int k = 0; k < one.looks(); k++) {
                    LookColumns a = one.look(k);
                    LookColumns b = other.look(k);
                    assertThat(other.decision(0, i, k)).isEqualTo(one.decision(0, i, k));
                    assertThat(b.events[i]).isEqualTo(a.events[i]);
                    assertThat(b.dropouts[i]).isEqualTo(a.dropouts[i]);
                    assertThat(b.enrolled[i]).isEqualTo(a.enrolled[i]);
                    close(model, b.time[i] / factor, a.time[i], tolerance);
                    close(model, b.z[0][i], a.z[0][i], tolerance);
                    close(model, b.logHazardRatio[0][i], a.logHazardRatio[0][i], tolerance);
                }
            }
        }
    }

    /**
     * A trial whose times, between dollars, and rates, between slashes, are in a unit that is {@code factor} times
     * smaller.
     */
    private static Scenario inUnit(String model, double factor) {
        String text = Trials.text(
                "enrolment: {patients: 80, rates: [{from: 0, rate: /3/}, {from: $4$, rate: /9/}]}",
                "endpoints: "
                        + Trials.endpoint(
                                "C: " + model + ", E: {hazardRatio: [{from: 0, is: 1}, {from: $2$, is: 0.5}]}"),
                "dropout: {all: {probability: 0.1, by: $12$}}",
                "analysis: {looks: [{calendarTime: $9.3$}, {events: 40}, {afterLastPatient: $11$}], efficacy: {z: [2.5, 2.2, 2]}}");
        StringBuilder scaled = new StringBuilder();
        String[] parts = text.split("[$/]", -1);
        for (int i = 0, at = -1; i < parts.length; at += parts[i].length() + 1, i++) {
            boolean time = i % 2 == 1 && text.charAt(at) == '$';
            double number = i % 2 == 1 ? Double.parseDouble(parts[i]) : 0;
            scaled.append(i % 2 == 0 ? parts[i] : Double.toString(time ? number * factor : number / factor));
        }
        return Trials.read(scaled.toString());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void withoutEstimatesEverythingElseIsTheSame(long seed) {
        Scenario scenario = Trials.read(RandomTrial.text(seed));
        SimulationPlan plan = scenario.simulation();
        Block with = new Replicator(scenario).simulate(0, REPLICATES);
        Block without = new Replicator(scenario.withSimulation(new SimulationPlan(
                        plan.replicates(), plan.seed(), plan.targetStandardError(), SimulationPlan.Estimates.NONE)))
                .simulate(0, REPLICATES);
        for (int k = 0; k < with.looks(); k++) {
            assertThat(without.look(k).time).as("seed %d", seed).isEqualTo(with.look(k).time);
            assertThat(without.look(k).events).as("seed %d", seed).isEqualTo(with.look(k).events);
            for (int h = 0; h < with.comparisons(); h++) {
                assertThat(without.look(k).z[h]).as("seed %d", seed).isEqualTo(with.look(k).z[h]);
            }
            assertThat(without.look(k).logHazardRatio[0]).containsOnly(Double.NaN);
            for (int i = 0; i < REPLICATES; i++) {
                assertThat(without.decision(0, i, k)).isEqualTo(with.decision(0, i, k));
            }
        }
    }

    /** A patient is alive, lost, or counted as an event, and later looks show no less of each than earlier ones. */
    @ParameterizedTest
    @MethodSource("seeds")
    void countsGrowWithTimeAndAddUp(long seed) {
        Scenario scenario = Trials.read(RandomTrial.text(seed));
        Block block = new Replicator(scenario).simulate(0, REPLICATES);
        for (int i = 0; i < REPLICATES; i++) {
            for (int k = 0; k < block.looks(); k++) {
                LookColumns look = block.look(k);
                if (Double.isNaN(look.time[i])) {
                    continue;
                }
                assertThat(look.enrolled[i])
                        .as("seed %d", seed)
                        .isLessThanOrEqualTo(scenario.enrolment().patients());
                assertThat(look.events[i] + look.dropouts[i])
                        .as("seed %d", seed)
                        .isLessThanOrEqualTo(look.enrolled[i]);
                for (int j = 0; j < k; j++) {
                    LookColumns before = block.look(j);
                    if (before.time[i] <= look.time[i]) {
                        assertThat(before.events[i]).as("seed %d", seed).isLessThanOrEqualTo(look.events[i]);
                        assertThat(before.dropouts[i]).as("seed %d", seed).isLessThanOrEqualTo(look.dropouts[i]);
                        assertThat(before.enrolled[i]).as("seed %d", seed).isLessThanOrEqualTo(look.enrolled[i]);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void arrivalsAscendAndPatientsLieGroupedByArm(long seed) {
        Scenario scenario = Trials.read(RandomTrial.text(seed));
        Replicator replicator = new Replicator(scenario);
        for (long replicate = 0; replicate < 50; replicate++) {
            Cohort cohort = replicator.cohort(replicate);
            assertThat(cohort.arrival).as("seed %d", seed).isSorted();
            assertThat(cohort.start(0)).isZero();
            assertThat(cohort.start(cohort.arms()))
                    .isEqualTo(scenario.enrolment().patients());
            for (int arm = 0; arm < cohort.arms(); arm++) {
                int slot = cohort.start(arm);
                for (int i = 0; i < cohort.patients(); i++) {
                    if (cohort.armOfArrival()[i] == arm) {
                        assertThat(cohort.entry[slot++]).as("seed %d", seed).isEqualTo(cohort.arrival[i]);
                    }
                }
                assertThat(slot).as("seed %d", seed).isEqualTo(cohort.start(arm + 1));
            }
            for (double time : cohort.eventTime) {
                assertThat(time).as("seed %d", seed).isPositive();
            }
        }
    }

    /** Spellings of the same trial: each pair gives the same numbers, exactly. */
    static Stream<List<Scenario>> spellings() {
        return Stream.of(
                List.of(Trials.of(), Trials.of("arms: {E: {role: experimental}, C: {role: control}}")),
                List.of(
                        Trials.of("analysis: {looks: [{events: 55}]}"),
                        Trials.of("analysis: {looks: [{anyOf: [{events: 55}, {calendarTime: 1e6}]}]}")),
                List.of(
                        Trials.of("analysis: {looks: [{events: 54.2}]}"),
                        Trials.of("analysis: {looks: [{allOf: [{events: 55}, {events: 3}, {calendarTime: 0.1}]}]}")),
                List.of(
                        Trials.of("enrolment: {patients: 80, duration: 16}"),
                        Trials.of("enrolment: {patients: 80, rates: [{from: 0, rate: 5}]}")),
                List.of(
                        Trials.of("endpoints: " + Trials.endpoint("C: {median: 7}, E: {hazardRatio: 1}")),
                        Trials.of("endpoints: " + Trials.endpoint("C: {median: 7}, E: {median: 7}"))),
                List.of(
                        Trials.of("endpoints: " + Trials.endpoint("C: {median: 7}, E: {median: 9}")),
                        Trials.of("endpoints: " + Trials.endpoint("C: {cure: 0, of: {median: 7}}, E: {median: 9}"))),
                List.of(
                        Trials.of("randomisation: {}"),
                        Trials.of("randomisation: {method: permutedBlock, blockSize: 4}")),
                List.of(
                        Trials.of("dropout: {all: {probability: 0.1, by: 12}}"),
                        Trials.of("dropout: {C: {probability: 0.1, by: 12}, E: {probability: 0.1, by: 12}}")),
                List.of(Trials.of("dropout: {}"), Trials.of("dropout: {all: {probability: 0, by: 12}}")),
                List.of(
                        Trials.of("analysis: {looks: [{events: 55}], alpha: 0.025}"),
                        Trials.of("analysis: {looks: [{events: 55}], efficacy: {p: [0.025]}}")));
    }

    @ParameterizedTest
    @MethodSource("spellings")
    void twoSpellingsAreOneTrial(List<Scenario> pair) {
        List<double[]> one = Trials.replicates(pair.get(0), REPLICATES);
        List<double[]> other = Trials.replicates(pair.get(1), REPLICATES);
        for (int i = 0; i < REPLICATES; i++) {
            assertThat(other.get(i)).isEqualTo(one.get(i));
        }
    }

    @Test
    void aFurtherLookLeavesTheLastOneAsItIs() {
        Scenario single = Trials.of("analysis: {looks: [{events: 55}]}");
        Scenario several = Trials.of(
                "analysis: {looks: [{calendarTime: 8}, {events: 20}, {events: 55}], efficacy: {z: [1, 1, 2]}}");
        LookColumns last = new Replicator(several).simulate(0, REPLICATES).look(2);
        LookColumns only = new Replicator(single).simulate(0, REPLICATES).look(0);
        assertThat(last.time).isEqualTo(only.time);
        assertThat(last.z).isDeepEqualTo(only.z);
        assertThat(last.logHazardRatio).isDeepEqualTo(only.logHazardRatio);
        assertThat(last.dropouts).isEqualTo(only.dropouts);
    }

    @Test
    void aFurtherArmLeavesTheOthersEventsAsTheyAre() {
        Cohort two = new Replicator(Trials.of("randomisation: {method: complete}")).cohort(5);
        Cohort three = new Replicator(Trials.of(
                        "arms: {C: {role: control}, E: {role: experimental}, F: {role: experimental}}",
                        "randomisation: {method: complete}",
                        "endpoints: " + Trials.endpoint("C: {median: 7}, E: {hazardRatio: 0.6}, F: {median: 3}")))
                .cohort(5);
        assertThat(three.arrival).isEqualTo(two.arrival);
        for (int arm = 0; arm < 2; arm++) {
            for (int i = 0; i < 20; i++) {
                assertThat(three.eventTime[three.start(arm) + i]).isEqualTo(two.eventTime[two.start(arm) + i]);
            }
        }
    }

    @Test
    void aBetterTreatmentIsNeverWorseForAPatient() {
        Cohort good = new Replicator(Trials.of("endpoints: "
                        + Trials.endpoint("C: {logNormal: {median: 7, sigma: 1}}, E: {hazardRatio: 0.5}")))
                .cohort(9);
        Cohort better = new Replicator(Trials.of("endpoints: "
                        + Trials.endpoint("C: {logNormal: {median: 7, sigma: 1}}, E: {hazardRatio: 0.4}")))
                .cohort(9);
        for (int i = good.start(1); i < good.patients(); i++) {
            assertThat(better.eventTime[i]).isGreaterThan(good.eventTime[i]);
        }
    }

    private static void close(String what, double actual, double expected, double tolerance) {
        boolean close = Math.abs(actual - expected) <= tolerance * Math.max(1, Math.abs(expected));
        if (Double.compare(actual, expected) != 0 && !close) {
            throw new AssertionError(what + ": " + actual + " instead of " + expected);
        }
    }
}
