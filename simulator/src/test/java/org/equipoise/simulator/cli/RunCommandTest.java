package org.equipoise.simulator.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What {@code run} tells programs: its keys, and that its figures agree with each other. */
class RunCommandTest {
    private static final double Z95 = 1.959963984540054;

    @TempDir
    private Path directory;

    private static JsonNode run(String... more) {
        List<String> arguments = new ArrayList<>(List.of("run", "--json", "-"));
        arguments.addAll(List.of(more));
        Told told = Told.by(arguments.toArray(String[]::new));
        assertThat(told.status()).as(told.err()).isZero();
        return told.json();
    }

    private static JsonNode base(String... more) {
        List<String> arguments = new ArrayList<>(List.of(Told.BASE));
        arguments.addAll(List.of(more));
        return run(arguments.toArray(String[]::new));
    }

    private static double number(JsonNode node, String... path) {
        JsonNode at = node;
        for (String key : path) {
            at = at.get(key);
        }
        assertThat(at.isNumber()).as(String.join(".", path)).isTrue();
        return at.asDouble();
    }

    private static void isEstimate(JsonNode node) {
        assertThat(number(node, "low")).isLessThanOrEqualTo(number(node, "estimate"));
        assertThat(number(node, "high")).isGreaterThanOrEqualTo(number(node, "estimate"));
        assertThat(number(node, "standardError")).isNotNegative();
    }

    /** Wilson 1927, written differently from the program: the roots of (p - π)² = z² π (1 - π) / n. */
    private static void isWilson(JsonNode node, long n) {
        double p = number(node, "estimate");
        double a = 1 + Z95 * Z95 / n;
        double b = -(2 * p + Z95 * Z95 / n);
        double root = Math.sqrt(b * b - 4 * a * p * p);
        assertThat(number(node, "low")).isCloseTo((-b - root) / (2 * a), within(1e-9));
        assertThat(number(node, "high")).isCloseTo((-b + root) / (2 * a), within(1e-9));
        assertThat(number(node, "standardError")).isCloseTo(Math.sqrt(p * (1 - p) / n), within(1e-12));
    }

    private static void isAscending(JsonNode quantiles) {
        double before = Double.NEGATIVE_INFINITY;
        for (String p : List.of("0.05", "0.25", "0.5", "0.75", "0.95")) {
            assertThat(number(quantiles, p)).isGreaterThanOrEqualTo(before);
            before = number(quantiles, p);
        }
    }

