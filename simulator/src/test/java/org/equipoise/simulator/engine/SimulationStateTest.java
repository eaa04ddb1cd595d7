package org.equipoise.simulator.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.equipoise.simulator.design.BoundPlan;
import org.equipoise.simulator.scenario.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A state that grew by segments, in several lives, tells to the bit what one run tells. */
class SimulationStateTest {
    static Stream<Scenario> scenarios() {
        return Stream.of(
                Trials.config("haic-tace-176.yaml", "simulation.replicates=5000"),
                Trials.config("haic-tace-gs.yaml", "simulation.replicates=3000"),
                Trials.config("three-arms.yaml", "simulation.replicates=2900"),
                Trials.config("speed-176.yaml", "simulation.replicates=1000", "simulation.estimates=none"),
                Trials.config("delayed-effect.yaml", "simulation={replicates: 30000, targetStandardError: 0.004}"),
                Trials.config("haic-tace-176.yaml", "simulation.replicates=300", "enrolment.patients=5000"),
                Trials.config("haic-tace-176.yaml", "simulation.replicates=200", "enrolment.patients=138"));
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void tells_what_a_run_tells_however_it_grew(Scenario scenario) {
        SplittableRandom random = new SplittableRandom(17);
        BoundPlan bounds = BoundPlan.of(scenario);
        Replicator replicator = new Replicator(scenario, bounds);
        SimulationState state = SimulationState.start(scenario, bounds);
        while (!state.isComplete()) {
            state.add(next(replicator, scenario, state, 1 + random.nextInt(9)));
            SimulationState again = SimulationState.of(scenario, bounds, state.toBytes());
            assertThat(again.toBytes()).isEqualTo(state.toBytes());
            assertThat(again.result()).isEqualTo(state.result());
            state = random.nextBoolean() ? again : state;
        }
        SimulationResult run = Simulation.of(scenario, bounds).run();
        assertThat(state.result()).isEqualTo(run);
        assertThat(state.planned()).isEqualTo(run.replicates());
    }

    private static Segment next(Replicator replicator, Scenario scenario, SimulationState state, int blocks) {
        int size = blocks * Block.sizeFor(scenario.enrolment().patients());
        long first = state.replicates();
        return Segment.simulate(replicator, scenario, first, (int) Math.min(size, state.planned() - first));
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void the_trace_adds_up_to_the_result(Scenario scenario) {
        SimulationState state = run(scenario);
        ReplicateTrace trace = state.trace();
        SimulationResult result = state.result();
        int rejections = 0;
        for (int i = 0; i < trace.replicates(); i++) {
            rejections += trace.rejects(i) ? 1 : 0;
        }
        assertThat(trace.replicates()).isEqualTo((int) result.replicates());
        assertThat((double) rejections / trace.replicates())
                .isEqualTo(result.power().value());
        double stopped = 0;
        double duration = 0;
        double events = 0;
        for (int b = 0; b < trace.batches(); b++) {
            double n = trace.stopped(b);
            stopped += n;
            duration += n * trace.mean(StopQuantity.DURATION, b);
            events += n * trace.mean(StopQuantity.EVENTS, b);
        }
        assertThat(duration / stopped).isCloseTo(result.duration().mean().value(), within(1e-9));
        assertThat(events / stopped).isCloseTo(result.eventsAtStop().value(), within(1e-9));
    }

    private static Offset<Double> within(double offset) {
        return Offset.offset(offset);
    }

    private static SimulationState run(Scenario scenario) {
        BoundPlan bounds = BoundPlan.of(scenario);
        SimulationState state = SimulationState.start(scenario, bounds);
        Replicator replicator = new Replicator(scenario, bounds);
        while (!state.isComplete()) {
            state.add(next(replicator, scenario, state, 16));
        }
        return state;
    }

    @Test
    void damaged_bytes_are_noticed_wherever_the_damage_is() {
        Scenario scenario = Trials.of();
        BoundPlan bounds = BoundPlan.of(scenario);
        byte[] bytes = run(scenario).toBytes();
        SplittableRandom random = new SplittableRandom(4);
        for (int trial = 0; trial < 300; trial++) {
            byte[] damaged = bytes.clone();
            damaged[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            assertThatThrownBy(() -> SimulationState.of(scenario, bounds, damaged))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("checksum");
        }
        for (int length : List.of(0, 3, 4, bytes.length / 2, bytes.length - 1)) {
            byte[] shorter = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> SimulationState.of(scenario, bounds, shorter))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void the_state_of_another_trial_is_refused() {
        byte[] bytes = run(Trials.of()).toBytes();
        Scenario looks = Trials.of("analysis: {looks: [{events: 30}, {events: 55}], efficacy: {z: [2.8, 2]}}");
        assertThatThrownBy(() -> SimulationState.of(looks, BoundPlan.of(looks), bytes))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("number of looks is 1, not 2");
    }

    @Test
    void only_the_segment_that_follows_is_taken() {
        Scenario scenario = Trials.of();
        BoundPlan bounds = BoundPlan.of(scenario);
        Replicator replicator = new Replicator(scenario, bounds);
        SimulationState state = SimulationState.start(scenario, bounds);
        assertThatThrownBy(() -> state.add(Segment.simulate(replicator, scenario, 256, 256)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> state.add(Segment.simulate(replicator, scenario, 0, 1024)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_segment_is_the_work_of_a_moment() {
        assertThat(Segment.size(Trials.config("haic-tace-176.yaml"))).isEqualTo(16_384);
        assertThat(Segment.size(Trials.config("haic-tace-176.yaml", "enrolment.patients=2000")))
                .isEqualTo(1_408);
        assertThat(Segment.size(Trials.config("haic-tace-176.yaml", "enrolment.patients=1000000")))
                .isEqualTo(2);
    }
}
