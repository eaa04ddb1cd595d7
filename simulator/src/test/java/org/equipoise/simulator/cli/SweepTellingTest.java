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
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** How sweeps are told, and what becomes of what their scenarios expect. */
class SweepTellingTest {
    private static final String RATIO = "endpoints.PFS.model.HAIC.hazardRatio";

    @TempDir
    private Path directory;

    private Told sweep(String body, String... more) throws IOException {
        Path file = directory.resolve("sweep.yaml");
        Files.writeString(
                file,
                "sweep: told\nbase: " + Path.of(Told.BASE).toAbsolutePath() + "\n"
                        + "set: {simulation: {replicates: 2000, seed: 5233358, estimates: none}}\n" + body);
        List<String> arguments = new ArrayList<>(List.of(
                "sweep", file.toString(), "--out", directory.resolve("out").toString()));
        arguments.addAll(List.of(more));
        Told told = Told.by(arguments.toArray(String[]::new));
        assertThat(told.lines())
                .allMatch(line -> line.length() <= 100 || told.out().startsWith("{"));
        return told;
    }

    /** The page, without what differs between machines. */
    private String page(Told told) {
        return told.out()
                .replaceFirst("· \\d+\\.\\d s\\R", "· … s\n")
                .replace(directory.toString(), "DIRECTORY")
                .replace('\\', '/');
    }

    @Test
    void the_pages_are_as_agreed() throws IOException {
        Told few = sweep("vary: {" + RATIO + ": [0.55, 0.60, 0.62, 0.65, 0.70, 1.0]}\n");
        TextTest.agreed("sweep-one-way.txt", page(few));
        Told twoWay = sweep(
                "vary: {" + RATIO + ": [0.55, 0.62, 0.70], endpoints.PFS.model.TACE.median: [5.8, 6.5]}\n",
                "--changed",
                "keep");
        TextTest.agreed("sweep-two-way.txt", page(twoWay));
        Told many = sweep(
                "vary: {" + RATIO + ": [0.55, 0.60, 0.65, 0.70], analysis.looks.0.events: [80, 137],"
                        + " dropout.all.probability: [0.02, 0.10], enrolment.patients: [160, 176]}\n"
                        + "expect: {power: {atLeast: 0.6}}\n",
                "--changed",
                "keep");
        assertThat(many.status()).isEqualTo(1);
        TextTest.agreed("sweep-many.txt", page(many));
    }

    @Test
    void what_matters_is_what_was_made_to_matter() throws IOException {
        Told told = sweep(
                "vary: {" + RATIO + ": [0.55, 0.62, 0.70], dropout.all.probability: [0.02, 0.03]}\n", "--json", "-");
        JsonNode shares = told.json().get("sensitivity").get("shares");
        assertThat(shares.get(0).get("paths").get(0).asString()).isEqualTo(RATIO);
        assertThat(shares.get(0).get("alone").asDouble()).isGreaterThan(0.98);
        assertThat(shares.get(1).get("inAll").asDouble()).isLessThan(0.02);
        JsonNode scenarios = told.json().get("scenarios");
        assertThat(scenarios.get(5).get("powerLessHighest").get("beyondNoise").asBoolean())
                .isTrue();
        assertThat(scenarios.get(5).get("powerLessHighest").get("paired").asBoolean())
                .isTrue();
    }

    @Test
    void a_sample_is_told_by_ranks() throws IOException {
        Told told = sweep(
                "sample: {points: 24, of: {" + RATIO + ": {from: 0.5, to: 0.9}, dropout.all.probability:"
                        + " {from: 0.02, to: 0.04}}}\n",
                "--replicates",
                "600",
                "--json",
                "-");
        assertThat(told.status()).as(told.err()).isZero();
        JsonNode sensitivity = told.json().get("sensitivity");
        assertThat(sensitivity.get("method").asString()).isEqualTo("rank regression");
        assertThat(sensitivity.get("shares").get(0).get("paths").get(0).asString())
                .isEqualTo(RATIO);
        assertThat(sensitivity.get("explained").asDouble()).isGreaterThan(0.9);
    }

