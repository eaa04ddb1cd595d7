package org.equipoise.simulator.analytic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import org.equipoise.simulator.design.BoundPlan;
import org.equipoise.simulator.scenario.Scenario;
import org.junit.jupiter.api.Test;

class AnalyticPowerTest {
    private static OptionalDouble power(Scenario scenario, String arm) {
        return AnalyticPower.schoenfeld(scenario, Expectations.of(scenario), BoundPlan.of(scenario), arm);
    }

    /** Φ(√(137/4) ln(1/0.62) - 1.959964) = 0.7989. */
    @Test
    void of_the_base_scenario() {
        assertThat(power(Scenarios.base(), "HAIC").orElseThrow()).isCloseTo(0.7989, within(5e-5));
        assertThat(AnalyticPower.requiredEvents(Scenarios.base(), "HAIC").orElseThrow())
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
    void is_none_where_the_formula_does_not_hold() {
        assertThat(power(Scenarios.config("delayed-effect"), "immunotherapy")).isEmpty();
        assertThat(power(Scenarios.config("cure-weibull"), "adjuvant")).isEmpty();
        assertThat(power(Scenarios.base("analysis.looks.0.events=175"), "HAIC")).isEmpty();
        assertThat(AnalyticPower.requiredEvents(Scenarios.base().underNull(), "HAIC"))
                .isEmpty();
    }

    /** The drift is √(148/4) ln(1/0.62), since the two arms share all the events. */
    @Test
    void of_several_looks_adds_up() {
        Scenario scenario = Scenarios.config("haic-tace-gs");
        Expectations expectations = Expectations.of(scenario);
        BoundPlan plan = BoundPlan.of(scenario);
        List<LookProbabilities> looks = AnalyticPower.looks(scenario, expectations, plan, "HAIC");
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
        assertThat(AnalyticPower.schoenfeld(none, Expectations.of(none), BoundPlan.of(scenario), "HAIC")
                        .orElseThrow())
                .isCloseTo(0.025, within(1e-9));
        Scenario twoSided = Scenarios.base(
                        "analysis={sides: 2, looks: [{events: 60}, {events: 137}], efficacy: {spending: pocock}}")
                .underNull();
        assertThat(power(twoSided, "HAIC").orElseThrow()).isCloseTo(0.05, within(1e-9));
    }
}
