package org.equipoise.simulator.analytic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.equipoise.simulator.engine.LookResult;
import org.equipoise.simulator.engine.Simulation;
import org.equipoise.simulator.engine.summary.Estimate;
import org.equipoise.simulator.scenario.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpectationsTest {
    /**
     * Standard errors; some forty figures are compared, so that a right program fails once in 40,000 seeds. The seed is
     * fixed.
     */
    private static final double LIMIT = 5;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "haic-tace-176 | {calendarTime: 20}",
                "haic-tace-176 | {calendarTime: 45}",
                "speed-176 | {calendarTime: 12}",
                "speed-176 | {calendarTime: 24}",
                "delayed-effect | {calendarTime: 30}",
                "cure-weibull | {calendarTime: 4}",
                "three-arms | {calendarTime: 60}",
                "non-inferiority | {calendarTime: 40}"
            })
    void agree_with_simulation_at_a_calendar_time(String config, String look) {
        Scenario scenario = Scenarios.config(
                config, "analysis.looks=[" + look + "]", "simulation={replicates: 4000, seed: 11, estimates: none}");
        LookResult simulated = Simulation.of(scenario).run().looks().get(0);
        LookExpectation expected = Expectations.of(scenario).atLook(0);
        agrees(simulated.enrolled(), expected.enrolled());
        agrees(simulated.events(), expected.events());
        agrees(simulated.dropouts(), expected.dropouts());
        simulated
                .eventsByArm()
                .forEach((arm, events) -> agrees(events, expected.eventsByArm().get(arm)));
    }

    private static void agrees(Estimate simulated, double expected) {
        if (simulated.standardError() > 0) {
            assertThat(Math.abs(simulated.standardErrorsFrom(expected)))
                    .as("%s against %s", simulated, expected)
                    .isLessThan(LIMIT);
        } else {
            assertThat(simulated.value()).isCloseTo(expected, within(0.02));
        }
    }

    /** To second order: means at the random time of an event, not at the time at which that number is expected. */
    @ParameterizedTest
    @ValueSource(strings = {"{}", "{events: 60}", "{events: 30}"})
    void agree_with_simulation_at_a_number_of_events(String look) {
        for (String arrivals : List.of("poisson", "uniform")) {
            Scenario scenario = Scenarios.base(
                    "enrolment.arrivals=" + arrivals,
                    look.equals("{}") ? "analysis.alpha=0.025" : "analysis.looks=[" + look + "]",
                    "simulation={replicates: 20000, seed: 11, estimates: none}");
            LookResult simulated = Simulation.of(scenario).run().looks().get(0);
            Expectations expectations = Expectations.of(scenario);
            LookExpectation expected = expectations.atLook(0);
            assertThat(expected.events()).isEqualTo(simulated.events().value());
            agrees(simulated.calendarTime().mean(), expected.calendarTime());
            agrees(simulated.enrolled(), expected.enrolled());
            agrees(simulated.dropouts(), expected.dropouts());
            simulated
                    .eventsByArm()
                    .forEach((arm, events) ->
                            agrees(events, expected.eventsByArm().get(arm)));
            assertThat(expectations.timeOfExpectedEvents(0)).isGreaterThan(expected.calendarTime());
        }
    }

    @Test
    void combine_conditions_by_the_earlier_and_the_later() {
        double events = time("{events: 137}");
        assertThat(time("{anyOf: [{events: 137}, {calendarTime: 24}]}")).isEqualTo(24);
        assertThat(time("{allOf: [{events: 137}, {calendarTime: 24}]}")).isEqualTo(events);
        assertThat(time("{allOf: [{anyOf: [{calendarTime: 1}, {events: 137}]}, {calendarTime: 40}]}"))
                .isEqualTo(40);
        assertThat(time("{afterLastPatient: 6}")).isCloseTo(17.0 + 2.0 / 3 + 6, within(1e-9));
        assertThat(time("{events: 176}")).isInfinite();
        assertThat(time("{anyOf: [{events: 176}, {calendarTime: 60}]}")).isEqualTo(60);
    }

    private static double time(String look) {
        return Expectations.of(Scenarios.base("analysis.looks=[" + look + "]"))
                .atLook(0)
                .calendarTime();
    }

    @Test
    void of_a_look_that_is_never_reached_are_those_of_endless_follow_up() {
        Expectations expectations = Expectations.of(Scenarios.base("analysis.looks.0.events=175"));
        LookExpectation look = expectations.atLook(0);
        assertThat(look.isReached()).isFalse();
        assertThat(look.events()).isEqualTo(expectations.maximum()).isBetween(160.0, 175.0);
        assertThat(look.enrolled()).isEqualTo(176);
        assertThat(look.dropouts()).isCloseTo(176 - look.events(), within(1e-9));
    }

    @Test
    void are_computed_once_for_each_look() {
        Expectations expectations = Expectations.of(Scenarios.config("three-looks"));
        assertThat(expectations.atLook(1)).isSameAs(expectations.atLook(1));
    }

    @Test
    void scale_with_the_unit_of_time() {
        Scenario weeks = Scenarios.base(
                "endpoints.PFS.model.TACE.median=65",
                "dropout.all.by=120",
                "enrolment.rates=[{from: 0, rate: 0.4}, {from: 30, rate: 0.8}, {from: 60, rate: 1.2}]");
        LookExpectation tenfold = Expectations.of(weeks).atLook(0);
        LookExpectation base = Expectations.of(Scenarios.base()).atLook(0);
        assertThat(tenfold.calendarTime()).isCloseTo(10 * base.calendarTime(), within(1e-7));
        assertThat(tenfold.dropouts()).isCloseTo(base.dropouts(), within(1e-8));
    }
}
