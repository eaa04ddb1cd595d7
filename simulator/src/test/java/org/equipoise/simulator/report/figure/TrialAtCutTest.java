package org.equipoise.simulator.report.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.equipoise.core.survival.LogRankTest;
import org.equipoise.simulator.analytic.Expectations;
import org.equipoise.simulator.engine.Block;
import org.equipoise.simulator.engine.Decision;
import org.equipoise.simulator.engine.Replicator;
import org.equipoise.simulator.engine.Simulation;
import org.equipoise.simulator.reading.ReadScenario;
import org.equipoise.simulator.reading.ScenarioReader;
import org.equipoise.simulator.report.chart.Chart;
import org.equipoise.simulator.report.chart.Mark;
import org.junit.jupiter.api.Test;

class TrialAtCutTest {
    private static final ReadScenario READ =
            ScenarioReader.read(Path.of("..", "configs", "haic-tace-gs.yaml"), List.of("simulation.replicates=2000"));

    @Test
    void a_trial_made_again_has_the_events_and_the_z_of_its_looks() {
        Replicator replicator = new Replicator(READ.scenario(), READ.bounds());
        for (int replicate = 0; replicate < 20; replicate++) {
            Block block = replicator.simulate(replicate, 1);
            for (int k = 0; k < block.looks(); k++) {
                TrialAtCut trial = TrialAtCut.of(READ.scenario(), READ.bounds(), replicate, block.look(k).time[0]);
                for (int a = 0; a < 2; a++) {
                    assertThat((double) trial.events(a)).isEqualTo(block.look(k).eventsByArm[a][0]);
                }
                assertThat(z(trial)).isCloseTo(block.look(k).z[0][0], within(1e-9));
            }
        }
    }

    private static double z(TrialAtCut trial) {
        int controls = trial.arms().get(0).patients().size();
        int patients = controls + trial.arms().get(1).patients().size();
        double[] time = new double[patients];
        boolean[] event = new boolean[patients];
        boolean[] experimental = new boolean[patients];
        for (int i = 0; i < patients; i++) {
            TrialAtCut.Patient patient = i < controls
                    ? trial.arms().get(0).patients().get(i)
                    : trial.arms().get(1).patients().get(i - controls);
            time[i] = patient.time();
            event[i] = patient.event();
            experimental[i] = i >= controls;
        }
        return LogRankTest.of(time, event, experimental).z();
    }

    @Test
    void examples_are_what_they_are_called() {
        ReplicateColumns trace = new ReplicateColumns(3, 2000);
        Simulation.of(READ.scenario(), READ.bounds()).withBlocks(trace).run();
        List<ExampleTrial> examples = ExampleTrial.of(trace, READ.bounds());
        assertThat(examples).extracting(ExampleTrial::kind).containsExactly(ExampleTrial.Kind.values());
        for (ExampleTrial example : examples) {
            Decision decision = trace.decisionOf((int) example.replicate(), example.look());
            assertThat(decision)
                    .as(example.toString())
                    .isEqualTo(
                            switch (example.kind()) {
                                case WIN_AT_LAST_LOOK, EARLY_WIN -> Decision.REJECT;
                                case FUTILITY_STOP -> Decision.FUTILE;
                                case NEAR_MISS, LOSS -> Decision.NOT_REJECTED;
                            });
        }
        ExampleTrial miss = examples.get(3);
        double bound = READ.bounds().comparison(0).efficacy(2);
        assertThat(trace.zOf((int) miss.replicate(), 2)).isBetween(bound - 0.05, bound);
    }

    @Test
    void curves_begin_at_one_and_count_everybody_at_risk() {
        TrialAtCut trial = TrialAtCut.of(READ.scenario(), READ.bounds(), 4, 30);
        Subject subject = new Subject(READ.scenario(), List.of("TACE", "HAIC"), "PFS");
        Chart chart = KaplanMeierFigure.of(subject, trial, "km", "Replicate 4");
        Mark.Line control = (Mark.Line) chart.marks().get(2);
        assertThat(control.points().get(0).y()).isEqualTo(1);
        assertThat(chart.counts().get(0).values().get(0).y()).isEqualTo(88);
        Mark.Dots censored = (Mark.Dots) chart.marks().get(3);
        assertThat(censored.dots()).hasSize(88 - (int) trial.events(0));
    }

    @Test
    void bands_of_patients_and_events_hold_their_expectation() {
        double[] times = {6, 12, 18, 24, 30};
        Prediction prediction = Prediction.of(READ.scenario(), READ.bounds(), times);
        var expectations = Expectations.of(READ.scenario());
        for (Mark.Edge edge : prediction.events()) {
            assertThat(expectations.at(edge.x()).events()).isBetween(edge.low() - 1, edge.high() + 1);
        }
        for (Mark.Edge edge : prediction.enrolled()) {
            assertThat(expectations.at(edge.x()).enrolled()).isBetween(edge.low() - 1, edge.high() + 1);
        }
    }
}
