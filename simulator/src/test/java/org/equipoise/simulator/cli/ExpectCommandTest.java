package org.equipoise.simulator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What {@code run} makes of expectations: a table, JSON, warnings, and the exit status that a gate looks at. */
class ExpectCommandTest {
    private static Told run(String expect, String... more) {
        List<String> arguments =
                new ArrayList<>(List.of("run", Told.BASE, "--replicates", "2000", "--set", "expect=" + expect));
        arguments.addAll(List.of(more));
        return Told.by(arguments.toArray(String[]::new));
    }

    @Test
    void all_met_ends_with_0() {
        Told told = run("{power: {atLeast: 0.7}, looks.0.events: {atMost: 137}}");
        assertThat(told.status()).as(told.err()).isZero();
        assertThat(told.err()).isEmpty();
        assertThat(told.lines())
                .anyMatch(line -> line.matches("Power at least 0\\.7 +0\\.\\d+ +0\\.\\d+ +0\\.\\d+ to 0\\.\\d+ +met"))
                .anyMatch(line -> line.matches("Mean events at look 1 at most 137 +137 +exact +met"));
    }

    @Test
    void one_not_met_ends_with_1() {
        Told told = run("{power: {atLeast: 0.9}, duration: {atMost: 40}}");
        assertThat(told.status()).isEqualTo(1);
        assertThat(told.lines()).anyMatch(line -> line.startsWith("Power at least 0.9") && line.endsWith("not met"));
    }

    @Test
    void undecided_ends_with_0_and_a_warning() {
        Told told = run("{power: {atLeast: 0.79}, duration: {atMost: 40}}");
        assertThat(told.status()).isZero();
        assertThat(told.err())
                .contains("1 of 2 expectations is undecided (power)")
                .contains("--decide");
    }

    @Test
    void programs_read_each_expectation() {
        Told told = run("{typeIError: {atMost: 0.2}, power: {atLeast: 0.9, atMost: 0.95}}", "--json", "-");
        assertThat(told.status()).isEqualTo(1);
        JsonNode json = told.json();
        JsonNode error = json.get("expectations").get(0);
        JsonNode power = json.get("expectations").get(1);
        assertThat(error.get("figure").asString()).isEqualTo("typeIError");
        assertThat(error.get("atLeast").isNull()).isTrue();
        assertThat(error.get("atMost").asDouble()).isEqualTo(0.2);
        assertThat(error.get("estimate").asDouble()).isBetween(0.01, 0.04);
        assertThat(error.get("verdict").asString()).isEqualTo("met");
        assertThat(power.get("verdict").asString()).isEqualTo("notMet");
        for (String key : List.of("estimate", "standardError", "low", "high")) {
            assertThat(power.get(key)).as(key).isEqualTo(json.get("power").get(key));
        }
    }

    @Test
    void the_type_one_error_is_that_of_a_run_under_the_null_hypothesis() {
        JsonNode checked = run("{typeIError: {atMost: 0.2}}", "--json", "-").json();
        JsonNode underNull = Told.by("run", Told.BASE, "--replicates", "2000", "--null", "--json", "-")
                .json();
        assertThat(checked.get("expectations").get(0).get("estimate"))
                .isEqualTo(underNull.get("power").get("estimate"));
        Told alone = run("{typeIError: {atMost: 0.2}, power: {atLeast: 0.7}}", "--null", "--json", "-");
        assertThat(alone.status()).isZero();
        assertThat(alone.err()).contains("under the null hypothesis alone");
        assertThat(alone.json().get("expectations").size()).isEqualTo(1);
    }

    @Test
    void decide_goes_on_until_it_knows() {
        Told told = run("{power: {atLeast: 0.78}}", "--decide", "--set", "simulation.estimates=none", "--json", "-");
        assertThat(told.status()).as(told.err()).isZero();
        JsonNode json = told.json();
        assertThat(json.get("expectations").get(0).get("verdict").asString()).isEqualTo("met");
        long replicates = json.get("replicates").asLong();
        assertThat(replicates).isGreaterThan(4000);
        assertThat(json.get("expectations").get(0).get("low").asDouble())
                .isLessThan(json.get("power").get("low").asDouble());
        JsonNode longer = Told.by(
                        "run",
                        Told.BASE,
                        "--replicates",
                        Long.toString(replicates),
                        "--json",
                        "-",
                        "--set",
                        "simulation.estimates=none")
                .json();
        assertThat(longer.get("power")).isEqualTo(json.get("power"));
        assertThat(longer.get("duration")).isEqualTo(json.get("duration"));
    }

    @Test
    void a_gate_does_not_pass_on_doubt() {
        Told told = run("{power: {atLeast: 0.7943}}", "--decide", "--most", "4000");
        assertThat(told.status()).isEqualTo(1);
        assertThat(told.err()).contains("4,000 replicates, which is the cap").contains("--most");
    }

    @Test
    void wrong_options_say_what_is_right() {
        Told none = Told.by("run", Told.BASE, "--decide");
        assertThat(none.status()).isEqualTo(2);
        assertThat(none.err()).contains("expects nothing").contains("expect:");
        Told cap = run("{power: {atLeast: 0.7}}", "--decide", "--most", "100");
        assertThat(cap.status()).isEqualTo(2);
        assertThat(cap.err()).contains("from the scenario's replicates, 2,000, to 1,000,000,000, was 100");
        Told alone = run("{power: {atLeast: 0.7}}", "--most", "100000");
        assertThat(alone.status()).isEqualTo(2);
        assertThat(alone.err()).contains("--decide, which is not given");
    }
}
