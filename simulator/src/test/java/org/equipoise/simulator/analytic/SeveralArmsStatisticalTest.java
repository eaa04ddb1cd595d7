package org.equipoise.simulator.analytic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.equipoise.simulator.engine.Simulation;
import org.equipoise.simulator.engine.SimulationResult;
import org.equipoise.simulator.engine.summary.Estimate;
import org.equipoise.simulator.scenario.Scenario;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Plans of two experimental arms against simulation, 20,000 replicates with seed 360. Each figure may be off by 0.003,
 * or by one in a thousand where it is no probability, and four standard errors: of eight figures in four trials by
 * chance in fewer than 1 of 400 seeds.
 */
@Tag("slow")
class SeveralArmsStatisticalTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "analysis.looks=[{events: 240}]",
                "analysis={looks: [{events: 80}, {events: 160}, {events: 240}], efficacy: {spending: obrienFleming},"
                        + " futility: {spending: hwangShihDeCani, gamma: -2}}",
                "analysis={looks: [{calendarTime: 40}, {calendarTime: 60}, {calendarTime: 90}],"
                        + " efficacy: {spending: pocock}}",
                "analysis={sides: 2, looks: [{information: 0.5}, {events: 240}], efficacy: {spending: pocock}}"
            })
    void agreeWithSimulation(String analysis) {
        Scenario scenario = Scenarios.config("three-arms", analysis, "simulation.estimates=none");
        TrialPlan plan = Planner.of(scenario, Sought.POWER).plan(AnalyticPower.SHOWN);
        SimulationResult result = Simulation.of(scenario).run();
        Estimate any = result.power();
        close(any, plan.power(), 0.003);
        double bothOnes = 0;
        for (int h = 0; h < 2; h++) {
            Estimate power = result.comparisons().get(h).stopping().power();
            close(power, plan.comparisons().get(h).power(), 0.003);
            bothOnes += power.value();
        }
        // With two arms, those that reject both are counted twice in the sum.
        assertThat(plan.powerOfAll()).isCloseTo(bothOnes - any.value(), within(0.006 + 8 * any.standardError()));
        List<Estimate> byLook = result.stopping().cumulativeRejected();
        for (int k = 0; k < byLook.size(); k++) {
            close(byLook.get(k), plan.joint().get(k).any(), 0.003);
        }
        close(
                result.duration().mean(),
                plan.expectedDuration().h1(),
                1e-3 * plan.expectedDuration().h1());
        close(
                result.eventsAtStop(),
                plan.expectedEvents().h1(),
                1e-3 * plan.expectedEvents().h1());
    }

    private static void close(Estimate simulated, double planned, double tolerance) {
        assertThat(planned).isCloseTo(simulated.value(), within(tolerance + 4 * simulated.standardError()));
    }
}
