package org.equipoise.simulator.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.equipoise.simulator.reading.ReadSweep;
import org.equipoise.simulator.reading.SweepCase;
import org.equipoise.simulator.sweep.store.ChangePolicy;
import org.equipoise.simulator.sweep.store.StoreFaultException;
import org.equipoise.simulator.sweep.store.SweepDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The store of a sweep: goes on where it ended, keeps what it has, and says so when it cannot. */
class SweepDirectoryTest {
    @TempDir
    private Path directory;

    private static ReadSweep patients(int replicates, int... patients) {
        List<SweepCase> cases = Arrays.stream(patients)
                .mapToObj(number -> new SweepCase(
                        List.of(Integer.toString(number)),
                        SweepTest.config(
                                "haic-tace-176.yaml",
                                "simulation.replicates=" + replicates,
                                "enrolment.patients=" + number)))
                .toList();
        return ReadSweep.of("patients", List.of("enrolment.patients"), cases);
    }

    private SweepResults run(ReadSweep sweep, ChangePolicy policy) {
        try (SweepDirectory store = SweepDirectory.open(directory, sweep, policy)) {
            return Sweep.of(sweep).withThreads(2).run(store);
        }
    }

    private SweepResults run(ReadSweep sweep) {
        return Sweep.of(sweep).withThreads(2).run(directory);
    }

    private boolean isComplete(ReadSweep sweep) {
        try (SweepDirectory store = SweepDirectory.open(directory, sweep, ChangePolicy.REFUSE)) {
            return store.isComplete();
        }
    }

    private String csv() throws IOException {
        return Files.readString(directory.resolve("results.csv"));
    }

    @Test
    void interrupted_again_and_again_it_ends_as_if_it_never_had_been() throws IOException {
        endsAsIfNeverInterrupted(SweepTest.allKinds());
    }

    @Test
    void interrupted_while_it_decides_it_ends_as_if_it_never_had_been() throws IOException {
        endsAsIfNeverInterrupted(SweepTest.deciding());
        assertThat(csv().lines().map(line -> line.substring(line.lastIndexOf(',') + 1)))
                .containsExactly("expectations", "met", "notMet", "undecided", "");
    }

    private void endsAsIfNeverInterrupted(ReadSweep sweep) throws IOException {
        SweepResults whole = Sweep.of(sweep).run();
        SplittableRandom random = new SplittableRandom(99);
        int starts = 0;
        for (boolean complete = false; !complete; starts++) {
            AtomicInteger asked = new AtomicInteger();
            int patience = 1 + random.nextInt(7);
            try (SweepDirectory store = SweepDirectory.open(directory, sweep, ChangePolicy.REFUSE)) {
                complete = Sweep.of(sweep)
                        .withThreads(1 + random.nextInt(3))
                        .withCancellation(() -> asked.incrementAndGet() > patience)
                        .run(store)
                        .isComplete();
            }
        }
        assertThat(starts).isGreaterThan(2);
        assertThat(run(sweep)).isEqualTo(whole);
        assertThat(csv().lines().skip(1)).hasSize(sweep.cases().size());
    }

    @Test
    void verdicts_stand_beside_results_from_the_first_row_on() throws IOException {
        ReadSweep sweep = SweepTest.deciding();
        List<String> seen = new ArrayList<>();
        for (boolean complete = false; !complete; ) {
            AtomicInteger asked = new AtomicInteger();
            try (SweepDirectory store = SweepDirectory.open(directory, sweep, ChangePolicy.REFUSE)) {
                complete = Sweep.of(sweep)
                        .withThreads(1)
                        .withCancellation(() -> asked.incrementAndGet() > 2)
                        .run(store)
                        .isComplete();
            }
            seen.addAll(column("expectations"));
            assertThat(csv().lines().skip(1).map(line -> line.substring(line.lastIndexOf(',') + 1)))
                    .containsExactlyElementsOf(column("expectations"));
        }
        assertThat(seen).hasSizeGreaterThan(4).startsWith("met").endsWith("met", "notMet", "undecided", "");
    }

