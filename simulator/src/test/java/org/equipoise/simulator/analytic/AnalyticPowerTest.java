package org.equipoise.simulator.analytic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.equipoise.core.planning.fixed.PowerMethod;
import org.equipoise.simulator.design.BoundPlan;
import org.equipoise.simulator.scenario.Scenario;
import org.junit.jupiter.api.Test;

class AnalyticPowerTest {
    private static AnalyticPower analytic(Scenario scenario) {
        return AnalyticPower.of(scenario, Expectations.of(scenario), BoundPlan.of(scenario));
    }

    /** By Schoenfeld's formula. */
    private static OptionalDouble power(Scenario scenario, String arm) {
        return analytic(scenario).of(arm, PowerMethod.SCHOENFELD);
    }

    /** What is shown. */
    private static OptionalDouble shown(Scenario scenario, String arm) {
        return analytic(scenario).of(arm, AnalyticPower.SHOWN);
    }

    /** A plain C program with six million replicates says 0.794123, standard error 0.000165. */
    @Test
    void of_the_base_scenario_is_that_of_an_independent_simulation() {
        assertThat(shown(Scenarios.base(), "HAIC").orElseThrow()).isCloseTo(0.794123, within(3 * 0.000165));
    }

    @Test
    void is_that_of_a_plan_where_there_are_two_arms() {
        for (String config : List.of("haic-tace-176", "haic-tace-gs", "delayed-effect", "cure-weibull", "two-to-one")) {
            Scenario scenario = Scenarios.config(config);
            for (PowerMethod method : List.of(AnalyticPower.SHOWN, PowerMethod.SCHOENFELD)) {
                double planned = Planner.of(scenario, Sought.POWER).plan(method).power();
                String arm = scenario.experimentalArms().get(0);
                assertThat(analytic(scenario).of(arm, method).orElseThrow())
                        .as(config)
                        .isCloseTo(planned, within(1e-9));
            }
        }
    }

    /** lrsim of lrstat 0.3.3 with a million replicates says 0.698068, standard error 0.00046. */
    @Test
    void of_a_weighted_test_is_that_of_another_program() {
        Scenario scenario =
                Scenarios.config("speed-176", "analysis.test={method: flemingHarrington, rho: 0, gamma: 1}");
        assertThat(shown(scenario, "experimental").orElseThrow()).isCloseTo(0.698068, within(0.002 + 3 * 0.00046));
        assertThat(power(scenario, "experimental")).isEmpty();
        assertThat(analytic(scenario).requiredEvents("experimental")).isEmpty();
        assertThatThrownBy(() -> Planner.of(scenario, Sought.POWER).plan(PowerMethod.FREEDMAN))
                .isInstanceOf(NoPlanException.class)
                .hasMessageContaining("without weights");
    }

    /** rmpower and kmpower of lrstat 0.3.3. */
    @Test
    void of_survival_curves_is_to_first_order_that_of_another_program() {
        Map<String, Double> powers = Map.of(
                "{method: rmst, tau: 6}", 0.50476155444072,
                "{method: rmst, tau: 12}", 0.726055465858476,
                "{method: milestone, at: 12}", 0.739161637723018);
        powers.forEach((test, power) -> {
            Scenario scenario =
                    Scenarios.config("speed-176", "analysis={test: " + test + ", looks: [{calendarTime: 36}]}");
            assertThat(analytic(scenario)
                            .of("experimental", PowerMethod.FIRST_ORDER)
                            .orElseThrow())
                    .as(test)
                    .isCloseTo(power, within(1e-6));
        });
    }

    @Test
    void has_no_figure_where_too_few_are_followed_for_survival_curves() {
        for (String test : List.of("{method: rmst, tau: 24}", "{method: milestone, at: 24}")) {
            Scenario scenario = Scenarios.base("analysis.test=" + test);
            assertThat(shown(scenario, "HAIC")).isEmpty();
            assertThatThrownBy(() -> Planner.of(scenario, Sought.POWER).plan(AnalyticPower.SHOWN))
                    .isInstanceOf(NoPlanException.class)
                    .hasMessageContaining("compare up to an earlier time");
        }
    }

    /** Simulated with a million replicates, seed 360, standard errors 0.0005 and 0.0003. */
    @Test
    void of_several_arms_is_for_each_of_them() {
        Scenario scenario = Scenarios.config("three-arms");
        assertThat(shown(scenario, "low dose").orElseThrow()).isCloseTo(0.4422, within(0.002));
        assertThat(shown(scenario, "high dose").orElseThrow()).isCloseTo(0.8805, within(0.002));
    }

