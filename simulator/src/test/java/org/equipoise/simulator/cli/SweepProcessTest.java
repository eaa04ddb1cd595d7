package org.equipoise.simulator.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Sweeps as processes: killed, interrupted, two at a time, on a disk that is full. */
@Tag("slow")
@EnabledOnOs({OS.LINUX, OS.MAC})
class SweepProcessTest {
    private static final int PATIENCE_SECONDS = 120;
    private static final String MOST_REPLICATES = "12000";

    @TempDir
    private Path directory;

    private Path sweep = Path.of("");

    /** 24 scenarios of a group-sequential trial. */
    @BeforeEach
    void writeSweep() throws IOException {
        sweep = Files.writeString(directory.resolve("sweep.yaml"), """
                sweep: killed
                base: %s
                vary:
                  endpoints.PFS.model.HAIC.hazardRatio: [0.55, 0.60, 0.62, 0.65, 0.70, 1.0]
                  endpoints.PFS.model.TACE.median: [5.8, 6.5]
                  enrolment.patients: [160, 176]
                expect: {power: {atLeast: 0.001}}
                """.formatted(
                Told.CONFIGS.resolve("haic-tace-gs.yaml").toAbsolutePath().normalize()));
    }

    private Path directory(String name) {
        return directory.resolve(name);
    }

    private List<String> arguments(Path out, String replicates) {
        return List.of("sweep", sweep.toString(), "--out", out.toString(), "--replicates", replicates);
    }

