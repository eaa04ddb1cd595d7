package org.equipoise.simulator.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.equipoise.simulator.engine.Simulation;
import org.equipoise.simulator.scenario.Endpoint;
import org.equipoise.simulator.scenario.OutcomeModel;
import org.equipoise.simulator.scenario.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Binary and continuous endpoints: how they are read, and what is wrong with them in which words. */
class OutcomeFaultsTest {
    private static final String BINARY = """
            trial: T
            arms:
              A: {role: control}
              B: {role: experimental}
            enrolment: {patients: 100, duration: 10}
            endpoints:
              ORR:
                type: binary
                at: 3
                model: {A: {probability: 0.3}, B: {probability: 0.5}}
            analysis:
              test: {method: farringtonManning, margin: 0.1}
              looks: [{afterLastPatient: 3}]
            """;

    private static Scenario read(String text) {
        return ScenarioReader.read(text, "t.yaml", List.of()).scenario();
    }

    private static List<String> faults(String text) {
        return ScenarioFaultsTest.faults(text).stream()
                .map(LocatedFault::toString)
                .toList();
    }

    @Test
    void a_binary_endpoint_is_read_as_it_is_spelled() {
        Scenario scenario = read(BINARY);
        assertThat(scenario.endpoint().type()).isEqualTo(Endpoint.Type.BINARY);
        assertThat(scenario.endpoint().knownAt()).isEqualTo(3);
        assertThat(scenario.outcome("B")).isEqualTo(new OutcomeModel.Proportion(0.5));
        assertThat(scenario.assumesNull()).isFalse();
        assertThat(scenario.underNull().outcome("B").mean()).isEqualTo(0.3 - 0.1);
        assertThat(scenario.underNull().assumesNull()).isTrue();
        assertThat(read(ScenarioText.of(scenario))).isEqualTo(scenario);
    }

    @Test
    void under_the_null_hypothesis_a_mean_is_the_controls_and_the_spread_stays() {
        Scenario scenario = read(BINARY.replace("binary", "continuous")
                .replace("{probability: 0.3}", "{mean: 10, sd: 4}")
                .replace("{probability: 0.5}", "{mean: 12, sd: 5}")
                .replace("{method: farringtonManning, margin: 0.1}", "{method: tTest}"));
        assertThat(scenario.underNull().outcome("B")).isEqualTo(new OutcomeModel.Normal(10, 5));
        assertThatThrownBy(() -> scenario.model("A")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void faults_of_endpoint_test_looks_and_bounds_are_told_at_once() {
        assertThat(faults(BINARY.replace("B: {probability: 0.5}", "B: {median: 6}")
                        .replace("{method: farringtonManning, margin: 0.1}", "{method: logRank}")
                        .replace("looks: [{afterLastPatient: 3}]", "looks: [{events: 20}, {anyOf: [{events: 30}]}]")
                        .concat("  efficacy: {hazardRatio: [0.5, 0.7]}\n")))
                .containsExactly(
                        "t.yaml:10:39: endpoints.ORR.model.B: is a time-to-event model, and the endpoint is binary"
                                + " (give a model such as {probability: 0.4}, or another type)",
                        "t.yaml:12:18: analysis.test.method: 'logRank' does not test a binary endpoint (one of chiSquare,"
                                + " unpooled, fisherExact, miettinenNurminen, farringtonManning)",
                        "t.yaml:13:20: analysis.looks.0.events: counts events, which a binary or continuous endpoint does"
                                + " not wait for (say when: {afterLastPatient: …} or {calendarTime: …})",
                        "t.yaml:13:43: analysis.looks.1.anyOf.0.events: counts events, which a binary or continuous"
                                + " endpoint does not wait for (say when: {afterLastPatient: …} or {calendarTime: …})",
                        "t.yaml:14:27: analysis.efficacy.hazardRatio: a binary or continuous endpoint has no hazard ratio"
                                + " (give the bounds as z or p)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {probability: 0.3} | {probability: 0}   | endpoints.ORR.model.A.probability: must be above 0 and below 1, was 0
                    {probability: 0.3} | {probability: 1}   | endpoints.ORR.model.A.probability: must be above 0 and below 1, was 1
                    {probability: 0.3} | {mean: 1, sd: 2}   | endpoints.ORR.model.A: is a continuous model, and the endpoint is binary
                    {probability: 0.3} | {mean: 1}          | endpoints.ORR.model.A.sd: is missing
                    binary             | timeToEvent        | endpoints.ORR.at: has no meaning for a time to event
                    margin: 0.1        | margin: 0.3        | analysis.test.margin: takes the control arm's probability 0.3 out of 0 to 1
                    margin: 0.1        | margin: 10         | analysis.test.margin: must be above -1 and below 1, was 10
                    margin: 0.1        | hazardRatioH0: 1.2 | analysis.test.hazardRatioH0: belongs to
                    farringtonManning  | chiSquare          | analysis.test.margin: belongs to unpooled, miettinenNurminen, farringtonManning, tTest, not to chiSquare
                    farringtonManning  | fisherExact        | analysis.test.margin: belongs to
                    farringtonManning  | tTest              | analysis.test.method: 'tTest' does not test a binary endpoint (one of chiSquare
                    """)
    void a_fault_is_told_in_its_place(String before, String after, String message) {
        assertThat(BINARY).contains(before);
        assertThat(faults(BINARY.replace(before, after)).get(0)).contains(message);
    }

    @Test
    void a_margin_is_no_option_of_a_test_of_times() {
        assertThat(faults(Configs.small().replace("  alpha: 0.025\n", "  test: {margin: 0.1}\n"))
                        .get(0))
                .contains(
                        "analysis.test.margin: belongs to unpooled, miettinenNurminen, farringtonManning, tTest, not to"
                                + " logRank");
    }

    @Test
    void bounds_are_spent_by_known_outcomes() {
        assertThat(faults(BINARY.replace(
                        "looks: [{afterLastPatient: 3}]",
                        "looks: [{afterLastPatient: 3}, {afterLastPatient: 4}]\n  efficacy: {spending: pocock}")))
                .containsExactly(
                        "t.yaml:13:34: analysis.looks.1: is planned with 100.0 known outcomes, not more than 100.0"
                                + " (these bounds need looks whose known outcomes increase, as expected under the scenario)");
    }

    @Test
    void what_cannot_be_simulated_is_refused_by_the_library_too() {
        Scenario scenario = read(BINARY);
        assertThatThrownBy(() -> Simulation.of(scenario))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not simulated yet");
    }
}
