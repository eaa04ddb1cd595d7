package org.equipoise.simulator.report.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.equipoise.core.numerics.StandardNormal;
import org.equipoise.core.sequential.StoppingBounds;
import org.equipoise.simulator.analytic.AnalyticPower;
import org.equipoise.simulator.analytic.PlannedDrift;
import org.equipoise.simulator.analytic.Planner;
import org.equipoise.simulator.analytic.Sought;
import org.equipoise.simulator.analytic.TrialPlan;
import org.equipoise.simulator.engine.Simulation;
import org.equipoise.simulator.engine.SimulationResult;
import org.equipoise.simulator.reading.ReadScenario;
import org.equipoise.simulator.reading.ScenarioReader;
import org.equipoise.simulator.report.chart.Chart;
import org.equipoise.simulator.report.chart.Mark;
import org.equipoise.simulator.report.chart.Point;
import org.equipoise.simulator.scenario.Scenario;
import org.junit.jupiter.api.Test;

class DesignFiguresTest {
    private static final ReadScenario READ =
            ScenarioReader.read(Path.of("..", "configs", "haic-tace-gs.yaml"), List.of("simulation.replicates=2000"));

    private static final Subject SUBJECT = new Subject(READ.scenario(), List.of("TACE", "HAIC"), "PFS");

    private static <M extends Mark> List<M> marks(Chart chart, Class<M> kind) {
        return chart.marks().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** Power is rejection at the look plus, over all Z that go on, the conditional power there. */
    @Test
    void conditional_power_over_all_results_of_a_look_is_power() {
        TrialPlan plan = Planner.of(READ.scenario(), Sought.POWER).plan(AnalyticPower.SHOWN);
        List<Chart> charts = InterimPower.of(SUBJECT, plan);
        assertThat(charts).hasSize(2);
        List<Point> planned = marks(charts.get(0), Mark.Line.class).get(0).points();
        StoppingBounds bounds = plan.design().comparison(0).bounds();
        double drift = PlannedDrift.of(READ.scenario(), "HAIC", 148).orElseThrow();
        double mean = drift * Math.sqrt(bounds.information(1));
        double power = StandardNormal.upperTail(bounds.efficacy(1) - mean);
        int steps = 2000;
        double width = (bounds.efficacy(1) - bounds.futility(1)) / steps;
        for (int i = 0; i < steps; i++) {
            double z = bounds.futility(1) + (i + 0.5) * width;
            power += width * at(planned, z) * Math.exp(-(z - mean) * (z - mean) / 2) / Math.sqrt(2 * Math.PI);
        }
        assertThat(power).isCloseTo(bounds.crossing(drift).rejection(), within(2e-4));
    }

    private static double at(List<Point> line, double x) {
        for (int i = 1; i < line.size(); i++) {
            Point left = line.get(i - 1);
            Point right = line.get(i);
            if (x <= right.x()) {
                return left.y() + (right.y() - left.y()) * (x - left.x()) / (right.x() - left.x());
            }
        }
        throw new AssertionError(x + " lies beyond the line");
    }

    @Test
    void null_scenarios_stand_beside_the_run_under_the_null_hypothesis() {
        Scenario underNull = READ.scenario().underNull();
        SimulationResult assumed = Simulation.of(underNull, READ.bounds()).run();
        Chart chart = NullScenarios.of(SUBJECT, READ.bounds(), assumed, 500).get(0);
        assertThat(chart.y().categories())
                .containsExactly(
                        "enrolment × 2",
                        "enrolment × ½",
                        "no dropout",
                        "dropout × 2",
                        "control times × 2",
                        "control times × ½",
                        "as assumed");
        List<Mark.Spans> marks = marks(chart, Mark.Spans.class);
        assertThat(marks).hasSize(2);
        assertThat(marks.get(0).spans().get(6).x())
                .isEqualTo(assumed.comparisons()
                        .get(0)
                        .stopping()
                        .powerWithoutFutility()
                        .value());
        assertThat(marks.get(1).spans().get(6).x()).isEqualTo(assumed.power().value());
        // They share their luck, so that few differ in so few replicates; were nothing varied, none would.
        assertThat(marks.get(0).spans().subList(0, 6).stream()
                        .map(Mark.Span::x)
                        .distinct()
                        .count())
                .isGreaterThan(1);
    }

    @Test
    void power_grows_with_patients_whose_events_grow_in_proportion() {
        Variant half = Variant.ofPatients(READ.scenario(), 88).orElseThrow();
        assertThat(half.scenario().analysis().eventsAwaitedAt(2)).hasValue(74);
        assertThat(half.scenario().enrolment().enrolment().duration())
                .isCloseTo(READ.scenario().enrolment().enrolment().duration(), within(1e-9));
        Variant most = Variant.ofPatients(READ.scenario(), 264).orElseThrow();
        assertThat(most.scenario().analysis().eventsAwaitedAt(2)).hasValue(222);
        assertThat(most.analyticPower().orElseThrow())
                .isGreaterThan(half.analyticPower().orElseThrow() + 0.3);
    }
}
