package org.equipoise.simulator.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** {@code plan} and {@code check} of binary and continuous endpoints, and what the other commands say of them. */
class OutcomeCommandTest {
    private static final String FILE =
            Told.CONFIGS.resolve("response-rate.yaml").toString();
    private static final String[] WITHOUT_DROPOUT = {
        "--set", "dropout={}", "--set", "enrolment={patients: 200, duration: 20}"
    };

    private static JsonNode plan(String... more) {
        List<String> all = new ArrayList<>(List.of("plan", FILE));
        all.addAll(List.of(more));
        all.addAll(List.of("--json", "-"));
        return Told.by(all.toArray(String[]::new)).json();
    }

    private static JsonNode without(String... more) {
        List<String> all = new ArrayList<>(List.of(WITHOUT_DROPOUT));
        all.addAll(List.of(more));
        return plan(all.toArray(String[]::new));
    }

    /**
     * Values of rpact 4.5.0 (getSampleSizeRates), gsDesign 3.11.0 (nBinomial) and lrstat 0.3.3, one-sided 0.025, power
     * 0.8.
     */
    @ParameterizedTest
    @CsvSource({
        "0.2, 0.3, 1, chiSquare, 0, 586.302571012974",
        "0.05, 0.15, 1, chiSquare, 0, 280.190179722853",
        "0.05, 0.15, 2, chiSquare, 0, 331.579877072101",
        "0.65, 0.8, 2, chiSquare, 0, 302.456776918797",
        "0.4, 0.6, 1, farringtonManning, 0, 193.847285883147",
        "0.4, 0.6, 1, farringtonManning, 0.05, 123.843915368991",
        "0.4, 0.6, 1, unpooled, 0, 188.37311362179"
    })
    void patients_agree_with_other_programs(
            double control, double experimental, int allocation, String method, double margin, double patients) {
        String options = margin == 0 ? "" : ", margin: " + margin;
        JsonNode plan = without(
                "--solve",
                "patients",
                "--set",
                "arms.HAIC.allocation=" + allocation,
                "--set",
                "endpoints.ORR.model.TACE.probability=" + control,
                "--set",
                "endpoints.ORR.model.HAIC.probability=" + experimental,
                "--set",
                "analysis.test={method: " + method + options + "}");
        assertThat(plan.get("patients").asDouble()).isCloseTo(patients, within(1e-8 * patients));
        assertThat(plan.get("power").asDouble()).isCloseTo(0.8, within(1e-9));
        assertThat(plan.get("methods").get("normal").asDouble()).isCloseTo(patients, within(1e-8 * patients));
    }

    /** power.t.test of R 4.2.2 (stats), for each group, one-sided 0.025. */
    @ParameterizedTest
    @CsvSource({"0.5, 63.7657637142739", "0.8, 25.5246294875066"})
    void patients_of_the_t_test_agree_with_r(double effect, double perGroup) {
        JsonNode plan = without(
                "--solve",
                "patients",
                "--set",
                "endpoints={Y: {type: continuous, model: {TACE: {mean: 0, sd: 1}, HAIC: {mean: " + effect
                        + ", sd: 1}}}}",
                "--set",
                "analysis.endpoint=Y",
                "--set",
                "analysis.test={method: tTest}",
                "--set",
                "sources={}");
        assertThat(plan.get("patients").asDouble()).isCloseTo(2 * perGroup, within(1e-5 * perGroup));
        assertThat(plan.get("method").asString()).isEqualTo("noncentralT");
    }

    /** lrstat 0.3.3: powerFisherExact, two-sided 0.05. */
    @Test
    void fishers_power_agrees_with_another_program() {
        JsonNode plan = without(
                "--set",
                "enrolment.patients=160",
                "--set",
                "endpoints.ORR.model.TACE.probability=0.4",
                "--set",
                "endpoints.ORR.model.HAIC.probability=0.6",
                "--set",
                "analysis.sides=2",
                "--set",
                "analysis.test={method: fisherExact}");
        assertThat(plan.get("method").asString()).isEqualTo("exact");
        assertThat(plan.get("power").asDouble()).isCloseTo(0.658352630619988, within(1e-4));
    }

    @Test
    void the_smallest_exact_size_gives_the_power_and_one_less_does_not() {
        JsonNode plan = without("--solve", "patients", "--method", "exact");
        int patients = (int) Math.round(plan.get("patients").asDouble());
        assertThat(plan.get("power").asDouble()).isGreaterThanOrEqualTo(0.8);
        JsonNode fewer = without(
                "--method",
                "exact",
                "--set",
                "enrolment.patients=" + (patients - 1),
                "--set",
                "randomisation={method: complete}");
        assertThat(fewer.get("power").asDouble()).isLessThan(0.8);
    }

    @Test
    void dropout_takes_as_many_more_patients_as_have_no_outcome() {
        double all = without("--solve", "patients").get("patients").asDouble();
        double some = without("--solve", "patients", "--set", "dropout={all: {probability: 0.2, by: 6}}")
                .get("patients")
                .asDouble();
        assertThat(some).isCloseTo(all / 0.8, within(1e-6));
        double early = without(
                        "--solve",
                        "patients",
                        "--set",
                        "dropout={all: {probability: 0.2, by: 6}}",
                        "--set",
                        "endpoints.ORR.at=0")
                .get("patients")
                .asDouble();
        assertThat(early).isCloseTo(all, within(1e-6));
    }

