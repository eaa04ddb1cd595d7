package org.equipoise.simulator.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.equipoise.simulator.analytic.AnalyticPower;
import org.equipoise.simulator.analytic.Expectations;
import org.equipoise.simulator.analytic.LookProbabilities;
import org.equipoise.simulator.design.BoundPlan;
import org.equipoise.simulator.scenario.Scenario;
import org.junit.jupiter.api.Test;

/**
 * Simulated and computed stopping probabilities agree: within four standard errors plus 0.002, to which the
 * distribution of a log-rank statistic is known under an alternative. One simulation is scored under all designs.
 *
 * <p>A comparison fails by chance with probability at most 6.3e-5, one of the 216 with at most 0.014. Seeds are fixed,
 * so they pass or fail for good.
 */
class GroupSequentialStatisticalTest {
    private static final int BLOCKS = 80;
    private static final double REPLICATES = (double) BLOCKS * Block.SIZE;
    private static final double LIMIT = 4;
    private static final String FUTILITY = ", futility: {spending: hwangShihDeCani, gamma: -2}";

    private static final List<String> EFFICACY = List.of(
            "efficacy: {spending: obrienFleming}",
            "efficacy: {spending: pocock}",
            "efficacy: {spending: hwangShihDeCani, gamma: 1}",
            "efficacy: {spending: power, rho: 2}",
            "efficacy: {z: [2.7, 2.5, 2]}",
            "efficacy: {boundary: pocock}");

    /** Bounds of both kinds in one word. */
    private static final List<String> TOGETHER = List.of(
            "efficacy: {boundary: pampallonaTsiatis, delta: 0.2}",
            "efficacy: {boundary: pampallonaTsiatis, delta: 0.2},"
                    + " futility: {boundary: pampallonaTsiatis, delta: 0, binding: true}");

    /** Two-sided tests that stop within an inner wedge. */
    private static final List<String> TWO_SIDED = List.of(
            "sides: 2, efficacy: {spending: obrienFleming}" + FUTILITY,
            "sides: 2, efficacy: {spending: pocock}, futility: {spending: pocock, binding: true}",
            "sides: 2, efficacy: {boundary: obrienFleming}, futility: {boundary: obrienFleming, binding: true}",
            "sides: 2, efficacy: {z: [2.7, 2.5, 2]}, futility: {p: [0.8, 0.5]}");

    private static Scenario trial(double hazardRatio, String bounds) {
        return Trials.of(
                "enrolment: {patients: 440, duration: 8}",
                "endpoints: " + Trials.endpoint("C: {median: 7}, E: {hazardRatio: " + hazardRatio + "}"),
                "dropout: {}",
                "simulation: {estimates: none, seed: 20260711}",
                "analysis: {looks: [{events: 140}, {events: 270}, {events: 400}], " + bounds + "}");
    }

    private static List<String> designs() {
        List<String> designs = new ArrayList<>(EFFICACY);
        EFFICACY.forEach(each -> designs.add(each + FUTILITY));
        designs.addAll(TOGETHER);
        designs.addAll(TWO_SIDED);
        return designs;
    }

    @Test
    void under_the_null_hypothesis() {
        compare(1, 0.0006);
    }

    @Test
    void under_an_alternative() {
        compare(0.75, 0.002);
    }

