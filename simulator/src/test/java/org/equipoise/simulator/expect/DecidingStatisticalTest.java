package org.equipoise.simulator.expect;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.equipoise.simulator.engine.Simulation;
import org.equipoise.simulator.engine.SimulationResult;
import org.equipoise.simulator.engine.summary.Estimate;
import org.equipoise.simulator.reading.ReadScenario;
import org.equipoise.simulator.reading.ScenarioReader;
import org.equipoise.simulator.scenario.Criterion;
import org.junit.jupiter.api.Test;

/**
 * Looking again and again does not make wrong verdicts more frequent, and what is decided is a longer run. The first
 * test fails by chance less than once in 1,000 times; its seed is fixed.
 */
class DecidingStatisticalTest {
    private static ReadScenario base(String... overrides) {
        return ScenarioReader.read(Path.of("..", "configs", "speed-176.yaml"), List.of(overrides));
    }

    @Test
    void all_looks_together_err_no_more_than_one_look_with_95_percent_limits() {
        Deciding deciding = Deciding.of(base("simulation.replicates=128").scenario(), 12_800);
        assertThat(deciding.looks()).isEqualTo(8);
        Criterion criterion = new Criterion(0.5, null);
        SplittableRandom random = new SplittableRandom(20);
        int runs = 20_000;
        int met = 0;
        int metAtPlainLimits = 0;
        for (int run = 0; run < runs; run++) {
            boolean wrong = false;
            boolean wrongAtPlainLimits = false;
            long successes = 0;
            long n = 0;
            for (int look = 0; look < deciding.looks(); look++) {
                for (long to = Math.min(128L << look, 12_800); n < to; n += 64) {
                    successes += Long.bitCount(random.nextLong());
                }
                wrong |= Verdict.of(criterion, Estimate.proportion(successes, n, deciding.level())) == Verdict.MET;
                wrongAtPlainLimits |= Verdict.of(criterion, Estimate.proportion(successes, n)) == Verdict.MET;
            }
            met += wrong ? 1 : 0;
            metAtPlainLimits += wrongAtPlainLimits ? 1 : 0;
        }
        double most = 0.025 + 3.1 * Math.sqrt(0.025 * 0.975 / runs);
        assertThat((double) met / runs).isLessThan(most);
        assertThat((double) metAtPlainLimits / runs)
                .as("limits that are not widened")
                .isGreaterThan(0.06);
    }

    @Test
    void it_ends_with_the_result_of_a_longer_run() {
        ReadScenario read = base("simulation.replicates=300", "expect={power: {atLeast: 0.78}}");
        Deciding deciding = Deciding.of(read.scenario(), 30_000);
        ExpectationCheck check = ExpectationCheck.of(read.scenario()).withLevel(deciding.level());
        SimulationResult result = Simulation.of(read.scenario(), read.bounds())
                .withContinuation(soFar -> deciding.next(soFar, told -> check.check(told, null)))
                .run();
        assertThat(result.complete()).isTrue();
        assertThat(result.replicates()).isGreaterThan(512);
        assertThat(check.check(result, null))
                .extracting(CheckedExpectation::verdict)
                .doesNotContain(Verdict.UNDECIDED);
        ReadScenario longer = base("simulation.replicates=" + result.replicates());
        SimulationResult atOnce =
                Simulation.of(longer.scenario(), longer.bounds()).run();
        assertThat(result.power()).isEqualTo(atOnce.power());
        assertThat(result.looks()).isEqualTo(atOnce.looks());
        assertThat(result.duration()).isEqualTo(atOnce.duration());
    }

    @Test
    void it_stops_at_the_cap_when_a_figure_is_at_its_bound() {
        ReadScenario read = base("simulation.replicates=256", "expect={power: {atLeast: 0.7943}}");
        Deciding deciding = Deciding.of(read.scenario(), 1500);
        ExpectationCheck check = ExpectationCheck.of(read.scenario()).withLevel(deciding.level());
        SimulationResult result = Simulation.of(read.scenario(), read.bounds())
                .withContinuation(soFar -> deciding.next(soFar, told -> check.check(told, null)))
                .run();
        assertThat(result.replicates()).isEqualTo(1536); // 1,500 in whole blocks of 256
        assertThat(Verdict.of(check.check(result, null))).isEqualTo(Verdict.UNDECIDED);
    }
}
