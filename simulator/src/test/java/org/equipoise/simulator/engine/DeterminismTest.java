package org.equipoise.simulator.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.equipoise.simulator.engine.cohort.Cohort;
import org.equipoise.simulator.scenario.Scenario;
import org.equipoise.simulator.scenario.SimulationPlan;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A result depends on the scenario alone, to the last bit. */
@Timeout(60)
class DeterminismTest {
    private static final int REPLICATES = 9 * Block.SIZE + 100;
    private static final Scenario TRIAL = Trials.of(
            "arms: {C: {role: control, allocation: 2}, E: {role: experimental}, F: {role: experimental}}",
            "endpoints: "
                    + Trials.endpoint("C: {weibull: {shape: 1.2, median: 7}}, E: {hazardRatio: 0.6}, F: {median: 9}"),
            "dropout: {all: {median: 20}}",
            "randomisation: {}",
            "analysis: {looks: [{events: 20}, {information: 0.7}, {events: 56}], efficacy: {z: [2.6, 2.4, 2]}, futility: {z: [-0.5, 0.3]}}",
            "simulation: {seed: 11, replicates: " + REPLICATES + "}");

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7})
    void threadsChangeNothing(int threads) {
        SimulationResult expected = Simulation.of(TRIAL).withThreads(1).run();
        assertThat(expected.replicates()).isEqualTo(REPLICATES);
        assertThat(expected.complete()).isTrue();
        assertThat(expected.looks().get(2).reached().value()).isBetween(0.1, 0.9);
        assertThat(Simulation.of(TRIAL).withThreads(threads).run()).isEqualTo(expected);
        assertThat(Simulation.of(TRIAL)
                        .withThreads(threads)
                        .withBlocks(block -> {})
                        .run())
                .isEqualTo(expected);
    }

    @Test
    void aRunCanBeRepeated() {
        Simulation simulation = Simulation.of(TRIAL).withThreads(2);
        assertThat(simulation.run()).isEqualTo(simulation.run());
    }

    @Test
    void anotherSeedGivesAnotherResult() {
        assertThat(Simulation.of(with(TRIAL, REPLICATES, 12L, null)).run().power())
                .isNotEqualTo(Simulation.of(TRIAL).run().power());
    }

    @Test
    void aReplicateAloneIsAsInTheRun() {
        List<double[]> run = Trials.replicates(TRIAL, 600);
        Replicator replicator = new Replicator(TRIAL);
        for (int k : new int[] {599, 0, 17, 256, 255, 17}) {
            assertThat(Trials.everything(replicator.simulate(k, 1), 0)).isEqualTo(run.get(k));
        }
        Block straddling = replicator.simulate(200, 100);
        for (int i = 0; i < 100; i++) {
            assertThat(Trials.everything(straddling, i)).isEqualTo(run.get(200 + i));
        }
    }

    @Test
    void replicatesFarOutAreThereToo() {
        Replicator replicator = new Replicator(TRIAL);
        long far = 999_999_999;
        double[] once = Trials.everything(replicator.simulate(far, 1), 0);
        assertThat(Trials.everything(replicator.simulate(far - 1, 2), 1)).isEqualTo(once);
        assertThat(once).isNotEqualTo(Trials.everything(replicator.simulate(far - 1, 1), 0));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void blocksAreToldInOrder(int threads) {
        List<double[]> rows = new ArrayList<>();
        List<Long> firsts = new ArrayList<>();
        Simulation.of(TRIAL)
                .withThreads(threads)
                .withBlocks(block -> {
                    firsts.add(block.firstReplicate());
                    for (int i = 0; i < block.size(); i++) {
                        rows.add(Trials.everything(block, i));
                    }
                })
                .run();
        assertThat(firsts).hasSize(10).isSorted().first().isEqualTo(0L);
        List<double[]> expected = Trials.replicates(TRIAL, REPLICATES);
        assertThat(rows).hasSameSizeAs(expected);
        for (int i = 0; i < REPLICATES; i++) {
            assertThat(rows.get(i)).isEqualTo(expected.get(i));
        }
    }

    @Test
    void progressOnlyGrowsAndEndsAtThePlan() {
        List<Long> told = new ArrayList<>();
        Simulation.of(TRIAL)
                .withThreads(3)
                .withProgress((done, planned) -> {
                    told.add(done);
                    assertThat(planned).isEqualTo(REPLICATES);
                })
                .run();
        assertThat(told).isSorted().last().isEqualTo((long) REPLICATES);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void whatIsDoneBeforeACancellationIsARunOfThatSize(int threads) {
        Scenario large = with(TRIAL, 100_000_000, 11, null);
        AtomicInteger blocks = new AtomicInteger();
        SimulationResult cancelled = Simulation.of(large)
                .withThreads(threads)
                .withBlocks(block -> blocks.incrementAndGet())
                .withCancellation(() -> blocks.get() >= 5)
                .run();
        assertThat(cancelled.complete()).isFalse();
        assertThat(cancelled.replicates()).isBetween(5L * Block.SIZE, (5L + threads) * Block.SIZE);
        Scenario small = with(TRIAL, cancelled.replicates(), 11, null);
        assertThat(relabelled(cancelled, small)).isEqualTo(Simulation.of(small).run());
    }

    @Test
    void cancelledBeforeItBeginsItHasNoReplicates() {
        SimulationResult nothing =
                Simulation.of(TRIAL).withCancellation(() -> true).run();
        assertThat(nothing.replicates()).isZero();
        assertThat(nothing.complete()).isFalse();
        assertThat(nothing.power().value()).isNaN();
    }

    @Test
    void aFailingListenerFailsTheRun() {
        Simulation simulation = Simulation.of(TRIAL).withThreads(3).withBlocks(block -> {
            if (block.firstReplicate() == 2 * Block.SIZE) {
                throw new UnsupportedOperationException("on purpose");
            }
        });
        assertThatThrownBy(simulation::run)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("on purpose");
    }

    @Test
    void scenariosShareTheirLuck() {
        String models = "C: {median: 7}, E: {hazardRatio: %s}";
        Scenario one = Trials.of("endpoints: " + Trials.endpoint(models.formatted("0.6")));
        Scenario other = Trials.of("endpoints: " + Trials.endpoint(models.formatted("0.9")));
        Replicator first = new Replicator(one);
        Replicator second = new Replicator(other);
        for (long k = 0; k < 500; k++) {
            Cohort a = first.cohort(k);
            Cohort b = second.cohort(k);
            int experimental = a.start(1);
            assertThat(b.entry).isEqualTo(a.entry);
            assertThat(b.armOfArrival()).isEqualTo(a.armOfArrival());
            assertThat(b.dropoutTime).isEqualTo(a.dropoutTime);
            assertThat(Arrays.copyOf(b.eventTime, experimental)).isEqualTo(Arrays.copyOf(a.eventTime, experimental));
            for (int i = experimental; i < a.patients(); i++) {
                assertThat(a.eventTime[i] / b.eventTime[i]).isBetween(1.5 - 1e-12, 1.5 + 1e-12);
            }
        }
    }

    @Test
    void changingDropoutOrEnrolmentLeavesEventsAsTheyAre() {
        Cohort base = new Replicator(Trials.of()).cohort(3);
        Cohort dropout = new Replicator(Trials.of("dropout: {C: {median: 3}}")).cohort(3);
        Cohort enrolment =
                new Replicator(Trials.of("enrolment: {patients: 80, arrivals: even, duration: 9}")).cohort(3);
        assertThat(dropout.entry).isEqualTo(base.entry);
        assertThat(dropout.eventTime).isEqualTo(base.eventTime);
        assertThat(enrolment.eventTime).isEqualTo(base.eventTime);
        assertThat(enrolment.dropoutTime).isEqualTo(base.dropoutTime);
        assertThat(enrolment.armOfArrival()).isEqualTo(base.armOfArrival());
    }

    @Tag("slow")
    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void aTargetStandardErrorIsReached(int threads) {
        Scenario precise = with(TRIAL, 100_000, 11, 0.0035);
        SimulationResult result = Simulation.of(precise).withThreads(threads).run();
        assertThat(result.complete()).isTrue();
        assertThat(result.power().standardError()).isLessThanOrEqualTo(0.0035).isGreaterThan(0.0034);
        assertThat(result.replicates()).isBetween(ReplicatePlan.PILOT + 1, 99_999L);
        assertThat(result).isEqualTo(Simulation.of(precise).withThreads(2).run());
        Scenario fixed = with(TRIAL, result.replicates(), 11, null);
        assertThat(relabelled(result, fixed)).isEqualTo(Simulation.of(fixed).run());
    }

    @Test
    void aTargetStandardErrorObeysTheCap() {
        for (long cap : new long[] {1_000, 12_345}) {
            SimulationResult result = Simulation.of(with(TRIAL, cap, 11, 1e-6)).run();
            assertThat(result.replicates()).isEqualTo(cap);
            assertThat(result.complete()).isTrue();
        }
    }

    @Test
    void anEasyTargetStopsAfterThePilot() {
        SimulationResult result = Simulation.of(with(TRIAL, 1_000_000, 11, 0.2)).run();
        assertThat(result.replicates()).isEqualTo(ReplicatePlan.PILOT);
        assertThat(result.complete()).isTrue();
    }

    private static Scenario with(Scenario scenario, long replicates, long seed, Double target) {
        return scenario.withSimulation(new SimulationPlan(replicates, seed, target, SimulationPlan.Estimates.COX));
    }

    /** The same numbers under another scenario's name, as a complete run. */
    private static SimulationResult relabelled(SimulationResult result, Scenario scenario) {
        return new SimulationResult(
                scenario,
                result.replicates(),
                true,
                result.stopping(),
                result.duration(),
                result.enrolled(),
                result.dropouts(),
                result.eventsAtStop(),
                result.looks(),
                result.comparisons());
    }
}