    private static void compare(double hazardRatio, double allowance) {
        List<Scenario> scenarios =
                designs().stream().map(each -> trial(hazardRatio, each)).toList();
        List<StopTally> totals = new ArrayList<>();
        scenarios.forEach(each -> totals.add(new StopTally(1, 3)));
        Replicator replicator = new Replicator(scenarios.get(0));
        StopTally one = new StopTally(1, 3);
        for (int b = 0; b < BLOCKS; b++) {
            Block block = replicator.simulate((long) b * Block.SIZE, Block.SIZE);
            for (int d = 0; d < scenarios.size(); d++) {
                block.score(new StoppingRule(
                        BoundPlan.of(scenarios.get(d)),
                        scenarios.get(d).analysis().sides()));
                one.read(block);
                totals.get(d).merge(one);
            }
        }
        for (int d = 0; d < scenarios.size(); d++) {
            Scenario scenario = scenarios.get(d);
            List<LookProbabilities> looks = AnalyticPower.of(
                            scenario, Expectations.of(scenario), BoundPlan.of(scenario))
                    .looks("E", AnalyticPower.SHOWN);
            for (int k = 0; k < 3; k++) {
                String where = designs().get(d) + ", look " + (k + 1);
                agrees(
                        where + ", rejected",
                        totals.get(d).rejected[0][k],
                        looks.get(k).rejected(),
                        allowance);
                agrees(
                        where + ", futile",
                        totals.get(d).futile[0][k],
                        looks.get(k).futile(),
                        allowance);
            }
        }
    }

    private static void agrees(String what, long count, double expected, double allowance) {
        double error = Math.sqrt(expected * (1 - expected) / REPLICATES);
        assertThat(count / REPLICATES).as(what).isCloseTo(expected, within(LIMIT * error + allowance));
    }

    /**
     * Looks by the calendar spend by the events that are there, and so keep the level; a trial that overrules futility.
     */
    @Test
    void looks_by_the_calendar_keep_the_level() {
        Scenario alternative = Trials.of(
                "enrolment: {patients: 200, duration: 12}",
                "endpoints: " + Trials.endpoint("C: {median: 7}, E: {hazardRatio: 0.7}"),
                "simulation: {estimates: none, seed: 4, replicates: 20000}",
                "analysis: {looks: [{calendarTime: 10}, {calendarTime: 15}, {afterLastPatient: 12}],"
                        + " efficacy: {spending: pocock}, futility: {spending: power, rho: 2}}");
        SimulationResult result = Simulation.of(alternative.underNull(), BoundPlan.of(alternative))
                .run();
        double error = Math.sqrt(0.025 * 0.975 / 20000);
        assertThat(result.powerWithoutFutility().value()).isCloseTo(0.025, within(LIMIT * error + 0.001));
        assertThat(result.power().value())
                .isBetween(0.015, result.powerWithoutFutility().value());
    }

    /**
     * Errors spent by the calendar keep the level, whenever looks at numbers of events come, and power is as calculated
     * with the bounds of the expected times: within four standard errors plus 0.002.
     */
    @Test
    void spending_by_the_calendar_keeps_the_level_and_the_power() {
        Scenario alternative = Trials.of(
                "enrolment: {patients: 240, duration: 12}",
                "endpoints: " + Trials.endpoint("C: {median: 7}, E: {hazardRatio: 0.68}"),
                "simulation: {estimates: none, seed: 5, replicates: 20000}",
                "analysis: {looks: [{events: 60}, {calendarTime: 14}, {events: 180}],"
                        + " efficacy: {spending: pocock, by: calendarTime}}");
        BoundPlan bounds = BoundPlan.of(alternative);
        double level =
                Simulation.of(alternative.underNull(), bounds).run().power().value();
        assertThat(level).isCloseTo(0.025, within(LIMIT * Math.sqrt(0.025 * 0.975 / 20000) + 0.001));
        List<LookProbabilities> looks = AnalyticPower.of(alternative, Expectations.of(alternative), bounds)
                .looks("E", AnalyticPower.SHOWN);
        SimulationResult result = Simulation.of(alternative, bounds).run();
        for (int k = 0; k < 3; k++) {
            double expected = looks.get(k).rejected();
            assertThat(result.comparisons().get(0).stopping().rejected().get(k).value())
                    .as("look " + (k + 1))
                    .isCloseTo(expected, within(LIMIT * Math.sqrt(expected * (1 - expected) / 20000) + 0.002));
        }
    }
}