    static List<Path> scenarios() {
        return Told.scenarios();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void figures_have_their_keys_and_agree_with_each_other(Path scenario) {
        JsonNode json = run(scenario.toString(), "--replicates", "600", "--set", "simulation.estimates=cox");
        for (String key : List.of("trial", "scenarioHash", "version")) {
            assertThat(json.get(key).isString()).as(key).isTrue();
        }
        assertThat(json.get("replicates").asLong()).isEqualTo(600);
        assertThat(json.get("seed").isIntegralNumber()).isTrue();
        assertThat(number(json, "elapsedSeconds")).isPositive();
        isWilson(json.get("power"), 600);
        for (String key : List.of("duration", "enrolled", "dropouts", "eventsAtStop")) {
            isEstimate(json.get(key));
        }
        assertThat(number(json, "duration", "sd")).isNotNegative();
        assertThat(json.get("warnings").isArray()).isTrue();
        assertThat(json.get("analytic").get("power").has("schoenfeld")).isTrue();
        assertThat(json.get("analytic").has("expectedCalendarTime")).isTrue();

        agree(json.get("looks"), number(json, "power", "estimate"));
        if (json.has("hypotheses")) {
            assertThat(json.get("hypotheses").size()).isGreaterThan(1);
            for (JsonNode hypothesis : json.get("hypotheses")) {
                isWilson(hypothesis.get("power"), 600);
                agree(hypothesis.get("looks"), number(hypothesis, "power", "estimate"));
                effects(hypothesis.get("looks"));
            }
        } else {
            effects(json.get("looks"));
        }
    }

    private static void agree(JsonNode looks, double power) {
        double cumulative = 0;
        double futile = 0;
        for (int k = 0; k < looks.size(); k++) {
            JsonNode look = looks.get(k);
            assertThat(look.get("look").asInt()).isEqualTo(k + 1);
            for (String key : List.of("reached", "rejected", "cumulativeRejected", "futile")) {
                isWilson(look.get(key), 600);
            }
            cumulative += number(look, "rejected", "estimate");
            futile += number(look, "futile", "estimate");
            assertThat(number(look, "cumulativeRejected", "estimate")).isCloseTo(cumulative, within(1e-12));
            double sum = 0;
            for (JsonNode arm : look.get("eventsByArm")) {
                isEstimate(arm);
                sum += number(arm, "estimate");
            }
            assertThat(number(look, "events", "estimate")).isCloseTo(sum, within(1e-9));
            isEstimate(look.get("calendarTime"));
            assertThat(number(look, "calendarTime", "sd")).isNotNegative();
            isAscending(look.get("calendarTime").get("quantiles"));
        }
        assertThat(cumulative).isCloseTo(power, within(1e-12));
        assertThat(cumulative + futile).isLessThanOrEqualTo(1 + 1e-12);
    }

    private static void effects(JsonNode looks) {
        for (JsonNode look : looks) {
            isEstimate(look.get("z"));
            assertThat(number(look, "z", "sd")).isBetween(0.8, 1.25);
            JsonNode ratio = look.get("hazardRatio");
            isAscending(ratio.get("quantiles"));
            assertThat(number(ratio, "median")).isEqualTo(number(ratio, "quantiles", "0.5"));
        }
    }

    @Test
    void json_to_standard_output_stands_alone_and_json_to_a_file_stands_beside_the_text() {
        Told alone = Told.by("run", Told.BASE, "--replicates", "300", "--json", "-");
        assertThat(alone.out()).startsWith("{").endsWith("}" + System.lineSeparator());

        Path file = directory.resolve("result.json");
        Told beside = Told.by("run", Told.BASE, "--replicates", "300", "--json", file.toString());
        assertThat(beside.out()).startsWith("HAIC-TACE-176").contains("Power");
        assertThat(without(Told.json(file))).isEqualTo(without(alone.json()));
        assertThat(directory.toFile().list()).containsExactly("result.json");
    }

    /** The result without the one figure that differs from run to run. */
    private static JsonNode without(JsonNode json) {
        ((ObjectNode) json).remove("elapsedSeconds");
        return json;
    }

    @Test
    void the_number_of_threads_changes_nothing() {
        String scenario = Told.CONFIGS.resolve("three-looks.yaml").toString();
        JsonNode one = run(scenario, "--replicates", "3000", "--threads", "1");
        JsonNode two = run(scenario, "--replicates", "3000", "--threads", "2");
        assertThat(without(two)).isEqualTo(without(one));
    }

    @Test
    void options_override_the_scenario() {
        JsonNode json = base("--replicates", "257", "--seed", "9", "--set", "endpoints.PFS.model.HAIC.hazardRatio=1.0");
        assertThat(json.get("replicates").asLong()).isEqualTo(257);
        assertThat(json.get("seed").asLong()).isEqualTo(9);
        assertThat(number(json, "power", "estimate")).isLessThan(0.15);
        assertThat(without(json))
                .isNotEqualTo(without(base(
                        "--replicates", "257", "--seed", "10", "--set", "endpoints.PFS.model.HAIC.hazardRatio=1.0")));
    }

    @Test
    void under_the_null_hypothesis_power_is_the_type_i_error() {
        JsonNode json = base("--replicates", "4000", "--null");
        assertThat(json.get("underNull").asBoolean()).isTrue();
        assertThat(number(json, "analytic", "power", "schoenfeld")).isCloseTo(0.025, within(1e-12));
        // Fails by chance about once in 10,000 seeds, and the seed is fixed.
        assertThat(number(json, "power", "estimate")).isCloseTo(0.025, within(0.01));
        assertThat(Told.by("run", Told.BASE, "--replicates", "300", "--null").out())
                .contains("Type I error")
                .contains("under the null hypothesis")
                .doesNotContain("Power");
    }

    @Test
    void several_looks_tell_what_they_should_show_and_what_futility_costs() {
        String scenario = Told.CONFIGS.resolve("haic-tace-gs.yaml").toString();
        JsonNode json = run(scenario, "--replicates", "4000", "--null");
        double obeyed = number(json, "power", "estimate");
        double overruled = number(json, "powerWithoutFutility", "estimate");
        // Each fails by chance about once in 10,000 seeds, and the seed is fixed.
        assertThat(overruled).isGreaterThan(obeyed).isCloseTo(0.025, within(0.01));
        assertThat(obeyed).isCloseTo(number(json, "analytic", "power", "schoenfeld"), within(0.01));
        JsonNode looks = json.get("analytic").get("looks");
        assertThat(number(looks.get(0), "informationFraction")).isCloseTo(0.5, within(1e-9));
        // By rpact and gsDesign: O'Brien-Fleming type, half of the information.
        assertThat(number(looks.get(0), "efficacyZ")).isCloseTo(2.96258804, within(1e-6));
        assertThat(looks.get(2).get("futilityZ").isNull()).isTrue();
        double sum =
                number(looks.get(0), "rejected") + number(looks.get(1), "rejected") + number(looks.get(2), "rejected");
        assertThat(number(looks.get(2), "cumulativeRejected")).isCloseTo(sum, within(1e-12));
        assertThat(Told.by("run", scenario, "--replicates", "300", "--null").out())
                .contains("Type I error")
                .contains("futility overruled");
        assertThat(run(scenario, "--set", "analysis.futility.binding=true", "--replicates", "300")
                        .has("powerWithoutFutility"))
                .isFalse();
    }

    @Test
    void replicate_data_give_the_same_figures_again() {
        Path file = directory.resolve("replicates.csv");
        JsonNode json = base("--replicates", "1000", "--replicate-data", file.toString());
        List<String> lines = Told.text(file).lines().toList();
        List<String> heading = List.of(lines.get(0).split(","));
        assertThat(lines).hasSize(1001);
        long rejected = 0;
        double z = 0;
        double time = 0;
        double control = 0;
        for (int i = 1; i < lines.size(); i++) {
            String[] cells = lines.get(i).split(",", -1);
            assertThat(cells).hasSize(heading.size());
            assertThat(cells[0]).isEqualTo(Integer.toString(i - 1));
            rejected += cells[heading.indexOf("decision")].equals("reject") ? 1 : 0;
            z += Double.parseDouble(cells[heading.indexOf("z")]);
            time += Double.parseDouble(cells[heading.indexOf("calendarTime")]);
            control += Double.parseDouble(cells[heading.indexOf("events.TACE")]);
        }
        JsonNode look = json.get("looks").get(0);
        assertThat(number(json, "power", "estimate")).isEqualTo(rejected / 1000.0);
        assertThat(number(look, "z", "estimate")).isCloseTo(z / 1000, within(1e-12));
        assertThat(number(look, "calendarTime", "estimate")).isCloseTo(time / 1000, within(1e-11));
        assertThat(number(look, "eventsByArm", "TACE", "estimate")).isCloseTo(control / 1000, within(1e-11));
    }

    @Test
    void replicate_data_of_several_looks_give_the_same_decisions_again() {
        Path file = directory.resolve("replicates.csv");
        JsonNode json = run(
                Told.CONFIGS.resolve("three-looks.yaml").toString(),
                "--replicates",
                "700",
                "--replicate-data",
                file.toString());
        List<String> lines = Told.text(file).lines().skip(1).toList();
        assertThat(lines).hasSize(2100);
        for (int k = 0; k < 3; k++) {
            String look = "," + (k + 1) + ",";
            long rejected = lines.stream()
                    .filter(line -> line.substring(line.indexOf(',')).startsWith(look) && line.contains(",reject,"))
                    .count();
            assertThat(number(json.get("looks").get(k), "rejected", "estimate")).isEqualTo(rejected / 700.0);
        }
    }

    @Test
    void several_arms_have_a_hypothesis_each() {
        JsonNode json = run(Told.CONFIGS.resolve("three-arms.yaml").toString(), "--replicates", "300");
        assertThat(json.get("hypotheses").propertyNames()).containsExactly("low dose", "high dose");
        assertThat(json.get("analytic").get("power").get("schoenfeld").propertyNames())
                .containsExactly("low dose", "high dose");
        double any = number(json, "power", "estimate");
        for (JsonNode hypothesis : json.get("hypotheses")) {
            assertThat(number(hypothesis, "power", "estimate")).isLessThanOrEqualTo(any);
        }
    }

    @Test
    void without_estimates_the_hazard_ratio_is_null() {
        JsonNode json = base("--replicates", "300", "--set", "simulation.estimates=none");
        assertThat(json.get("looks").get(0).get("hazardRatio").isNull()).isTrue();
        assertThat(Told.by("run", Told.BASE, "--replicates", "300", "--set", "simulation.estimates=none")
                        .out())
                .doesNotContain("Hazard ratio")
                .doesNotContain("Cox");
    }

    @Test
    void two_sides_reject_on_either() {
        JsonNode json = base(
                "--replicates",
                "2000",
                "--set",
                "analysis.sides=2",
                "--set",
                "analysis.alpha=0.05",
                "--set",
                "endpoints.PFS.model.HAIC.hazardRatio=1.6129");
        assertThat(number(json.get("looks").get(0), "z", "estimate")).isLessThan(-2);
        double analytic = number(json, "analytic", "power", "schoenfeld");
        assertThat(analytic).isCloseTo(0.7989, within(0.002));
        // Schoenfeld's approximation is off by less than 0.02 here; four standard errors are 0.036.
        assertThat(number(json, "power", "estimate")).isCloseTo(analytic, within(0.056));
    }

    @Test
    void a_look_that_no_replicate_reaches_has_no_figures() throws IOException {
        Path scenario = directory.resolve("unreachable.yaml");
        Files.writeString(scenario, """
                trial: UNREACHABLE
                arms: {A: {role: control}, B: {role: experimental}}
                enrolment: {patients: 100, duration: 10}
                endpoints: {OS: {model: {A: {cure: 0.9, of: {median: 5}}, B: {hazardRatio: 0.5}}}}
                analysis: {looks: [{events: 99}]}
                """);
        JsonNode json = run(scenario.toString(), "--replicates", "300");
        JsonNode look = json.get("looks").get(0);
        assertThat(number(look, "reached", "estimate")).isZero();
        assertThat(number(json, "power", "estimate")).isZero();
        assertThat(json.get("duration").get("estimate").isNull()).isTrue();
        assertThat(look.get("calendarTime").get("estimate").isNull()).isTrue();
        assertThat(look.get("calendarTime").get("quantiles").get("0.5").isNull())
                .isTrue();
        assertThat(look.get("hazardRatio").get("median").isNull()).isTrue();
        assertThat(json.get("analytic").get("expectedCalendarTime").isNull()).isTrue();
        assertThat(json.get("warnings").size()).isEqualTo(1);

        Told told = Told.by("run", scenario.toString(), "--replicates", "300");
        assertThat(told.status()).isZero();
        assertThat(told.out()).doesNotContain("NaN").doesNotContain("Infinity").doesNotContain("null ");
        assertThat(told.err().lines().filter(line -> line.startsWith("Warning: look 1")))
                .hasSize(1);
        assertThat(told.err().lines()).allMatch(line -> line.length() <= 100);
    }

    @Test
    void a_target_precision_that_is_missed_is_told() {
        Told told = Told.by(
                "run",
                Told.BASE,
                "--set",
                "simulation.targetStandardError=0.0001",
                "--replicates",
                "300",
                "--json",
                "-");
        assertThat(told.status()).isZero();
        assertThat(Told.json(told.out()).get("warnings").get(0).asString())
                .contains("not the target of 0.0001")
                .contains("replicates are needed");
    }

    @Test
    void a_fault_names_the_option_that_was_given() {
        Told told = Told.by("run", Told.BASE, "--replicates", "0", "--seed", "x");
        assertThat(told.status()).isEqualTo(2);
        assertThat(told.err())
                .contains("--replicates 0: simulation.replicates: must be at least 1")
                .contains("--seed x: simulation.seed: ")
                .doesNotContain("--set");
    }

    @Test
    void a_look_at_a_fixed_time_happens_then() {
        JsonNode json = base("--set", "analysis.looks=[{calendarTime: 24}]", "--replicates", "300");
        JsonNode time = json.get("looks").get(0).get("calendarTime");
        assertThat(number(time, "sd")).isZero();
        for (String probability : List.of("0.05", "0.5", "0.95")) {
            assertThat(number(time, "quantiles", probability)).isEqualTo(24);
        }
    }

    @Test
    void times_are_told_in_the_scenarios_unit() {
        for (String unit : List.of("day", "week", "month", "year")) {
            Told told = Told.by("run", Told.BASE, "--replicates", "300", "--set", "timeUnit=" + unit);
            assertThat(told.out()).contains("Duration, " + unit + "s").contains("Calendar time, " + unit + "s");
        }
    }

    @Test
    void an_interruption_before_the_first_replicate_leaves_nothing_behind() {
        Interruption interruption = new Interruption();
        interruption.request();
        Told told = Told.by(
                interruption,
                "run",
                Told.BASE,
                "--json",
                directory.resolve("a.json").toString(),
                "--replicate-data",
                directory.resolve("a.csv").toString());
        assertThat(told.status()).isEqualTo(ExitStatus.INTERRUPTED);
        assertThat(told.out()).isEmpty();
        assertThat(told.err()).contains("Interrupted before anything was done.");
        assertThat(directory.toFile().list()).isEmpty();
    }
}