    /**
     * Pocock's bound of five looks: inflation 1.228 at power 0.8 and two-sided 0.05 (Jennison and Turnbull, table 2.2).
     */
    @Test
    void looks_are_inflated_as_in_any_group_sequential_design() {
        String looks = "analysis.looks=[{calendarTime: 10}, {calendarTime: 14}, {calendarTime: 18}, {calendarTime: 22},"
                + " {calendarTime: 26}]";
        JsonNode plan = without(
                "--solve",
                "patients",
                "--set",
                "enrolment={patients: 200, duration: 20, arrivals: even}",
                "--set",
                looks,
                "--set",
                "analysis.efficacy={boundary: pocock}");
        assertThat(plan.get("looks").size()).isEqualTo(5);
        assertThat(plan.get("looks").get(0).get("informationFraction").asDouble())
                .isCloseTo(0.2, within(1e-9));
        assertThat(plan.get("inflation").asDouble()).isCloseTo(1.228, within(0.001));
        assertThat(plan.get("power").asDouble()).isCloseTo(0.8, within(1e-9));
        double last = plan.get("looks").get(4).get("efficacy").get("crossH1").asDouble();
        assertThat(last).isCloseTo(0.8, within(1e-9));
        assertThat(plan.get("expectedPatients").get("h1").asDouble())
                .isLessThan(plan.get("patients").asDouble());
    }

    @Test
    void the_rounded_trial_is_told_as_overrides_that_give_it() {
        JsonNode plan = plan("--solve", "patients");
        List<String> overrides = new ArrayList<>();
        plan.get("overrides").forEach(each -> overrides.addAll(List.of("--set", each.asString())));
        JsonNode again = plan(overrides.toArray(String[]::new));
        assertThat(again.get("power").asDouble())
                .isEqualTo(plan.get("rounded").get("power").asDouble())
                .isGreaterThanOrEqualTo(0.8);
        assertThat(again.get("patients").asDouble() % 4).isZero();
    }

    @Test
    void every_test_of_the_endpoint_is_explained() {
        JsonNode explanation = without("--explain").get("explanation");
        List<String> rows = new ArrayList<>();
        explanation.forEach(each ->
                rows.add(each.get("test").asString() + " " + each.get("method").asString()));
        assertThat(rows)
                .containsExactly(
                        "chiSquare normal",
                        "chiSquare exact",
                        "unpooled normal",
                        "unpooled exact",
                        "fisherExact exact",
                        "miettinenNurminen normal",
                        "miettinenNurminen exact",
                        "farringtonManning normal",
                        "farringtonManning exact");
        // Against no difference both are the same test.
        assertThat(explanation.get(8).get("power").asDouble())
                .isEqualTo(explanation.get(1).get("power").asDouble());
    }

    @ParameterizedTest
    @ValueSource(strings = {"plan", "check"})
    void pages_fit_the_width_of_a_terminal(String command) {
        Told told = Told.by(command, FILE);
        assertThat(told.status()).isZero();
        assertThat(told.lines()).isNotEmpty().allMatch(line -> line.length() <= 100, "at most 100 columns");
        assertThat(told.err()).isEmpty();
    }

    @Test
    void check_tells_power_and_outcomes() {
        JsonNode check = Told.by("check", FILE, "--json", "-").json();
        assertThat(check.get("endpointType").asString()).isEqualTo("binary");
        assertThat(check.get("power").get("normal").asDouble())
                .isEqualTo(plan().get("power").asDouble());
        assertThat(check.get("looks").get(0).get("outcomes").asDouble()).isCloseTo(176 * Math.sqrt(0.95), within(1e-9));
        assertThat(check.get("looks").get(0).get("dropouts").asDouble())
                .isCloseTo(176 * (1 - Math.sqrt(0.95)), within(1e-9));
    }

    @Test
    void what_simulates_refuses_and_says_where_and_what_does() {
        for (String command : List.of("run", "bench")) {
            Told told = Told.by(command, FILE);
            assertThat(told.status()).isEqualTo(2);
            assertThat(told.out()).isEmpty();
            assertThat(told.err())
                    .contains(
                            "response-rate.yaml:24:11: endpoints.ORR.type: a binary endpoint is planned, but not simulated"
                                    + " yet (equipoise plan tells its power, or what gives one)");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    --solve events            | --solve events has no meaning for a binary or continuous endpoint; one of power, patients
                    --method schoenfeld       | --method schoenfeld: is not for this test; one of normal, exact
                    --rejecting any           | --rejecting: has no meaning for the plan of a binary or continuous endpoint
                    --set arms.C={role:␣experimental} --set endpoints.ORR.model.C={probability:␣0.4} | planned with one experimental arm, and there are 2
                    --set analysis.looks.0={calendarTime:␣1} | too few to compare; let it come later
                    --solve patients --set endpoints.ORR.model.HAIC.probability=0.3 | no number of patients gives power 0.8: the assumed difference -0.03 must exceed that of the null hypothesis, 0.0
                    """)
    void what_cannot_be_planned_is_refused_with_its_reason(String arguments, String reason) {
        List<String> all = new ArrayList<>(List.of("plan", FILE));
        for (String argument : arguments.split(" ")) {
            all.add(argument.replace('␣', ' '));
        }
        Told told = Told.by(all.toArray(String[]::new));
        assertThat(told.status()).isEqualTo(2);
        assertThat(told.out()).isEmpty();
        assertThat(told.err().replaceAll("\\s+", " ")).contains(reason);
    }
}
