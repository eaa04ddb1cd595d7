package org.equipoise.simulator.analytic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.equipoise.simulator.engine.Simulation;
import org.equipoise.simulator.scenario.Scenario;
import org.junit.jupiter.api.Test;

class WarningsTest {
    private static List<String> warnings(Scenario scenario) {
        return Warnings.of(scenario, Expectations.of(scenario));
    }

    @Test
    void a_sound_scenario_has_none() {
        assertThat(warnings(Scenarios.base())).isEmpty();
        assertThat(warnings(Scenarios.base("analysis.looks=[{calendarTime: 36}]")))
                .isEmpty();
    }

    @Test
    void a_hazard_ratio_far_from_practice_is_asked_about() {
        assertThat(warnings(Scenarios.base("endpoints.PFS.model.HAIC.hazardRatio=0.05", "analysis.looks.0.events=100")))
                .singleElement()
                .asString()
                .contains("hazard ratio 0.05 of arm HAIC");
        assertThat(warnings(Scenarios.base("endpoints.PFS.model.HAIC.hazardRatio=6.2")))
                .hasSize(1);
        assertThat(warnings(Scenarios.base("endpoints.PFS.model.HAIC.hazardRatio=0.2")))
                .isEmpty();
    }

    @Test
    void times_in_two_units_are_asked_about() {
        assertThat(warnings(Scenarios.base("endpoints.PFS.model.TACE.median=0.001")))
                .hasSize(2)
                .element(0)
                .asString()
                .contains("half of the events of arm TACE come within 0.001");
        assertThat(warnings(Scenarios.base("endpoints.PFS.model.TACE.median=200", "analysis.looks.0.events=20")))
                .noneMatch(each -> each.contains("half of the events"));
    }

    @Test
    void a_look_that_not_all_replicates_reach_is_told_with_the_share_that_does() {
        Scenario scenario = Scenarios.base("analysis.looks.0.events=170", "simulation.replicates=4000");
        String warning = warnings(scenario).get(0);
        assertThat(warning).contains("look 1 waits for 170 events").contains("all 176 patients");
        double told = Double.parseDouble(warning.replaceAll(".*about ([0-9.]+) %.*", "$1"));
        double simulated =
                100 * Simulation.of(scenario).run().looks().get(0).reached().value();
        // The normal approximation of a binomial tail, and a standard error of 0.7.
        assertThat(told).isBetween(simulated - 4, simulated + 4);
    }

    @Test
    void several_arms_get_their_caveat() {
        assertThat(warnings(Scenarios.config("three-arms"))).anyMatch(each -> each.contains("is not adjusted"));
    }

    /**
     * 1.96 at each of three even looks has the error 0.0536 one-sided (Jennison and Turnbull 2000: 0.107 two-sided).
     */
    @Test
    void given_bounds_are_asked_about_where_their_error_is_above_the_level() {
        assertThat(warnings(Scenarios.config("three-looks"))).isEmpty();
        assertThat(warnings(Scenarios.config("haic-tace-gs"))).isEmpty();
        assertThat(warnings(Scenarios.config("three-looks", "analysis.efficacy={z: [1.96, 1.96, 1.96]}")))
                .singleElement()
                .asString()
                .contains("type I error of 0.053");
        assertThat(warnings(Scenarios.base("analysis.efficacy={z: [1.7]}")))
                .singleElement()
                .asString()
                .contains("0.0446");
    }

    /**
     * 400,000 trials with seed 20260101 say 0.0274, standard error 0.0003, of which 0.0008 are for the small sample.
     */
    @Test
    void weights_under_which_bounds_by_events_exceed_the_level_are_told() {
        assertThat(warnings(Scenarios.config(
                        "haic-tace-gs", "analysis.test={method: flemingHarrington, rho: 0, gamma: 1}")))
                .singleElement()
                .asString()
                .contains("bounds follow the numbers of events")
                .contains("type I error of 0.02");
        assertThat(warnings(Scenarios.config("haic-tace-gs", "analysis.test={method: cox}")))
                .isEmpty();
        // With less news between looks than events say, they have less.
        assertThat(warnings(Scenarios.config("haic-tace-gs", "analysis.test={method: rmst, tau: 9}")))
                .isEmpty();
        assertThat(warnings(Scenarios.config("haic-tace-gs", "analysis.test={method: rmst, tau: 15}")))
                .singleElement()
                .asString()
                .contains("run --null");
    }
}
