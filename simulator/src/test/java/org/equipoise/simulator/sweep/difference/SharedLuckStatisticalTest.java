package org.equipoise.simulator.sweep.difference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.equipoise.simulator.engine.Decision;
import org.equipoise.simulator.engine.Replicator;
import org.equipoise.simulator.engine.Segment;
import org.equipoise.simulator.engine.Simulation;
import org.equipoise.simulator.engine.SimulationState;
import org.equipoise.simulator.engine.StopQuantity;
import org.equipoise.simulator.reading.ReadScenario;
import org.equipoise.simulator.reading.ScenarioReader;
import org.junit.jupiter.api.Test;

/**
 * Paired standard errors: the same as from replicates taken one by one, as large as differences really scatter, and
 * much smaller than unpaired ones. Seeds are fixed; the test of the scatter fails by chance less than once in 1,000
 * times, the others do not depend on chance by more than that.
 */
class SharedLuckStatisticalTest {
    private static final String HAZARD_RATIO = "endpoints.PFS.model.HAIC.hazardRatio=";

    private static ReadScenario base(long seed, int replicates, String... overrides) {
        List<String> all = new ArrayList<>(
                List.of("simulation={replicates: " + replicates + ", seed: " + seed + ", estimates: none}"));
        all.addAll(List.of(overrides));
        return ScenarioReader.read(Path.of("..", "configs", "haic-tace-176.yaml"), all);
    }

    private static TracedResult traced(ReadScenario read) {
        SimulationState state = SimulationState.start(read.scenario(), read.bounds());
        Replicator replicator = new Replicator(read.scenario(), read.bounds());
        int size = Segment.size(read.scenario());
        while (!state.isComplete()) {
            int replicates = (int) Math.min(size, state.planned() - state.replicates());
            state.add(Segment.simulate(replicator, read.scenario(), state.replicates(), replicates));
        }
        return TracedResult.of(state);
    }

    private static double unpaired(double s, double t) {
        return Math.sqrt(s * s + t * t);
    }

    @Test
    void a_hazard_ratio_of_060_and_062_differ_with_half_the_unpaired_error_or_less() {
        TracedResult a = traced(base(5233358, 10_000, HAZARD_RATIO + "0.60"));
        TracedResult b = traced(base(5233358, 10_000, HAZARD_RATIO + "0.62"));
        Difference power = SharedLuck.between(a, b).power();
        double apart =
                unpaired(a.result().power().standardError(), b.result().power().standardError());
        assertThat(power.paired()).isTrue();
        assertThat(power.value())
                .isEqualTo(a.result().power().value() - b.result().power().value());
        assertThat(power.standardError()).isLessThanOrEqualTo(0.5 * apart);
        assertThat(power.isBeyond(Difference.NOISE)).isTrue();
        Difference duration = SharedLuck.between(a, b).mean(StopQuantity.DURATION);
        assertThat(duration.paired()).isTrue();
        assertThat(duration.standardError())
                .isLessThan(0.5
                        * unpaired(
                                a.result().duration().mean().standardError(),
                                b.result().duration().mean().standardError()));
    }

    /** Double programming: the sample standard deviation of differences, replicate by replicate, over √n. */
    @Test
    void the_error_is_that_of_differences_one_by_one() {
        ReadScenario first = base(7, 5000, HAZARD_RATIO + "0.65");
        ReadScenario second = base(7, 5000, HAZARD_RATIO + "0.72", "enrolment.patients=188");
        int[][] rejects = new int[2][5000];
        double[][] duration = new double[2][5000];
        for (int s = 0; s < 2; s++) {
            ReadScenario read = s == 0 ? first : second;
            int row = s;
            int[] next = {0};
            Simulation.of(read.scenario(), read.bounds())
                    .withBlocks(block -> {
                        for (int i = 0; i < block.size(); i++) {
                            rejects[row][next[0]] = block.decision(0, i, 0) == Decision.REJECT ? 1 : 0;
                            duration[row][next[0]++] = block.look(0).time[i];
                        }
                    })
                    .run();
        }
        double[] ofPower = new double[5000];
        double[] ofDuration = new double[5000];
        for (int i = 0; i < 5000; i++) {
            ofPower[i] = rejects[0][i] - rejects[1][i];
            ofDuration[i] = duration[0][i] - duration[1][i];
        }
        SharedLuck luck = SharedLuck.between(traced(first), traced(second));
        assertThat(luck.power().value()).isCloseTo(mean(ofPower), within(1e-12));
        assertThat(luck.power().standardError()).isCloseTo(error(ofPower, 5000), within(1e-12));
        Difference time = luck.mean(StopQuantity.DURATION);
        assertThat(time.value()).isCloseTo(mean(ofDuration), within(1e-9));
        // 19 whole batches tell the correlation, and with it the error, less sharply.
        assertThat(time.standardError() / error(ofDuration, 4999)).isBetween(0.6, 1.6);
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double error(double[] values, double divisor) {
        double mean = mean(values);
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / divisor / values.length);
    }

    /** 200 pairs with seeds of their own; the share within 2 errors is 95.4 %, give or take 3.3 times 1.5 %. */
    @Test
    void differences_scatter_as_their_errors_say_whatever_the_numbers_of_replicates() {
        List<Difference> differences = new ArrayList<>();
        for (int seed = 1; seed <= 200; seed++) {
            TracedResult a = traced(base(seed, 600, HAZARD_RATIO + "0.60"));
            TracedResult b = traced(base(seed, 300, HAZARD_RATIO + "0.64"));
            differences.add(SharedLuck.between(a, b).power());
        }
        double centre =
                differences.stream().mapToDouble(Difference::value).average().orElseThrow();
        long inside = differences.stream()
                .filter(each -> Math.abs(each.value() - centre) < 2 * each.standardError())
                .count();
        assertThat(inside).isBetween(181L, 200L);
        double squares = differences.stream()
                .mapToDouble(each -> Math.pow((each.value() - centre) / each.standardError(), 2))
                .sum();
        assertThat(squares / 199).isBetween(0.7, 1.37); // chi-square with 199 degrees of freedom, 0.1 % on either side
    }

    @Test
    void other_seeds_share_nothing() {
        TracedResult a = traced(base(1, 600));
        TracedResult b = traced(base(2, 600));
        Difference power = SharedLuck.between(a, b).power();
        assertThat(power.paired()).isFalse();
        assertThat(power.standardError())
                .isCloseTo(
                        unpaired(
                                a.result().power().standardError(),
                                b.result().power().standardError()),
                        within(1e-15));
    }

    @Test
    void a_scenario_does_not_differ_from_itself_and_exact_figures_differ_exactly() {
        TracedResult a = traced(base(1, 4096));
        assertThat(SharedLuck.between(a, a).power()).isEqualTo(new Difference(0, 0, true));
        TracedResult b = traced(base(1, 4096, "enrolment.patients=180", "analysis.looks=[{events: 140}]"));
        Difference events = SharedLuck.between(b, a).mean(StopQuantity.EVENTS);
        assertThat(events.value()).isEqualTo(3);
        assertThat(events.standardError()).isZero();
        assertThat(events.isBeyond(Difference.NOISE)).isTrue();
    }
}