    /** Φ(√(137/4) ln(1/0.62) - 1.959964) = 0.7989. */
    @Test
    void of_the_base_scenario() {
        assertThat(power(Scenarios.base(), "HAIC").orElseThrow()).isCloseTo(0.7989, within(5e-5));
        assertThat(analytic(Scenarios.base()).requiredEvents("HAIC").orElseThrow())
                .isCloseTo(137.387, within(5e-4));
    }

    /** Φ(√(128/4) ln(1/0.6) - 1.959964) = 0.8237373307, by R: pnorm(sqrt(32) * log(1 / 0.6) - qnorm(0.975)). */
    @Test
    void of_128_events_and_a_hazard_ratio_of_0_6() {
        assertThat(power(Scenarios.config("speed-176"), "experimental").orElseThrow())
                .isCloseTo(0.8237373307, within(1e-9));
    }

    @Test
    void of_two_sides_adds_the_other_tail() {
        Scenario two = Scenarios.base("analysis.sides=2", "analysis.alpha=0.05");
        double one = power(Scenarios.base(), "HAIC").orElseThrow();
        assertThat(power(two, "HAIC").orElseThrow() - one).isBetween(1e-7, 1e-5);
        Scenario nothing =
                Scenarios.base("analysis.sides=2", "analysis.alpha=0.05", "endpoints.PFS.model.HAIC.hazardRatio=1");
        assertThat(power(nothing, "HAIC").orElseThrow()).isCloseTo(0.05, within(1e-9));
    }

    /** Φ(√(450/4) ln(1.3) - 1.959964). */
    @Test
    void of_non_inferiority_is_against_the_margin() {
        assertThat(power(Scenarios.config("non-inferiority"), "threeMonths").orElseThrow())
                .isCloseTo(0.7947, within(5e-4));
        assertThat(power(Scenarios.config("non-inferiority").underNull(), "threeMonths")
                        .orElseThrow())
                .isCloseTo(0.025, within(1e-9));
    }

    @Test
    void of_two_exponential_arms_without_a_stated_ratio_is_the_same() {
        Scenario medians = Scenarios.base("endpoints.PFS.model.HAIC={median: " + 6.5 / 0.62 + "}");
        assertThat(power(medians, "HAIC").orElseThrow())
                .isCloseTo(power(Scenarios.base(), "HAIC").orElseThrow(), within(1e-12));
    }

    @Test
    void is_none_where_not_all_trials_reach_the_look() {
        assertThat(shown(Scenarios.base("analysis.looks.0.events=175"), "HAIC")).isEmpty();
        assertThat(shown(Scenarios.base("analysis.looks.0.events=166"), "HAIC")).isEmpty();
        assertThat(shown(Scenarios.base("analysis.looks.0.events=150"), "HAIC")).isPresent();
    }

    @Test
    void takes_events_only_where_the_hazard_ratio_is_constant_and_better_than_under_the_null_hypothesis() {
        assertThat(analytic(Scenarios.config("delayed-effect")).requiredEvents("immunotherapy"))
                .isEmpty();
        assertThat(analytic(Scenarios.base().underNull()).requiredEvents("HAIC"))
                .isEmpty();
    }

    /** The drift is √(148/4) ln(1/0.62), since the two arms share all the events. */
    @Test
    void of_several_looks_adds_up() {
        Scenario scenario = Scenarios.config("haic-tace-gs");
        BoundPlan plan = BoundPlan.of(scenario);
        List<LookProbabilities> looks = analytic(scenario).looks("HAIC", PowerMethod.SCHOENFELD);
        assertThat(looks).hasSize(3);
        assertThat(looks.stream().mapToDouble(LookProbabilities::rejected).sum())
                .isCloseTo(power(scenario, "HAIC").orElseThrow(), within(1e-12));
        assertThat(looks.get(2).futile()).isZero();
        double drift = Math.sqrt(148.0 / 4) * Math.log(1 / 0.62);
        assertThat(plan.comparison(0).design().crossing(drift).rejection())
                .isCloseTo(power(scenario, "HAIC").orElseThrow(), within(1e-9));
    }

    /** The plan that was made under the alternative keeps its level: α in a trial that overrules futility. */
    @Test
    void under_the_null_hypothesis_is_the_level() {
        Scenario scenario = Scenarios.config("haic-tace-gs", "analysis.futility={z: [null, null], binding: false}");
        Scenario none = scenario.underNull();
        assertThat(AnalyticPower.of(none, Expectations.of(none), BoundPlan.of(scenario))
                        .of("HAIC", PowerMethod.SCHOENFELD)
                        .orElseThrow())
                .isCloseTo(0.025, within(1e-9));
        Scenario twoSided = Scenarios.base(
                        "analysis={sides: 2, looks: [{events: 60}, {events: 137}], efficacy: {spending: pocock}}")
                .underNull();
        assertThat(power(twoSided, "HAIC").orElseThrow()).isCloseTo(0.05, within(1e-9));
    }
}
