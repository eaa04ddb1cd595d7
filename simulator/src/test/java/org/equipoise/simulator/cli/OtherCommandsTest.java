package org.equipoise.simulator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OtherCommandsTest {
    @TempDir
    private Path directory;

    @Test
    void init_writes_a_scenario_that_checks_and_runs_and_replaces_nothing() throws IOException {
        Path file = directory.resolve("trial.yaml");
        assertThat(Told.by("init", file.toString()).status()).isZero();
        assertThat(Told.text(file)).isEqualTo(Told.by("init").out());
        assertThat(Told.by("check", file.toString()).status()).isZero();
        assertThat(Told.by("run", file.toString(), "--replicates", "100").status())
                .isZero();

        Files.writeString(file, "mine");
        Told again = Told.by("init", file.toString());
        assertThat(again.status()).isEqualTo(2);
        assertThat(again.err()).contains("exists already").contains("--force");
        assertThat(file).hasContent("mine");
        assertThat(Told.by("init", directory.toString()).err()).contains("is a directory");
        assertThat(Told.by("init", file.toString(), "--force").status()).isZero();
        assertThat(Told.text(file)).startsWith("#");
        assertThat(directory.toFile().list()).containsExactly("trial.yaml");
    }

    @Test
    void schema_prints_the_published_schema() {
        assertThat(Told.by("schema").out())
                .isEqualTo(Told.text(Told.CONFIGS.resolve("schema").resolve("scenario.schema.json")));
    }

    @Test
    void schema_prints_that_of_sweeps_too() {
        assertThat(Told.by("schema", "--sweep").out())
                .isEqualTo(Told.text(Told.CONFIGS.resolve("schema").resolve("sweep.schema.json")));
    }

    @Test
    void check_says_what_a_sweep_holds() {
        String sweep = Told.CONFIGS.resolve("haic-tace-designs.yaml").toString();
        Told told = Told.by("check", sweep, "--set", "simulation.replicates=500");
        assertThat(told.status()).isZero();
        assertThat(told.err()).isEmpty();
        assertThat(told.lines())
                .allMatch(line -> line.length() <= 100)
                .contains(
                        "Scenarios         18 = 3 × 6",
                        "Replicates        500 for each scenario, 9,000 in all",
                        "Expected          power at most 0.03, in 3 of 18 scenarios",
                        "  3 designs       design: three looks, efficacy alone, one look",
                        "Last              design = one look, assumption = no effect");
        var json = Told.by("check", sweep, "--json", "-").json();
        assertThat(json.get("scenarios").asInt()).isEqualTo(18);
        assertThat(json.get("axes").get(1).get("rows").asInt()).isEqualTo(6);
        assertThat(json.get("last").get("values").get(1).asString()).isEqualTo("no effect");
    }

    @Test
    void check_tells_the_warnings_of_a_sweep_by_their_kind() throws IOException {
        Path sweep = Files.writeString(directory.resolve("sweep.yaml"), """
                sweep: suspect
                base: %s
                vary:
                  endpoints.PFS.model.HAIC.hazardRatio: [0.1, 0.6, 0.7]
                  enrolment.patients: {from: 138, to: 178, step: 2}
                """.formatted(
                        Path.of(Told.BASE).toAbsolutePath().normalize()));
        Told told = Told.by("check", sweep.toString());
        assertThat(told.status()).as(told.err()).isZero();
        assertThat(told.lines().stream().filter(line -> line.startsWith("Warning: ")))
                .hasSizeBetween(2, 4)
                .anyMatch(line -> line.startsWith("Warning: in 21 of 63 scenarios, and with these figures in #1: "))
                .anyMatch(line ->
                        line.matches("Warning: in \\d+ of 63 scenarios, and with these figures in #\\d+: look 1.*"));
        assertThat(told.out()).contains("hazard ratio 0.1 of arm HAIC");
        assertThat(Told.by("check", sweep.toString(), "--json", "-").json().get("warnings"))
                .hasSizeBetween(2, 4);
    }

    @Test
    void a_command_for_one_scenario_says_what_to_do_with_a_sweep() {
        String sweep = Told.CONFIGS.resolve("haic-tace-designs.yaml").toString();
        for (String command : List.of("run", "plan", "bench")) {
            Told told = Told.by(command, sweep);
            assertThat(told.status()).isEqualTo(2);
            assertThat(told.out()).isEmpty();
            assertThat(told.err())
                    .contains("sweep: this is a sweep, not one scenario (run it: equipoise sweep FILE --out DIR;");
        }
    }

    @Test
    void check_says_what_is_expected_of_the_result() {
        Told told = Told.by(
                "check",
                Told.BASE,
                "--set",
                "expect={power: {atLeast: 0.78}, typeIError: {atMost: 0.026}, looks.0.calendarTime: {atMost: 33}}");
        assertThat(told.lines())
                .contains(
                        "Expected     power at least 0.78; type I error at most 0.026; mean time of look 1 at most 33 months");
        assertThat(Told.by("check", Told.BASE, "--set", "expect.power.atLeast=0.78", "--json", "-")
                        .json()
                        .get("expect")
                        .get("power")
                        .get("atLeast")
                        .asDouble())
                .isEqualTo(0.78);
    }

    @Test
    void help_fits_the_page() {
        for (List<String> arguments : List.of(
                List.of("--help"),
                List.of("help"),
                List.of("help", "run"),
                List.of("--version"),
                List.of("run", "--help"),
                List.of("check", "--help"),
                List.of("plan", "--help"),
                List.of("init", "--help"),
                List.of("analyse", "--help"),
                List.of("schema", "--help"))) {
            Told told = Told.by(arguments.toArray(String[]::new));
            assertThat(told.status()).as("%s", arguments).isZero();
            assertThat(told.err()).isEmpty();
            assertThat(told.lines()).isNotEmpty().allMatch(line -> line.length() <= 100);
        }
    }

    @Test
    void check_tells_programs_what_it_tells_people() {
        var json = Told.by("check", Told.BASE, "--json", "-").json();
        assertThat(json.get("arms").get("HAIC").get("schoenfeldPower").asDouble())
                .isBetween(0.7985, 0.7995);
        assertThat(json.get("looks").get(0).get("at").asString()).isEqualTo("137 events");
        assertThat(json.get("patients").asInt()).isEqualTo(176);
        var cure = Told.by("check", Told.CONFIGS.resolve("cure-weibull.yaml").toString(), "--json", "-")
                .json();
        assertThat(cure.get("arms").get("observation").get("mean").isNull()).isTrue();
    }
}
