package org.equipoise.simulator.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.equipoise.simulator.scenario.Criterion;
import org.equipoise.simulator.scenario.Figure;
import org.equipoise.simulator.scenario.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a scenario expects of its result: which figures there are, and what is wrong with others. */
class ExpectTest {
    private static final String THREE_ARMS = Configs.small()
            .replace(
                    "  B: {role: experimental, allocation: 1}\n",
                    "  B: {role: experimental}\n  \"C.1\": {role: experimental}\n")
            .replace("blockSize: 4", "blockSize: 6")
            .replace(
                    "      B: {hazardRatio: 0.6}\n",
                    "      B: {hazardRatio: 0.6}\n      \"C.1\": {hazardRatio: 0.7}\n");

    private static ReadScenario read(String text, String expect) {
        return ScenarioReader.read(text + "expect: " + expect + "\n", "t.yaml", List.of());
    }

    @Test
    void expectations_are_read_as_they_are_written() {
        Scenario scenario = read(
                        Configs.small(),
                        "{power: {atLeast: 0.78}, typeIError: {atMost: 0.026}, looks.0.calendarTime: {atLeast: 5, atMost: 33}}")
                .scenario();
        assertThat(scenario.expect())
                .containsExactly(
                        java.util.Map.entry("power", new Criterion(0.78, null)),
                        java.util.Map.entry("typeIError", new Criterion(null, 0.026)),
                        java.util.Map.entry("looks.0.calendarTime", new Criterion(5.0, 33.0)));
        assertThat(scenario.underNull().expect()).isEqualTo(scenario.expect());
        assertThat(scenario.withSimulation(scenario.simulation())).isEqualTo(scenario);
    }

