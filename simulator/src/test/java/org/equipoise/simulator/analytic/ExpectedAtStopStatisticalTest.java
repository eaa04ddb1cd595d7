package org.equipoise.simulator.analytic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.equipoise.simulator.design.BoundPlan;
import org.equipoise.simulator.engine.Simulation;
import org.equipoise.simulator.engine.SimulationResult;
import org.equipoise.simulator.engine.summary.Estimate;
import org.equipoise.simulator.reading.ScenarioReader;
import org.equipoise.simulator.scenario.EventModel;
import org.equipoise.simulator.scenario.HazardRatio;
import org.equipoise.simulator.scenario.Scenario;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What is expected when a trial stops, half way between the hypotheses, against 20,000 simulated trials of that effect
 * with the bounds as planned, seed 17. Each figure may be off by three in a thousand and four standard errors: of nine
 * figures by chance in fewer than 1 of 1700 seeds.
 */
class ExpectedAtStopStatisticalTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0.5 | [{events: 70}, {events: 130}, {events: 190}]         | {boundary: pampallonaTsiatis, delta: 0.2}
            0.6 | [{events: 70}, {calendarTime: 15}, {calendarTime: 24}] | {spending: pocock, by: calendarTime}
            0.6 | [{events: 60}, {events: 120}, {events: 180}]         | {spending: obrienFleming}
            """)
    void agreesWithSimulation(double hazardRatio, String looks, String efficacy) {
        Scenario scenario = ScenarioReader.read("""
                trial: T
                arms: {A: {role: control}, B: {role: experimental}}
                enrolment: {patients: 250, duration: 14}
                endpoints: {OS: {model: {A: {median: 7}, B: {hazardRatio: %s}}}}
                analysis: {looks: %s, efficacy: %s}
                simulation: {replicates: 20000, seed: 17, estimates: none}
                """.formatted(hazardRatio, looks, efficacy), "t.yaml", List.of())
                .scenario();
        TrialPlan plan = Planner.of(scenario, Sought.POWER).plan(AnalyticPower.SHOWN);
        Scenario between = scenario.withModels(
                Map.of("B", new EventModel.Relative(new HazardRatio.Constant(Math.sqrt(hazardRatio)))));
        SimulationResult result = Simulation.of(between, BoundPlan.of(scenario)).run();
        close(result.eventsAtStop(), plan.expectedEvents().between());
        close(result.enrolled(), plan.expectedPatients().between());
        close(result.duration().mean(), plan.expectedDuration().between());
    }

    private static void close(Estimate simulated, double planned) {
        assertThat(planned).isCloseTo(simulated.value(), within(3e-3 * planned + 4 * simulated.standardError()));
    }
}