    private List<String> column(String name) {
        List<String> cells = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + directory.resolve("sweep.duckdb"));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT coalesce(" + name + ", '') FROM results")) {
            while (rows.next()) {
                cells.add(rows.getString(1));
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        return cells;
    }

    @Test
    void what_is_finished_is_not_simulated_again() throws IOException {
        ReadSweep sweep = patients(500, 150, 160);
        SweepResults first = run(sweep);
        String csv = csv();
        assertThat(isComplete(sweep)).isTrue();
        AtomicLong told = new AtomicLong();
        try (SweepDirectory store = SweepDirectory.open(directory, sweep, ChangePolicy.REFUSE)) {
            SweepResults again = Sweep.of(sweep)
                    .withProgress((done, planned) -> told.incrementAndGet())
                    .run(store);
            assertThat(again).isEqualTo(first);
        }
        assertThat(told).hasValue(0);
        assertThat(csv()).isEqualTo(csv);
        assertThat(directory.toFile().list()).containsExactlyInAnyOrder("sweep.duckdb", "results.csv");
    }

    @Test
    void the_csv_has_a_row_for_each_scenario_in_the_order_of_the_grid() throws IOException {
        SweepResults results = run(patients(300, 176, 150, 160));
        List<String> lines = csv().lines().toList();
        assertThat(lines.get(0))
                .startsWith("enrolment.patients,power,powerStandardError,powerLow,powerHigh,events,")
                .endsWith(",replicates,seed,scenarioHash,version,expectations");
        assertThat(lines.subList(1, 4)).extracting(line -> line.split(",")[0]).containsExactly("176", "150", "160");
        for (int i = 0; i < 3; i++) {
            List<String> cells = List.of(lines.get(i + 1).split(",", -1));
            assertThat(cells).hasSameSizeAs(lines.get(0).split(","));
            for (int c = 0; c < results.rows().get(i).result().figures().size(); c++) {
                String cell = cells.get(c + 1);
                assertThat(cell.isEmpty() ? Double.NaN : Double.parseDouble(cell))
                        .isEqualTo(results.rows().get(i).result().figures().get(c));
            }
        }
    }

    @Test
    void a_changed_sweep_is_explained_and_nothing_is_touched() throws IOException {
        run(patients(300, 150, 160));
        String csv = csv();
        assertThatThrownBy(() -> run(patients(300, 160, 170, 180)))
                .isInstanceOf(StoreFaultException.class)
                .hasMessageContaining("enrolment.patients: new 170, 180")
                .hasMessageContaining("enrolment.patients: no longer 150")
                .hasMessageContaining("1 of its 3 scenarios are the same, 2 are new or changed; 1 of the store are not")
                .hasMessageContaining("--changed keep")
                .hasMessageContaining("Nothing was done.");
        assertThatThrownBy(() -> run(patients(400, 150, 160)))
                .isInstanceOf(StoreFaultException.class)
                .hasMessageContaining("simulation.replicates: 400, was 300")
                .hasMessageContaining("0 of its 2 scenarios are the same");
        assertThat(csv()).isEqualTo(csv);
        assertThat(isComplete(patients(300, 150, 160))).isTrue();
    }

    @Test
    void a_changed_sweep_can_keep_what_is_the_same_and_nothing_is_lost() throws IOException {
        SweepResults before = run(patients(300, 150, 160));
        ReadSweep changed = patients(300, 160, 170);
        try (SweepDirectory store = SweepDirectory.open(directory, changed, ChangePolicy.KEEP)) {
            assertThat(csv().lines()).hasSize(2);
            SweepResults results = Sweep.of(changed).run(store);
            assertThat(results.rows().get(0)).isEqualTo(before.rows().get(1));
            assertThat(results).isEqualTo(Sweep.of(changed).run());
        }
        assertThat(csv().lines()).hasSize(3);
        assertThat(run(patients(300, 150, 160), ChangePolicy.KEEP)).isEqualTo(before);
        assertThat(run(patients(300, 160, 150, 170), ChangePolicy.RECOMPUTE).rows())
                .hasSize(3);
    }

