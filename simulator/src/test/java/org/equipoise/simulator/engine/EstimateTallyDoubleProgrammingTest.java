package org.equipoise.simulator.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.equipoise.simulator.reading.ReadScenario;
import org.equipoise.simulator.reading.ScenarioReader;
import org.junit.jupiter.api.Test;

/** Bias, errors and coverage of estimates against sums over replicates that are kept one by one. */
class EstimateTallyDoubleProgrammingTest {
    private static final double TRUTH = Math.log(0.62);

    /** One stopped replicate. */
    private record Stopped(int look, Decision decision, double estimate, double error) {}

    @Test
    void measures_are_those_of_the_replicates_one_by_one() {
        ReadScenario read = ScenarioReader.read(
                Path.of("..", "configs", "haic-tace-gs.yaml"), List.of("simulation.replicates=1500"));
        EstimateTally tally = new EstimateTally(0, 3, TRUTH);
        List<Stopped> all = new ArrayList<>();
        Simulation.of(read.scenario(), read.bounds())
                .withThreads(2)
                .withBlocks(block -> {
                    tally.accept(block);
                    keep(block, all);
                })
                .run();
        List<EstimateQuality> qualities = tally.qualities(30);
        assertThat(qualities).hasSizeGreaterThan(5);
        long stops = 0;
        for (EstimateQuality quality : qualities) {
            List<Stopped> those = all.stream()
                    .filter(one -> quality.decision() == null
                            || one.look() == quality.look() && one.decision() == quality.decision())
                    .toList();
            isThatOf(those, quality);
            stops += quality.decision() == null ? 0 : quality.trials();
        }
        assertThat(qualities.get(0).trials()).isEqualTo(1500);
        assertThat(stops).isBetween(1500L - 5 * 30, 1500L);
    }

    private static void keep(Block block, List<Stopped> all) {
        for (int i = 0; i < block.size(); i++) {
            for (int k = 0; k < block.looks(); k++) {
                Decision decision = block.decision(0, i, k);
                if (decision == Decision.REJECT || decision == Decision.FUTILE || decision == Decision.NOT_REJECTED) {
                    all.add(new Stopped(
                            k + 1, decision, block.look(k).logHazardRatio[0][i], block.look(k).standardError[0][i]));
                }
            }
        }
    }

    private static void isThatOf(List<Stopped> those, EstimateQuality quality) {
        int n = those.size();
        double mean = those.stream().mapToDouble(Stopped::estimate).sum() / n;
        double squares = 0;
        double from = 0;
        double variance = 0;
        int covered = 0;
        long below = those.stream().filter(one -> one.estimate() < TRUTH).count();
        for (Stopped one : those) {
            squares += Math.pow(one.estimate() - mean, 2);
            from += Math.pow(one.estimate() - TRUTH, 2);
            variance += one.error() * one.error();
            covered +=
                    one.estimate() - 1.959964 * one.error() <= TRUTH && TRUTH <= one.estimate() + 1.959964 * one.error()
                            ? 1
                            : 0;
        }
        double mse = from / n;
        double model = variance / n;
        double errors = 0;
        double variances = 0;
        for (Stopped one : those) {
            errors += Math.pow(Math.pow(one.estimate() - TRUTH, 2) - mse, 2);
            variances += Math.pow(one.error() * one.error() - model, 2) / (n - 1);
        }
        double sd = Math.sqrt(squares / (n - 1));
        assertThat(quality.trials()).isEqualTo(n);
        assertThat(quality.bias().value()).isCloseTo(mean - TRUTH, within(1e-12));
        assertThat(quality.bias().standardError()).isCloseTo(sd / Math.sqrt(n), within(1e-12));
        assertThat(quality.empiricalError().value()).isCloseTo(sd, within(1e-12));
        assertThat(quality.empiricalError().standardError()).isCloseTo(sd / Math.sqrt(2.0 * (n - 1)), within(1e-12));
        assertThat(quality.modelError().value()).isCloseTo(Math.sqrt(model), within(1e-12));
        assertThat(quality.modelError().standardError())
                .isCloseTo(Math.sqrt(variances / (4.0 * n * model)), within(1e-12));
        assertThat(quality.meanSquaredError().value()).isCloseTo(mse, within(1e-12));
        assertThat(quality.meanSquaredError().standardError())
                .isCloseTo(Math.sqrt(errors / (n * (n - 1.0))), within(1e-12));
        assertThat(quality.coverage().value()).isCloseTo((double) covered / n, within(1e-12));
        assertThat(quality.below().value()).isCloseTo((double) below / n, within(1e-12));
    }
}
