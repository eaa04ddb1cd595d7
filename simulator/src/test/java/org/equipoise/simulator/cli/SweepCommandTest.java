package org.equipoise.simulator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** {@code equipoise sweep}, run within the test. */
class SweepCommandTest {
    private static final String RATIO = "endpoints.PFS.model.HAIC.hazardRatio";
    private static final String PATIENTS = "enrolment.patients";

    @TempDir
    private Path directory;

    private Path sweep = Path.of("");
    private Path out = Path.of("");

    @BeforeEach
    void writeSweep() throws IOException {
        out = directory.resolve("out");
        sweep = Files.writeString(directory.resolve("sweep.yaml"), """
                sweep: small
                base: %s
                expect: {duration: {atMost: 60}}
                vary:
                  %s: [0.60, 0.62]
                  %s: [150, 176]
                """.formatted(
                        Path.of(Told.BASE).toAbsolutePath().normalize(), RATIO, PATIENTS));
    }

    private Told sweep(String... more) {
        List<String> arguments = new ArrayList<>(List.of("sweep", sweep.toString(), "--out", out.toString()));
        arguments.addAll(List.of("--replicates", "2000"));
        arguments.addAll(List.of(more));
        return Told.by(arguments.toArray(String[]::new));
    }

    private List<Map<String, String>> csv() {
        List<String> lines = Told.text(out.resolve("results.csv")).lines().toList();
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            Map<String, String> row = new LinkedHashMap<>();
            String[] cells = line.split(",", -1);
            for (String name : lines.get(0).split(",")) {
                row.put(name, cells[row.size()]);
            }
            rows.add(row);
        }
        return rows;
    }

    @Test
    void each_row_equals_what_run_tells_with_the_same_values() {
        Told told = sweep("--seed", "77");
        assertThat(told.status()).as(told.err()).isZero();
        assertThat(told.err()).isEmpty();
        List<Map<String, String>> rows = csv();
        assertThat(rows).extracting(row -> row.get(RATIO)).containsExactly("0.60", "0.60", "0.62", "0.62");
        assertThat(rows).extracting(row -> row.get(PATIENTS)).containsExactly("150", "176", "150", "176");
        for (Map<String, String> row : rows) {
            JsonNode run = Told.by(
                            "run",
                            Told.BASE,
                            "--set",
                            RATIO + "=" + row.get(RATIO),
                            "--set",
                            PATIENTS + "=" + row.get(PATIENTS),
                            "--replicates",
                            "2000",
                            "--seed",
                            "77",
                            "--json",
                            "-")
                    .json();
            assertEquals(row, "power", run.get("power").get("estimate"));
            assertEquals(row, "powerStandardError", run.get("power").get("standardError"));
            assertEquals(row, "powerHigh", run.get("power").get("high"));
            assertEquals(row, "events", run.get("looks").get(0).get("events").get("estimate"));
            assertEquals(
                    row,
                    "calendarTime",
                    run.get("looks").get(0).get("calendarTime").get("estimate"));
            assertEquals(row, "durationStandardError", run.get("duration").get("standardError"));
            assertEquals(row, "dropouts", run.get("dropouts").get("estimate"));
            assertThat(row)
                    .containsEntry("scenarioHash", run.get("scenarioHash").asString());
            assertThat(row).containsEntry("replicates", "2000").containsEntry("seed", "77");
        }
    }

    private static void assertEquals(Map<String, String> row, String column, JsonNode told) {
        assertThat(Double.parseDouble(row.get(column))).as(column).isEqualTo(told.asDouble());
    }

    @Test
    void a_finished_sweep_has_nothing_to_do() {
        assertThat(sweep().out()).doesNotContain("nothing to do");
        String csv = Told.text(out.resolve("results.csv"));
        Told again = sweep();
        assertThat(again.status()).isZero();
        assertThat(again.out()).contains("nothing to do").contains("0.62");
        assertThat(again.err()).isEmpty();
        assertThat(Told.text(out.resolve("results.csv"))).isEqualTo(csv);
        assertThat(sweep("--json", "-").json().get("nothingToDo").asBoolean()).isTrue();
        assertThat(csv()).extracting(row -> row.get("analyticPower")).containsOnly("");
        sweep("--analytic");
        sweep();
        assertThat(csv())
                .filteredOn(row -> row.get(PATIENTS).equals("176"))
                .extracting(row -> Double.parseDouble(row.get("analyticPower")))
                .hasSize(2)
                .allMatch(power -> power > 0.7 && power < 0.9);
    }

    @Test
    void the_document_tells_what_the_table_tells() {
        JsonNode document = sweep("--json", "-").json();
        assertThat(document.get("sweep").asString()).isEqualTo("small");
        assertThat(document.get("complete").asBoolean()).isTrue();
        List<Map<String, String>> rows = csv();
        assertThat(document.get("scenarios")).hasSize(4);
        for (int i = 0; i < 4; i++) {
            JsonNode scenario = document.get("scenarios").get(i);
            assertEquals(rows.get(i), PATIENTS, scenario.get("values").get(PATIENTS));
            assertEquals(rows.get(i), "power", scenario.get("figures").get("power"));
            assertThat(scenario.get("figures").get("typeIError").isNull()).isTrue();
        }
    }

    @Test
    void the_store_and_the_parquet_file_can_be_asked_in_SQL() throws SQLException {
        assertThat(sweep("--parquet").status()).isZero();
        List<Map<String, String>> rows = csv();
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + out.resolve("sweep.duckdb"));
                Statement statement = connection.createStatement()) {
            for (String table : List.of("results", "'" + out.resolve("results.parquet") + "'")) {
                ResultSet results = statement.executeQuery("SELECT * FROM " + table);
                for (Map<String, String> row : rows) {
                    assertThat(results.next()).isTrue();
                    for (String column : List.of(RATIO, PATIENTS, "power", "calendarTime", "replicates")) {
                        assertThat(results.getDouble(column)).isEqualTo(Double.parseDouble(row.get(column)));
                    }
                    assertThat(results.getObject("typeIError")).isNull();
                    assertThat(results.getString("expectations")).isEqualTo("met");
                    assertThat(results.getString("scenarioHash")).isEqualTo(row.get("scenarioHash"));
                }
                assertThat(results.next()).isFalse();
            }
            ResultSet looks = statement.executeQuery(
                    "SELECT count(*), avg(cumulativeRejected) FROM lookResult JOIN comparisonResult"
                            + " USING (scenarioHash, look, cumulativeRejected)");
            assertThat(looks.next()).isTrue();
            assertThat(looks.getInt(1)).isEqualTo(4);
            assertThat(looks.getDouble(2)).isBetween(0.6, 0.9);
        }
    }

    @Test
    void a_changed_sweep_is_refused_with_status_2_until_told_what_to_keep() throws IOException {
        sweep();
        Files.writeString(sweep, Told.text(sweep).replace("150, 176", "150, 180"));
        Told refused = sweep();
        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err())
                .contains("enrolment.patients: new 180", "no longer 176", "--changed keep", "2 of its 4 scenarios")
                .doesNotContain("Exception");
        Told kept = sweep("--changed", "keep");
        assertThat(kept.status()).as(kept.err()).isZero();
        assertThat(csv()).extracting(row -> row.get(PATIENTS)).containsExactly("150", "180", "150", "180");
        assertThat(sweep("--changed", "perhaps").err()).contains("--changed", "[REFUSE, KEEP, RECOMPUTE]");
    }

    @Test
    void what_cannot_be_is_refused_and_nothing_is_written() throws IOException {
        assertThat(Told.by("sweep", sweep.toString()).err()).contains("--out");
        assertThat(sweep("--threads", "0").err()).contains("--threads: must be from 1");
        Told fault = sweep("--seed", "x");
        assertThat(fault.status()).isEqualTo(2);
        assertThat(fault.err()).contains("--seed x: simulation.seed: expected a whole number");
        assertThat(out).doesNotExist();
        Path file = Files.createFile(out);
        assertThat(sweep().err()).contains("--out: '" + file + "' is a file; name a directory");
        assertThat(file).isEmptyFile();
    }

    @Test
    void an_interrupted_sweep_says_how_to_go_on() {
        Interruption interruption = new Interruption();
        interruption.request();
        Told told = Told.by(interruption, "sweep", sweep.toString(), "--out", out.toString());
        assertThat(told.status()).isEqualTo(3);
        assertThat(told.err())
                .startsWith("Interrupted: 0 of 4 scenarios are done")
                .contains("Started again");
        assertThat(csv()).isEmpty();
    }
}