    @Test
    void two_at_a_time_are_refused() {
        ReadSweep sweep = patients(300, 150);
        try (SweepDirectory store = SweepDirectory.open(directory, sweep, ChangePolicy.REFUSE)) {
            assertThatThrownBy(() -> run(sweep))
                    .isInstanceOf(StoreFaultException.class)
                    .hasMessageContaining("is in use");
            assertThat(store.isComplete()).isFalse();
        }
        assertThat(run(sweep).isComplete()).isTrue();
    }

    @Test
    void a_damaged_store_is_noticed_and_left_as_it_is() throws IOException {
        ReadSweep sweep = patients(300, 150, 160);
        run(sweep);
        Path file = directory.resolve("sweep.duckdb");
        byte[] whole = Files.readAllBytes(file);
        SplittableRandom random = new SplittableRandom(5);
        byte[] noise = new byte[5000];
        random.nextBytes(noise);
        List<byte[]> damaged = List.of(
                new byte[0],
                noise,
                Arrays.copyOf(whole, whole.length / 2),
                Arrays.copyOf(whole, 4096),
                flipped(whole, 20));
        for (byte[] content : damaged) {
            Files.write(file, content);
            assertThatThrownBy(() -> run(sweep))
                    .isInstanceOf(StoreFaultException.class)
                    .hasMessageContaining("sweep.duckdb' is damaged, or no store of a sweep")
                    .hasMessageContaining("move its directory away and start again");
            assertThat(Files.readAllBytes(file)).isEqualTo(content);
        }
        Files.write(file, whole);
        assertThat(isComplete(sweep)).isTrue();
    }

    /** Somewhere in each page. */
    private static byte[] flipped(byte[] whole, int seed) {
        byte[] content = whole.clone();
        SplittableRandom random = new SplittableRandom(seed);
        IntStream.iterate(8192, from -> from + 4096 < content.length, from -> from + 4096)
                .forEach(from -> content[from + random.nextInt(4096)] ^= 0x10);
        return content;
    }

    @Test
    void a_table_without_its_store_is_not_overwritten() throws IOException {
        Files.writeString(directory.resolve("results.csv"), "mine\n");
        assertThatThrownBy(() -> run(patients(300, 150)))
                .isInstanceOf(StoreFaultException.class)
                .hasMessageContaining("but no sweep.duckdb that it could belong to");
        assertThat(csv()).isEqualTo("mine\n");
        assertThat(directory.toFile().list()).containsExactly("results.csv");
    }

    @Test
    void a_store_that_another_version_began_is_not_gone_on_with() throws IOException {
        // The version is that of the jar, and there is none here; so the store is told that it was another's.
        ReadSweep sweep = patients(300, 150, 160);
        AtomicInteger asked = new AtomicInteger();
        try (SweepDirectory store = SweepDirectory.open(directory, sweep, ChangePolicy.REFUSE)) {
            Sweep.of(sweep)
                    .withThreads(1)
                    .withCancellation(() -> asked.incrementAndGet() > 1)
                    .run(store);
        }
        sql("UPDATE progress SET version = '0.0.1'", "UPDATE scenarioResult SET version = '0.0.1'");
        assertThatThrownBy(() -> run(sweep))
                .isInstanceOf(StoreFaultException.class)
                .hasMessageContaining("has 1 scenarios of version 0.0.1 of the program; this is version development");
        SweepResults kept = run(sweep, ChangePolicy.KEEP);
        assertThat(kept.rows()).extracting(row -> row.result().version()).containsExactly("0.0.1", "development");
        assertThat(run(sweep)).isEqualTo(kept);
        assertThat(run(sweep, ChangePolicy.RECOMPUTE)).isEqualTo(Sweep.of(sweep).run());
    }

    private void sql(String... statements) {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + directory.resolve("sweep.duckdb"));
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