    @Test
    void each_scenario_is_checked_and_the_table_of_results_tells_it() throws IOException {
        String body = "vary: {" + RATIO + ": [0.5, 0.62, 1.0]}\n"
                + "expect: {power: {atLeast: 0.79}, typeIError: {atMost: 0.04}}\n";
        Told told = sweep(body, "--json", "-");
        assertThat(told.status()).as(told.err()).isEqualTo(1);
        Map<String, String> verdicts = new TreeMap<>();
        told.json()
                .get("scenarios")
                .forEach(scenario -> scenario.get("expectations")
                        .forEach(each -> verdicts.put(
                                scenario.get("values").get(RATIO).asString() + " "
                                        + each.get("figure").asString(),
                                each.get("verdict").asString())));
        assertThat(verdicts)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "0.5 power", "met",
                        "0.5 typeIError", "met",
                        "0.62 power", "undecided",
                        "0.62 typeIError", "met",
                        "1.0 power", "notMet",
                        "1.0 typeIError", "met"));
        List<String> csv = Files.readAllLines(directory.resolve("out").resolve("results.csv"));
        assertThat(csv.get(0)).endsWith(",expectations");
        assertThat(csv).hasSize(4);
        assertThat(csv.get(1)).endsWith(",met");
        assertThat(csv.get(2)).endsWith(",undecided");
        assertThat(csv.get(3)).endsWith(",notMet");
        Told again = sweep(body.replace("0.79", "0.01"));
        assertThat(again.status()).as(again.err()).isZero();
        assertThat(again.out()).contains("nothing to do");
        assertThat(Files.readAllLines(directory.resolve("out").resolve("results.csv")))
                .filteredOn(line -> line.endsWith(",met"))
                .hasSize(3);
    }

    @Test
    void decide_goes_on_until_every_scenario_is_decided() throws IOException {
        String body = "vary: {" + RATIO + ": [0.62, 1.0]}\nexpect: {power: {atLeast: 0.77}}\n";
        Told once = sweep(body);
        assertThat(once.err())
                .contains("the expectations of 1 scenario are undecided")
                .contains("--decide");
        Told refused = sweep(body, "--decide");
        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.err())
                .contains("expectations are decided with up to 200,000 replicates (--decide), were checked once")
                .contains("--changed keep");
        Told decided = sweep(body, "--decide", "--changed", "keep", "--json", "-");
        assertThat(decided.status()).as(decided.err()).isEqualTo(1);
        assertThat(decided.err()).isEmpty();
        JsonNode first = decided.json().get("scenarios").get(0);
        JsonNode run = Told.by(
                        "run",
                        Told.BASE,
                        "--decide",
                        "--set",
                        "simulation={replicates: 2000, seed: 5233358, estimates: none}",
                        "--set",
                        "expect={power: {atLeast: 0.77}}",
                        "--json",
                        "-")
                .json();
        assertThat(first.get("expectations")).isEqualTo(run.get("expectations"));
        assertThat(first.get("expectations").get(0).get("replicates").asLong()).isGreaterThan(4000);
        Told again = sweep(body, "--decide");
        assertThat(again.out())
                .contains("nothing to do")
                .contains(
                        "Expectations by 99.38 % limits, wide enough for every look that --decide may take: met in 1");
        assertThat(sweep(body, "--changed", "keep").out()).contains("nothing to do");
    }

    @Test
    void a_gate_does_not_pass_on_doubt() throws IOException {
        Told doubt = sweep(
                "vary: {" + RATIO + ": [0.62]}\nexpect: {power: {atLeast: 0.7943}}\n", "--decide", "--most", "4000");
        assertThat(doubt.status()).isEqualTo(1);
        assertThat(doubt.err()).contains("1 scenario are undecided").contains("raise --most");
        assertThat(sweep("vary: {" + RATIO + ": [0.62]}\n", "--decide").err())
                .contains("no scenario of the sweep expects anything");
    }

    @Test
    void the_type_one_error_of_a_scenario_is_that_of_its_run() throws IOException {
        Told told = sweep("vary: {" + RATIO + ": [0.5]}\nexpect: {typeIError: {atMost: 0.04}}\n", "--json", "-");
        JsonNode run = Told.by(
                        "run",
                        Told.BASE,
                        "--null",
                        "--set",
                        "simulation={replicates: 2000, seed: 5233358, estimates: none}",
                        "--set",
                        RATIO + "=0.5",
                        "--json",
                        "-")
                .json();
        assertThat(told.json()
                        .get("scenarios")
                        .get(0)
                        .get("expectations")
                        .get(0)
                        .get("estimate"))
                .isEqualTo(run.get("power").get("estimate"));
    }

    /** The statements of the guide, and the version in the header of the file, which readers of two years ago know. */
    @Test
    void the_store_is_read_with_sql() throws IOException, SQLException {
        sweep("vary: {" + RATIO + ": [0.55, 0.62], enrolment.patients: [160, 176]}\n", "--replicates", "300");
        Path store = directory.resolve("out").resolve("sweep.duckdb");
        assertThat(Files.readAllBytes(store)[12]).as("storage version").isBetween((byte) 64, (byte) 66);
        Properties settings = new Properties();
        settings.setProperty("duckdb.read_only", "true");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + store, settings);
                Statement statement = connection.createStatement()) {
            assertThat(rows(statement, """
                            SELECT "enrolment.patients" AS patients, min(power) AS worst, avg(duration) AS duration
                            FROM results GROUP BY ALL ORDER BY ALL""")).isEqualTo(2);
            assertThat(rows(statement, """
                            SELECT number, look, calendarTime, events, cumulativeRejected
                            FROM grid JOIN lookResult USING (scenarioHash) ORDER BY ALL""")).isEqualTo(4);
        }
    }

    private static int rows(Statement statement, String sql) throws SQLException {
        int number = 0;
        try (ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                number++;
            }
        }
        return number;
    }
}
