package org.equipoise.simulator.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The program as a process: signals, pipes that close, disks that are full, locales, memory. */
@Tag("slow")
@EnabledOnOs({OS.LINUX, OS.MAC})
class ProcessTest {
    private static final int PATIENCE_SECONDS = 60;

    /** After a signal; the blocks at work take some milliseconds. */
    private static final double PROMPT_SECONDS = 60;

    @TempDir
    private Path directory;

    private Process start(List<String> jvm, Map<String, String> environment, String... arguments) throws IOException {
        return start(Equipoise.class, jvm, environment, arguments);
    }

    private Process start(Class<?> main, List<String> jvm, Map<String, String> environment, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC"));
        command.addAll(jvm);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out().toFile()).redirectError(err().toFile());
        builder.environment().putAll(environment);
        return builder.start();
    }

    private int run(List<String> jvm, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        return end(start(jvm, environment, arguments));
    }

    private static int end(Process process) throws InterruptedException {
        try {
            assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .as("ended within %d s", PATIENCE_SECONDS)
                    .isTrue();
            return process.exitValue();
        } finally {
            process.destroyForcibly();
        }
    }

    private Path out() {
        return directory.resolve("out");
    }

    private Path err() {
        return directory.resolve("err");
    }

    /** The launcher would go on without a fast start, and nobody would know. */
    @Test
    void the_rehearsal_of_fast_starts_gets_to_its_end() throws IOException, InterruptedException {
        Path configs = Path.of(Told.BASE).getParent();
        assertThat(end(start(Rehearsal.class, List.of(), Map.of(), configs.toString())))
                .isEqualTo(ExitStatus.DONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"INT", "TERM"})
    void a_signal_ends_a_run_soon_and_what_is_done_is_told(String signal) throws IOException, InterruptedException {
        Path json = directory.resolve("result.json");
        Path data = directory.resolve("replicates.csv");
        Process process = start(
                List.of(),
                Map.of(),
                "run",
                Told.BASE,
                "--replicates",
                "1000000000",
                "--json",
                json.toString(),
                "--replicate-data",
                data.toString());
        try {
            assumeTrue(!isIgnored(process, signal), "the signal is ignored here, as by what runs in the background");
            awaitReplicates();
            long sent = System.nanoTime();
            send(signal, process);
            Thread.sleep(20);
            send(signal, process);
            assertThat(end(process)).isEqualTo(ExitStatus.INTERRUPTED);
            assertThat((System.nanoTime() - sent) / 1e9).isLessThan(PROMPT_SECONDS);
        } finally {
            process.destroyForcibly();
        }
        JsonNode result = Told.json(json);
        long replicates = result.get("replicates").asLong();
        assertThat(result.get("complete").asBoolean()).isFalse();
        assertThat(Told.text(out())).contains("(interrupted)");
        assertThat(Told.text(err()).lines())
                .containsExactly(String.format(
                        Locale.ROOT, "Interrupted: the figures are those of %,d replicates.", replicates));
        try (Stream<String> lines = Files.lines(data)) {
            List<String> last = lines.reduce((a, b) -> b).stream().toList();
            assertThat(last.get(0)).startsWith((replicates - 1) + ",1,");
        }
        assertThat(directory.toFile().list()).containsExactlyInAnyOrder("out", "err", "result.json", "replicates.csv");
    }

    /** Until the draft of the replicate data grows. */
    private void awaitReplicates() throws IOException, InterruptedException {
        for (int i = 0; i < 100 * PATIENCE_SECONDS; i++) {
            try (Stream<Path> files = Files.list(directory)) {
                for (Path file :
                        files.filter(f -> f.toString().endsWith(".part")).toList()) {
                    if (Files.size(file) > 0) {
                        return;
                    }
                }
            }
            Thread.sleep(10);
        }
        throw new AssertionError("no replicate was written: " + Told.text(err()));
    }

    private static void send(String signal, Process process) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    private static boolean isIgnored(Process process, String signal) throws IOException {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        if (!Files.exists(status)) {
            return false;
        }
        int bit = signal.equals("INT") ? 2 : 15;
        return Told.text(status)
                .lines()
                .filter(line -> line.startsWith("SigIgn:"))
                .anyMatch(line -> (Long.parseUnsignedLong(line.substring(7).strip(), 16) >> (bit - 1) & 1) == 1);
    }

    @Test
    void a_reader_that_has_had_enough_is_no_fault() throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                "sh",
                "-c",
                "\"$0\" -cp \"$1\" \"$2\" schema | head -n 1",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                System.getProperty("java.class.path"),
                Equipoise.class.getName());
        Process process = builder.redirectError(err().toFile()).start();
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(reader.lines()).hasSize(1);
        }
        assertThat(end(process)).isZero();
        assertThat(err()).isEmptyFile();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void a_full_disk_is_told_in_one_line() throws IOException, InterruptedException {
        for (String option : List.of("--json", "--replicate-data")) {
            assertThat(run(List.of(), Map.of(), "run", Told.BASE, "--replicates", "2000", option, "/dev/full"))
                    .isEqualTo(2);
            assertThat(Told.text(err()).lines()).hasSize(1);
            assertThat(Told.text(err())).contains(option + ": cannot write '/dev/full'");
        }
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Equipoise.class.getName(),
                "check",
                Told.BASE);
        Process process = builder.redirectOutput(Path.of("/dev/full").toFile())
                .redirectError(err().toFile())
                .start();
        assertThat(end(process)).isEqualTo(2);
        assertThat(Told.text(err()).lines()).hasSize(1);
        assertThat(Told.text(err())).contains("cannot write to standard output");
    }

    @Test
    void no_locale_changes_a_letter() throws IOException, InterruptedException {
        String[] arguments = {"run", Told.BASE, "--replicates", "1000"};
        assertThat(run(List.of(), Map.of("LC_ALL", "C.UTF-8"), arguments)).isZero();
        String plain = masked();
        for (List<String> jvm : List.of(
                List.of("-Duser.language=tr", "-Duser.country=TR"),
                List.of("-Duser.language=de", "-Duser.country=DE"),
                List.of("-Duser.language=ar", "-Duser.country=EG"),
                List.of("-Duser.language=hi", "-Duser.country=IN", "-Dfile.encoding=ISO-8859-1"))) {
            assertThat(run(jvm, Map.of("LC_ALL", "POSIX"), arguments)).isZero();
            assertThat(masked()).as("%s", jvm).isEqualTo(plain);
        }
    }

    private String masked() {
        return Told.text(out()).replaceFirst("· \\d+\\.\\d\\d s\\R", "· … s\n");
    }

    @Test
    void memory_does_not_grow_with_replicates() throws IOException, InterruptedException {
        String[] arguments = {
            "run",
            Told.BASE,
            "--set",
            "enrolment.patients=40",
            "--set",
            "analysis.looks.0.events=20",
            "--replicates",
            "400000",
            "--replicate-data",
            "/dev/null"
        };
        // A column of so many numbers alone takes 3 MB; what is told of a replicate has fifteen.
        assertThat(run(List.of("-Xmx20m"), Map.of(), arguments))
                .as(Told.text(err()))
                .isZero();
    }

    @Test
    void data_are_analysed_in_little_memory_and_faults_end_with_status_2() throws IOException, InterruptedException {
        StringBuilder content = new StringBuilder("time,status,arm\n");
        for (int i = 0; i < 100_000; i++) {
            content.append(1 + i * 7919L % 99_991)
                    .append(i % 3 == 0 ? ",0," : ",1,")
                    .append(i % 2)
                    .append('\n');
        }
        Path data = Files.writeString(directory.resolve("data.csv"), content);
        assertThat(run(List.of("-Xmx64m"), Map.of(), "analyse", data.toString(), "--json", "-"))
                .as(Told.text(err()))
                .isZero();
        assertThat(Told.json(out()).get("arms").get("1").get("patients").asInt())
                .isEqualTo(50_000);
        assertThat(err()).isEmptyFile();

        Files.writeString(data, content.append("x,1,1\n"));
        assertThat(run(List.of(), Map.of("LC_ALL", "POSIX"), "analyse", data.toString()))
                .isEqualTo(2);
        assertThat(out()).isEmptyFile();
        assertThat(Told.text(err()).lines()).hasSize(2);
        assertThat(Told.text(err())).contains("data.csv:100002:1: time: must be a number, was 'x'");
    }

    @Test
    void too_little_memory_is_told_in_one_line() throws IOException, InterruptedException {
        assertThat(run(
                        List.of("-Xmx64m"),
                        Map.of(),
                        "run",
                        Told.BASE,
                        "--set",
                        "enrolment={patients: 1000000, duration: 18}"))
                .isEqualTo(2);
        assertThat(Told.text(err()).lines()).hasSize(1);
        assertThat(Told.text(err())).contains("out of memory");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void progress_is_drawn_on_a_terminal_alone_and_leaves_nothing_behind(boolean terminal)
            throws IOException, InterruptedException {
        Process process = start(
                List.of("-Dequipoise.terminal=" + terminal),
                Map.of(),
                "run",
                Told.BASE,
                "--replicates",
                "1000000000",
                "--json",
                "-");
        assumeTrue(!isIgnored(process, "TERM"));
        Thread.sleep(3000);
        send("TERM", process);
        assertThat(end(process)).isEqualTo(ExitStatus.INTERRUPTED);
        assertThat(Told.json(Told.text(out())).get("trial").asString()).isEqualTo("HAIC-TACE-176");
        String err = Told.text(err());
        if (terminal) {
            assertThat(err).contains("Replicates").contains("\r");
        } else {
            assertThat(err).doesNotContain("\r").startsWith("Interrupted: ");
        }
    }
}
