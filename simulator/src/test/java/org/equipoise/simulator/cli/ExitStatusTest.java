package org.equipoise.simulator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the caller is told when something is wrong: an exit status, and words on standard error alone. */
class ExitStatusTest {
    @TempDir
    private Path directory;

    private static Told wrong(String... arguments) {
        Told told = Told.by(arguments);
        assertThat(told.status()).as(told.err()).isEqualTo(2);
        assertThat(told.out()).isEmpty();
        assertThat(told.err()).doesNotContain("Exception").doesNotContain("\tat ");
        return told;
    }

    @Test
    void no_argument_at_all_gets_the_usage() {
        assertThat(wrong().err()).startsWith("Usage: equipoise").contains("equipoise init trial.yaml");
    }

    @Test
    void wrong_arguments_are_named() {
        assertThat(wrong("simulate").err())
                .contains("there is no command 'simulate'")
                .contains("--help");
        assertThat(wrong("run").err()).contains("SCENARIO").contains("equipoise run --help");
        assertThat(wrong("run", Told.BASE, "--replicate", "7").err())
                .contains("--replicate")
                .contains("Did you mean");
        assertThat(wrong("run", Told.BASE, "extra").err()).contains("'extra' is one argument too many");
        assertThat(wrong("run", Told.BASE, "--threads", "0").err()).contains("from 1 to 1024, was 0");
        assertThat(wrong("run", Told.BASE, "--threads", "two").err()).contains("'two' is not a whole number");
        assertThat(wrong("run", Told.BASE, "--replicates", "0").err()).contains("simulation.replicates");
        assertThat(wrong("run", Told.BASE, "--seed", "x").err()).contains("simulation.seed");
        assertThat(wrong("run", "no-such.yaml").err()).contains("no-such.yaml").contains("there is no such file");
        assertThat(wrong("run", "a\0b").err()).contains("SCENARIO");
    }

    @Test
    void a_bad_scenario_is_told_fault_by_fault_and_nothing_is_written() throws IOException {
        Path scenario = directory.resolve("bad.yaml");
        Files.writeString(
                scenario,
                Told.text(Path.of(Told.BASE))
                        .replace("median: 6.5", "median: -6.5")
                        .replace("looks:", "lokos:"));
        Path json = directory.resolve("result.json");
        Told told = wrong("run", scenario.toString(), "--json", json.toString());
        assertThat(told.err()).contains("did you mean").contains("-6.5").contains("nothing was run");
        assertThat(directory.toFile().list()).containsExactly("bad.yaml");
    }

    @Test
    void what_cannot_be_written_is_refused_before_anything_is_run() throws IOException {
        String missing = directory.resolve("none").resolve("a.json").toString();
        for (String option : List.of("--json", "--replicate-data")) {
            assertThat(wrong("run", Told.BASE, option, directory.toString()).err())
                    .contains(option)
                    .contains("is a directory");
            assertThat(wrong("run", Told.BASE, option, missing).err()).contains("there is no directory");
            assertThat(wrong("run", Told.BASE, option, "").err()).contains("name of the file is missing");
            assertThat(wrong("run", Told.BASE, option, "a\0b").err()).contains("cannot be the name of a file");
            assertThat(wrong(
                                    "run",
                                    Told.BASE,
                                    option,
                                    directory.resolve("x".repeat(300)).toString())
                            .err())
                    .contains(option + ": cannot write");
        }
        assertThat(wrong("run", Told.BASE, "--replicate-data", "a.parquet").err())
                .contains("Parquet");
        assertThat(wrong("check", Told.BASE, "--json", missing).err()).contains("there is no directory");
        assertThat(directory.toFile().list()).isEmpty();
    }

    @Test
    void an_output_never_replaces_the_scenario_or_another_output() throws IOException {
        String text = Told.text(Path.of(Told.BASE));
        Path scenario = Files.writeString(directory.resolve("trial.yaml"), text);
        Path symbolic = Files.createSymbolicLink(directory.resolve("symbolic"), scenario);
        Path hard = Files.createLink(directory.resolve("hard"), scenario);
        for (Path same : List.of(
                scenario,
                symbolic,
                hard,
                directory.resolve("..").resolve(directory.getFileName()).resolve("trial.yaml"))) {
            for (String option : List.of("--json", "--replicate-data")) {
                assertThat(wrong("run", scenario.toString(), option, same.toString())
                                .err())
                        .contains("is the scenario itself");
            }
            assertThat(wrong("check", scenario.toString(), "--json", same.toString())
                            .err())
                    .contains("is the scenario itself");
        }
        assertThat(wrong("run", symbolic.toString(), "--json", scenario.toString())
                        .err())
                .contains("is the scenario itself");
        Path out = directory.resolve("out");
        Path link = Files.createSymbolicLink(directory.resolve("link"), directory);
        assertThat(wrong(
                                "run",
                                scenario.toString(),
                                "--json",
                                out.toString(),
                                "--replicate-data",
                                link.resolve("out").toString())
                        .err())
                .contains("is the file of --json too");
        assertThat(scenario).hasContent(text);
        assertThat(directory.toFile().list()).containsExactlyInAnyOrder("trial.yaml", "symbolic", "hard", "link");
    }

    @Test
    void an_output_has_the_permissions_of_any_new_file_and_goes_where_a_link_leads() throws IOException {
        Path any = Files.createFile(directory.resolve("any"));
        Path json = directory.resolve("a.json");
        Path target = Files.createFile(directory.resolve("target.csv"));
        Path link = Files.createSymbolicLink(directory.resolve("a.csv"), target);
        Told told = Told.by(
                "run", Told.BASE, "--replicates", "10", "--json", json.toString(), "--replicate-data", link.toString());
        assertThat(told.status()).isZero();
        assertThat(Files.getPosixFilePermissions(json)).isEqualTo(Files.getPosixFilePermissions(any));
        assertThat(link).isSymbolicLink();
        assertThat(Told.text(target)).startsWith("replicate,look,");
    }

    @Test
    void a_fault_in_the_program_is_logged_and_too_little_memory_is_explained() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(new PrintStream(err), new PrintStream(err, true, StandardCharsets.UTF_8));
        FaultHandler handler = new FaultHandler(console);
        assertThat(handler.handle(new IllegalStateException("planted"))).isEqualTo(70);
        String words = err.toString(StandardCharsets.UTF_8);
        assertThat(words).contains("a fault in the program, not in your input").contains("planted");
        assertThat(words.lines()).hasSize(2);
        Matcher log = Pattern.compile("is in (\\S+\\.log)\\.").matcher(words);
        assertThat(log.find()).isTrue();
        Path file = Path.of(log.group(1));
        assertThat(Told.text(file)).contains("IllegalStateException: planted").contains("ExitStatusTest");
        assertThat(file.toFile().delete()).isTrue();

        err.reset();
        assertThat(handler.handle(
                        new IllegalStateException("a thread failed", new OutOfMemoryError("Java heap space"))))
                .isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8).lines()).hasSize(1);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("out of memory")
                .contains("--threads")
                .contains("-Xmx");
    }

    @Test
    void words_of_a_file_reach_standard_error_without_control_characters() {
        Told told = wrong("run", Told.BASE, "--set", "title\u001b[31m=\u0007x", "--set", "arms.\u202e=1");
        assertThat(told.err()).doesNotContain("\u001b").doesNotContain("\u0007").doesNotContain("\u202e");
    }
}
