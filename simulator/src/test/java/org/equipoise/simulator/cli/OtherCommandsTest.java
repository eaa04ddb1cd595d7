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