    @Test
    void the_hash_names_what_is_simulated_and_not_what_is_hoped_for() {
        ReadScenario without = ScenarioReader.read(Configs.small(), "t.yaml", List.of());
        assertThat(read(Configs.small(), "{power: {atLeast: 0.78}}").hash()).isEqualTo(without.hash());
        assertThat(without.hash()).isEqualTo("10e9ba34fb315d7fe185e3ff34bc01c9d136820e02d0774737abf560f39322d9");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "power",
                "typeIError",
                "duration",
                "enrolled",
                "dropouts",
                "eventsAtStop",
                "looks.0.reached",
                "looks.1.rejected",
                "looks.1.cumulativeRejected",
                "looks.0.futile",
                "looks.0.events",
                "looks.0.eventsByArm.A",
                "looks.0.enrolled",
                "looks.0.dropouts",
                "looks.0.calendarTime",
                "looks.0.z",
                "looks.0.hazardRatio.median"
            })
    void figures_of_a_result_may_be_expected(String figure) {
        assertThat(read(Configs.small(), "{" + figure + ": {atMost: 0.5}}")
                        .scenario()
                        .expect())
                .containsOnlyKeys(figure);
    }

    @ParameterizedTest
    @CsvSource({
        "hypotheses.B.power, B, , POWER",
        "hypotheses.C.1.power, C.1, , POWER",
        "hypotheses.C.1.looks.1.z, C.1, 1, Z",
        "looks.1.eventsByArm.C.1, , 1, EVENTS_BY_ARM",
        "typeIError, , , TYPE_I_ERROR"
    })
    void names_of_arms_may_hold_dots(String path, String hypothesis, Integer look, Figure.Quantity quantity) {
        Scenario scenario =
                read(THREE_ARMS, "{\"" + path + "\": {atMost: 0.5}}").scenario();
        Figure figure = Figure.at(path, scenario.arms().keySet());
        assertThat(figure.hypothesis()).isEqualTo(hypothesis);
        assertThat(figure.look()).isEqualTo(look);
        assertThat(figure.quantity()).isEqualTo(quantity);
        assertThat(figure.isUnderNull()).isEqualTo(quantity == Figure.Quantity.TYPE_I_ERROR);
    }

    @Test
    void a_trial_that_may_overrule_futility_has_two_levels() {
        String text = Configs.small().replace("{z: [3, 2]}", "{z: [3, 2]}\n  futility: {z: [0, null]}");
        assertThat(read(text, "{typeIErrorWithoutFutility: {atMost: 0.025}, powerWithoutFutility: {atLeast: 0.5}}")
                        .scenario()
                        .expect())
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{pwer: {atLeast: 0.8}} | 16 | expect.pwer: there is no figure 'pwer' (did you mean 'power'?)",
                "{power: {}} | 17 | expect.power: neither atLeast nor atMost is given (give one of them, or both)",
                "{power: {atLeast: 0.8, atmost: 0.9}} | 32 | expect.power.atmost: unknown key (did you mean 'atMost'?)",
                "{power: 0.8} | 17 | expect.power: expected a block of keys (atLeast, atMost), found the number 0.8",
                "{power: {atLeast: 80}} | 27 | expect.power.atLeast: must be at least 0 and at most 1, was 80 (a probability is a share)",
                "{power: {atLeast: 0.8, atMost: 0.7}} | 40 | expect.power.atMost: must not be below atLeast, 0.8, was 0.7 (exchange the two, or keep one of them)",
                "{events: {atLeast: 8}} | 18 | expect.events: there is no figure 'events' (write looks.0.events)",
                "{looks.2.z: {atLeast: 8}} | 21 | expect.\"looks.2.z\": there is no look '2' (looks are numbered from 0 to 1)",
                "{looks.0.power: {atLeast: 0.8}} | 25 | expect.\"looks.0.power\": there is no figure 'power' (write power, without the look)",
                "{looks.z: {atLeast: 8}} | 19 | expect.\"looks.z\": names no figure of a look: 'looks.z' (write looks.0.calendarTime: looks are numbered from 0)",
                "{looks.0.eventsByArm: {atLeast: 8}} | 31 | expect.\"looks.0.eventsByArm\": does not say of which arm (write looks.0.eventsByArm.A or .B)",
                "{looks.0.eventsByArm.C: {atLeast: 8}} | 33 | expect.\"looks.0.eventsByArm.C\": there is no arm 'C' (did you mean 'A'?)",
                "{hypotheses.B.power: {atLeast: 0.8}} | 30 | expect.\"hypotheses.B.power\": there is one experimental arm alone (leave out 'hypotheses.B.')",
                "{hypotheses.X.power: {atLeast: 0.8}} | 30 | expect.\"hypotheses.X.power\": names no figure of an arm: 'hypotheses.X.power' (there is no arm 'X': did you mean 'A'?)",
                "{powerWithoutFutility: {atLeast: 0.8}} | 32 | expect.powerWithoutFutility: only futility bounds that do not bind can be overruled, and there are none (leave out 'WithoutFutility')",
            })
    void a_fault_names_the_figure(String expect, int column, String words) {
        assertThat(ScenarioFaultsTest.faults(Configs.small() + "expect: " + expect + "\n"))
                .extracting(LocatedFault::toString)
                .containsExactly("t.yaml:25:" + column + ": " + words);
    }

    @Test
    void figures_of_one_comparison_need_its_name_where_there_are_several() {
        assertThat(ScenarioFaultsTest.faults(
                        THREE_ARMS + "expect: {looks.0.z: {atLeast: 1}, hypotheses.A.power: {atLeast: 0}}"))
                .extracting(LocatedFault::problem)
                .containsExactly("each experimental arm has its own", "'A' is not an experimental arm");
        assertThat(ScenarioFaultsTest.faults(
                        Configs.small() + "expect: {looks.0.hazardRatio.median: {atMost: 1}}",
                        "simulation.estimates=none"))
                .extracting(LocatedFault::problem)
                .containsExactly("no hazard ratio is estimated");
    }

    @Test
    void an_override_may_expect_something() {
        assertThat(ScenarioReader.read(
                                Configs.small(),
                                "t.yaml",
                                List.of("expect.power.atLeast=0.7", "expect.\"looks.0.z\".atMost=3"))
                        .scenario()
                        .expect())
                .containsOnlyKeys("power", "looks.0.z");
    }
}