    private static List<String> java(List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Equipoise.class.getName()));
        if (Runtime.version().feature() >= 24) {
            // The jar says so in its manifest; from a class path newer Java warns of DuckDB's library.
            command.add(1, "--enable-native-access=ALL-UNNAMED");
        }
        command.addAll(arguments);
        return command;
    }

    private Process start(List<String> command) throws IOException {
        return new ProcessBuilder(command)
                .redirectOutput(directory("stdout").toFile())
                .redirectError(directory("stderr").toFile())
                .start();
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

    /** Everything that a store says of its scenarios, to the bit. */
    private static List<String> content(Path out) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + out.resolve("sweep.duckdb"));
                Statement statement = connection.createStatement()) {
            for (String table : List.of(
                    "(SELECT number, scenarioHash FROM grid)",
                    "assumption",
                    "verdict",
                    "(SELECT * REPLACE (hex(state) AS state) FROM progress)",
                    "scenarioResult",
                    "lookResult",
                    "comparisonResult")) {
                ResultSet all = statement.executeQuery("SELECT * FROM " + table + " ORDER BY ALL");
                while (all.next()) {
                    StringBuilder row = new StringBuilder(table);
                    for (int c = 1; c <= all.getMetaData().getColumnCount(); c++) {
                        row.append(' ').append(all.getString(c));
                    }
                    rows.add(row.toString());
                }
            }
        }
        return rows;
    }

    private Path undisturbed(String replicates) {
        Path out = directory("undisturbed");
        Told told = Told.by(arguments(out, replicates).toArray(String[]::new));
        assertThat(told.status()).as(told.err()).isZero();
        return out;
    }

    @Test
    void killed_ten_times_it_ends_bit_by_bit_as_if_it_never_had_been()
            throws IOException, InterruptedException, SQLException {
        SplittableRandom random = new SplittableRandom(20261122);
        Path out = directory("killed");
        List<String> rowsSeen = new ArrayList<>();
        for (int kill = 0; kill < 10; kill++) {
            Process process = start(java(arguments(out, MOST_REPLICATES)));
            try {
                if (kill > 0) {
                    awaitWork(out, process);
                }
                Thread.sleep(random.nextInt(kill == 0 ? 1500 : 600));
            } finally {
                process.destroyForcibly().waitFor();
            }
            rowsSeen.add(Integer.toString(rows(out)));
        }
        assertThat(rowsSeen).as("scenarios finished after each kill").isSortedAccordingTo(SweepProcessTest::asNumbers);
        assertThat(end(start(java(arguments(out, MOST_REPLICATES)))))
                .as(Told.text(directory("stderr")))
                .isZero();
        Path undisturbed = undisturbed(MOST_REPLICATES);
        assertThat(out.resolve("results.csv")).hasSameTextualContentAs(undisturbed.resolve("results.csv"));
        assertThat(content(out)).hasSizeGreaterThan(24 * 5).isEqualTo(content(undisturbed));
        try (Stream<Path> files = Files.list(out)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("sweep.duckdb", "results.csv");
        }
    }

    private static int asNumbers(String a, String b) {
        return Integer.compare(Integer.parseInt(a), Integer.parseInt(b));
    }

    private static int rows(Path out) {
        Path csv = out.resolve("results.csv");
        return Files.exists(csv) ? (int) Told.text(csv).lines().count() - 1 : 0;
    }

    /** Until the store is open, when results.csv is written anew. */
    private static void awaitWork(Path out, Process process) throws IOException, InterruptedException {
        Path csv = out.resolve("results.csv");
        long begun = System.currentTimeMillis();
        while (process.isAlive()
                && (!Files.exists(csv) || Files.getLastModifiedTime(csv).toMillis() < begun)) {
            Thread.sleep(10);
        }
    }

    @Test
    void a_request_to_end_keeps_what_is_done_and_the_next_start_goes_on()
            throws IOException, InterruptedException, SQLException {
        Path out = directory("ended");
        Process process = start(java(arguments(out, MOST_REPLICATES)));
        awaitWork(out, process);
        Thread.sleep(200);
        process.destroy();
        assertThat(end(process)).isEqualTo(ExitStatus.INTERRUPTED);
        assertThat(Told.text(directory("stderr")).lines())
                .singleElement()
                .asString()
                .startsWith("Interrupted: ")
                .contains("of 24 scenarios are done");
        assertThat(content(out)).filteredOn(row -> row.contains("progress")).isNotEmpty();
        assertThat(end(start(java(arguments(out, MOST_REPLICATES))))).isZero();
        assertThat(rows(out)).isEqualTo(24);
    }

    @Test
    void a_second_process_is_refused_and_the_table_can_be_read_meanwhile() throws IOException, InterruptedException {
        Path out = directory("shared");
        Process first = start(java(arguments(out, "100000000")));
        try {
            awaitWork(out, first);
            Told second = Told.by(arguments(out, "100000000").toArray(String[]::new));
            assertThat(second.status()).isEqualTo(2);
            assertThat(second.err().lines())
                    .singleElement()
                    .asString()
                    .contains("sweep.duckdb' is in use by another process (" + first.pid() + ")");
            assertThat(rows(out)).isZero();
        } finally {
            first.destroyForcibly().waitFor();
        }
    }

    /** In a file system of its own, made in a name space of its own, where the system allows that. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void a_full_disk_keeps_what_was_written_and_room_lets_it_go_on() throws IOException, InterruptedException {
        Path disk = Files.createDirectory(directory("disk"));
        assumeTrue(canMount(disk), "no file system can be mounted here");
        Path out = disk.resolve("out");
        String script = """
                mount -t tmpfs -o size=$1 tmpfs "$2"; shift 2; disk=$1; shift
                "$@"; echo "first $?"
                mount -o remount,size=64m "$disk"
                "$@"; echo "second $?"
                cp "$disk/out/results.csv" "$disk/../full.csv"
                """;
        Path undisturbed = undisturbed("4000");
        // Too little to make a store, and too little to fill it.
        for (String size : List.of("600k", "1500k")) {
            List<String> command =
                    new ArrayList<>(List.of("unshare", "-rm", "sh", "-c", script, "sh", size, disk.toString()));
            command.add(disk.toString());
            command.addAll(java(arguments(out, "4000")));
            assertThat(end(start(command))).as(Told.text(directory("stderr"))).isZero();
            assertThat(Told.text(directory("stdout"))).contains("first 2\n", "second 0\n");
            assertThat(Told.text(directory("stderr")).lines())
                    .singleElement()
                    .asString()
                    .contains("there is no space left for", "Make room and start again");
            assertThat(directory("full.csv")).hasSameTextualContentAs(undisturbed.resolve("results.csv"));
        }
    }

    private static boolean canMount(Path disk) throws IOException, InterruptedException {
        try {
            return new ProcessBuilder("unshare", "-rm", "mount", "-t", "tmpfs", "tmpfs", disk.toString())
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
