package org.equipoise.simulator.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Scenarios side by side, simulated now or taken from the store of a sweep. */
class CompareCommandTest {
    @TempDir
    private Path directory;

    private Path other;

    @BeforeEach
    void writeOther() throws IOException {
        other = directory.resolve("other.yaml");
        Files.writeString(
                other,
                Told.text(Path.of(Told.BASE))
                        .replace("{hazardRatio: 0.62}", "{hazardRatio: 0.60}")
                        .replace("title: ", "title: Another "));
    }

    private Path sweep() throws IOException {
        Path sweep = directory.resolve("sweep.yaml");
        Files.writeString(sweep, """
                sweep: two
                base: %s
                vary: {endpoints.PFS.model.HAIC.hazardRatio: [0.62, 0.60]}
                """.formatted(Path.of(Told.BASE).toAbsolutePath()));
        Path out = directory.resolve("out");
        assertThat(Told.by("sweep", sweep.toString(), "--out", out.toString(), "--replicates", "4096")
                        .status())
                .isZero();
        return out;
    }

    @Test
    void differences_stand_beside_figures_with_their_paired_errors() {
        Told told = Told.by("compare", Told.BASE, other.toString(), "--replicates", "10000", "--json", "-");
        assertThat(told.status()).as(told.err()).isZero();
        JsonNode first = told.json().get("scenarios").get(0);
        JsonNode second = told.json().get("scenarios").get(1);
        assertThat(first.has("lessFirst")).isFalse();
        JsonNode power = second.get("lessFirst").get("power");
        assertThat(power.get("difference").asDouble())
                .isCloseTo(
                        second.get("power").get("estimate").asDouble()
                                - first.get("power").get("estimate").asDouble(),
                        within(1e-15));
        double unpaired = Math.hypot(
                first.get("power").get("standardError").asDouble(),
                second.get("power").get("standardError").asDouble());
        assertThat(power.get("standardError").asDouble()).isPositive().isLessThanOrEqualTo(unpaired / 2);
        assertThat(power.get("paired").asBoolean()).isTrue();
        assertThat(power.get("beyondNoise").asBoolean()).isTrue();
        assertThat(told.json().get("differing").propertyNames())
                .containsExactly("endpoints.PFS.model.HAIC.hazardRatio");
    }

    @Test
    void the_figures_of_a_file_are_those_of_a_run() {
        Told told = Told.by("compare", Told.BASE, other.toString(), "--replicates", "700", "--json", "-");
        JsonNode run = Told.by("run", other.toString(), "--replicates", "700", "--json", "-")
                .json();
        for (String figure : new String[] {"power", "duration", "enrolled", "eventsAtStop", "dropouts"}) {
            for (String part : new String[] {"estimate", "standardError", "low", "high"}) {
                assertThat(told.json().get("scenarios").get(1).get(figure).get(part))
                        .as(figure)
                        .isEqualTo(run.get(figure).get(part));
            }
        }
    }

    @Test
    void stored_scenarios_are_the_same_as_simulated_ones() throws IOException {
        Path out = sweep();
        JsonNode stored = Told.by("compare", out.toString(), "--json", "-").json();
        JsonNode numbered = Told.by("compare", out + "#1,2", "--json", "-").json();
        JsonNode ranged = Told.by("compare", out + "#1-2", "--json", "-").json();
        JsonNode simulated = Told.by("compare", Told.BASE, other.toString(), "--replicates", "4096", "--json", "-")
                .json();
        assertThat(numbered).isEqualTo(stored);
        assertThat(ranged).isEqualTo(stored);
        for (int s = 0; s < 2; s++) {
            for (String key : new String[] {"power", "duration", "lessFirst"}) {
                assertThat(stored.get("scenarios").get(s).get(key))
                        .as(key)
                        .isEqualTo(simulated.get("scenarios").get(s).get(key));
            }
        }
        Told mixed = Told.by("compare", out + "#2", Told.BASE, "--replicates", "4096");
        assertThat(mixed.status()).as(mixed.err()).isZero();
        assertThat(mixed.lines()).allMatch(line -> line.length() <= 100);
    }

    @Test
    void other_seeds_are_not_paired_and_that_is_said() throws IOException {
        Files.writeString(other, Told.text(other).replace("seed: 5233358", "seed: 1"));
        Told told = Told.by("compare", Told.BASE, other.toString(), "--replicates", "3000");
        assertThat(told.out()).contains("Where seeds differ").containsPattern("simulation.seed +5233358 +1\\R");
        Told paired = Told.by("compare", Told.BASE, Told.BASE, "--replicates", "3000");
        assertThat(paired.out()).doesNotContain("Where seeds differ").contains("The scenarios are the same.");
    }

    @Test
    void bad_input_says_what_is_right() throws IOException {
        Path out = sweep();
        refused("one scenario alone", Told.BASE);
        refused("numbered from 1 to 2", out + "#3", Told.BASE);
        refused("numbered from 1 to 2", out + "#2-1", Told.BASE);
        refused("has no sweep.duckdb", directory.toString(), Told.BASE);
        refused("leave them out, or name a file", out.toString(), "--replicates", "10");
        Files.writeString(other, Told.text(other).replace("timeUnit: month", "timeUnit: week"));
        refused("time units", Told.BASE, other.toString());
        Files.writeString(other, "trial: x");
        Told both = refused("there is no such file", "missing.yaml", other.toString());
        assertThat(both.err()).contains("other.yaml").contains("faults; nothing was run.");
        Told stores = refused(
                "numbered from 1 to 2",
                out + "#3,9",
                directory.toString(),
                out + "#1",
                "missing.yaml",
                other.toString());
        assertThat(stores.err().lines().filter(line -> line.startsWith("compare: ")))
                .hasSize(3);
        assertThat(stores.err())
                .contains("#9'", "has no sweep.duckdb", "no such file", "other.yaml:")
                .containsPattern("\\d+ faults; nothing was run");
        Told sweep = refused(
                "this is a sweep, not one scenario",
                directory.resolve("sweep.yaml").toString(),
                Told.BASE);
        assertThat(sweep.out()).isEmpty();
    }

    private static Told refused(String words, String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "compare";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        Told told = Told.by(all);
        assertThat(told.status()).as(told.err()).isEqualTo(2);
        assertThat(told.err()).contains(words);
        assertThat(told.out()).isEmpty();
        return told;
    }
}
