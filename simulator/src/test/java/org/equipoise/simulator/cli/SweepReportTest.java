package org.equipoise.simulator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.equipoise.simulator.reading.ReadSweep;
import org.equipoise.simulator.reading.SweepReader;
import org.equipoise.simulator.sweep.Sweep;
import org.equipoise.simulator.sweep.store.ChangePolicy;
import org.equipoise.simulator.sweep.store.SweepDirectory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import tools.jackson.databind.JsonNode;

/** {@code equipoise report} of sweeps. */
class SweepReportTest {
    private static final String BASE =
            Path.of(Told.BASE).toAbsolutePath().normalize().toString();

    private static final String CROSSED = """
            sweep: crossed
            base: %s
            set: {simulation.replicates: 400}
            designs:
              late: {}
              early: {analysis: {looks: [{events: 90}]}}
            vary:
              endpoints.PFS.model.HAIC.hazardRatio: [0.50, 0.62, 1.0]
              endpoints.PFS.model.TACE.median: [5.8, 6.8]
            expect:
              power: {atLeast: 0.7}
            """.formatted(BASE);

    @TempDir
    private static Path shared;

    /** The report of the crossed sweep, for all who only read it. */
    private static String page = "";

    private static ParsedPage crossed = ParsedPage.of("<html/>");

    @TempDir
    private Path directory;

    @BeforeAll
    static void write() throws IOException {
        Path results = sweep(shared, CROSSED);
        page = report(
                shared,
                results.toString(),
                "--json",
                shared.resolve("report.json").toString());
        crossed = ParsedPage.of(page);
    }

    private static Path sweep(Path directory, String text) throws IOException {
        Path file = Files.writeString(directory.resolve("sweep.yaml"), text);
        Path results = directory.resolve("results");
        Told told = Told.by("sweep", file.toString(), "--out", results.toString());
        assertThat(told.status()).as(told.err()).isLessThan(2);
        return results;
    }

    private static String report(Path directory, String what, String... more) {
        Path out = directory.resolve("report.html");
        List<String> arguments = new ArrayList<>(List.of("report", what, "--out", out.toString()));
        arguments.addAll(List.of(more));
        Told told = Told.by(arguments.toArray(String[]::new));
        assertThat(told.status()).as(told.err()).isZero();
        return Told.text(out);
    }

    @Test
    void every_number_that_names_its_key_equals_the_json() {
        PageNumbers told = new PageNumbers(Told.json(shared.resolve("report.json")));
        assertThat(crossed.all("data"))
                .hasSizeGreaterThan(12 * 8)
                .allSatisfy(number -> assertThat(told.fault(number)).isEmpty());
    }

    @Test
    void its_own_json_is_that_of_the_sweep() {
        Path json = directory.resolve("sweep.json");
        Told.by(
                "sweep",
                shared.resolve("sweep.yaml").toString(),
                "--out",
                shared.resolve("results").toString(),
                "--json",
                json.toString());
        JsonNode own = Told.json(shared.resolve("report.json"));
        JsonNode told = Told.json(json);
        assertThat(own.get("scenarios")).isEqualTo(told.get("scenarios"));
        assertThat(own.get("sensitivity")).isEqualTo(told.get("sensitivity"));
        assertThat(own.get("sweepHash")).isEqualTo(told.get("sweepHash"));
    }

    @Test
    void the_heat_map_shows_the_powers_of_the_table_of_results() {
        List<String> rows = Told.text(shared.resolve("results").resolve("results.csv"))
                .lines()
                .skip(1)
                .toList();
        Element map = crossed.all("figure").get(0);
        assertThat(map.getAttribute("id")).isEqualTo("power-map");
        List<String> cells = ParsedPage.in(map, "td").stream()
                .map(Element::getTextContent)
                .filter(text -> text.matches("[01](\\.\\d+)?"))
                .toList();
        for (String row : rows) {
            double power = Double.parseDouble(row.split(",")[3]);
            assertThat(cells).anyMatch(cell -> Math.abs(Double.parseDouble(cell) - power) < 5.1e-5);
        }
    }

    @Test
    void it_has_the_charts_that_its_factors_ask_for_each_with_words_and_a_table() {
        assertThat(crossed.figures())
                .contains(
                        "power-map",
                        "type-one-error",
                        "what-matters",
                        "power-by-factor-1",
                        "power-by-factor-2",
                        "power-by-factor-3",
                        "power-duration",
                        "scenarios");
        for (Element figure : crossed.all("figure")) {
            String name = figure.getAttribute("id");
            assertThat(ParsedPage.in(figure, "td")).as(name).isNotEmpty();
            assertThat(ParsedPage.in(figure, "figcaption")).as(name).hasSize(1);
            assertThat(ParsedPage.in(figure, "svg").get(0).getAttribute("aria-label"))
                    .as(name)
                    .isNotBlank();
        }
        assertThat(crossed.texts("h2"))
                .containsExactly(
                        "Aims",
                        "Data-generating mechanisms",
                        "Estimands",
                        "Methods",
                        "Performance measures",
                        "All scenarios",
                        "Record");
    }

    @Test
    void the_page_is_one_file_that_refers_to_nothing_outside() {
        assertThat(page.length()).isLessThan(500_000);
        assertThat(page).doesNotContain("<script", "href=", "src=", "url(", "@import", "http://", "@font-face");
    }

    @Test
    void expectations_are_counted_and_told() {
        assertThat(crossed.texts("p")).anyMatch(text -> text.startsWith("Met in ") && text.contains("of 12 scenarios"));
        assertThat(crossed.texts("td")).contains("power at least 0.7", "not met");
    }

    @Test
    void the_record_names_hash_seed_and_a_check_value_that_other_replicates_change() throws IOException {
        JsonNode json = Told.json(shared.resolve("report.json"));
        assertThat(crossed.beside("Sweep, SHA-256"))
                .isEqualTo(json.get("sweepHash").asString());
        assertThat(crossed.beside("Seeds")).startsWith("5233358 ");
        assertThat(crossed.beside("Replicates of a scenario")).isEqualTo("400");
        String again = report(directory, shared.resolve("results").toString());
        assertThat(ParsedPage.of(again).beside("Check value")).isEqualTo(crossed.beside("Check value"));
        Path other = sweep(directory, CROSSED.replace("400", "300"));
        assertThat(ParsedPage.of(report(directory, other.toString())).beside("Check value"))
                .hasSize(16)
                .isNotEqualTo(crossed.beside("Check value"));
    }

    @Test
    void an_unfinished_sweep_is_reported_and_says_so() throws IOException {
        Path file = Files.writeString(directory.resolve("sweep.yaml"), CROSSED);
        Path results = directory.resolve("results");
        ReadSweep whole = SweepReader.read(file, List.of());
        try (SweepDirectory store = SweepDirectory.open(results, whole, ChangePolicy.REFUSE)) {
            Sweep.of(ReadSweep.of("part", whole.paths(), whole.cases().subList(0, 5)))
                    .run(store);
        }
        Path out = directory.resolve("report.html");
        Told told = Told.by("report", results.toString(), "--out", out.toString());
        assertThat(told.status()).as(told.err()).isZero();
        assertThat(told.err()).contains("5 of 12 scenarios are finished");
        ParsedPage part = ParsedPage.of(Told.text(out));
        assertThat(part.texts("p")).anyMatch(text -> text.startsWith("Warning: 5 of 12 scenarios are finished"));
        assertThat(part.figures()).contains("power-map", "scenarios").doesNotContain("power-by-factor-1");
        assertThat(part.texts("th")).contains("#5").doesNotContain("#6");
    }

    @Test
    void a_sweep_under_the_null_hypothesis_is_told_by_its_type_one_errors() throws IOException {
        Path results = sweep(directory, """
                sweep: level
                base: %s
                set: {endpoints.PFS.model.HAIC.hazardRatio: 1, simulation.replicates: 400}
                vary:
                  endpoints.PFS.model.TACE.median: [5.8, 6.5]
                  dropout.all.probability: [0.02, 0.10]
                """.formatted(BASE));
        ParsedPage told = ParsedPage.of(report(directory, results.toString()));
        assertThat(told.figures()).startsWith("type-one-error").doesNotContain("power-duration", "scenarios");
        assertThat(told.texts("th")).contains("Type I error (s.e.)");
        assertThat(told.texts("text")).contains("α 0.025");
    }

    @Test
    void a_sample_is_told_by_scatter() throws IOException {
        Path results = sweep(directory, """
                sweep: uncertain
                base: %s
                set: {simulation.replicates: 200}
                sample:
                  points: 16
                  of:
                    endpoints.PFS.model.HAIC.hazardRatio: {from: 0.5, to: 0.8}
                    enrolment.arrivals: [poisson, uniform]
                """.formatted(BASE));
        ParsedPage told = ParsedPage.of(report(directory, results.toString()));
        assertThat(told.figures())
                .contains("power-by-sample-1", "power-by-sample-2", "scenarios")
                .doesNotContain("power-map", "power-by-factor-1");
    }

    @Test
    void hostile_names_appear_as_text() throws IOException {
        String evil = "<script>alert(1)</script>'\\\"&\\u202E" + "x".repeat(500);
        Path results = sweep(
                directory,
                CROSSED.replace("late:", "\"" + evil + "\":").replace("400}", "400, title: \"" + evil + "\"}"));
        String markup = report(directory, results.toString());
        ParsedPage told = ParsedPage.of(markup);
        assertThat(told.all("script")).isEmpty();
        assertThat(markup.substring(0, markup.indexOf("<pre"))).doesNotContain("\u202E");
        assertThat(told.texts("bdi").get(0)).contains("<script>alert(1)</script>'\"&");
        assertThat(told.texts("td")).anyMatch(text -> text.startsWith("<script>alert("));
    }

    @Test
    void a_sweeps_file_has_its_results_elsewhere_and_brings_its_expectations() throws IOException {
        Path results = shared.resolve("results");
        Path file = Files.writeString(
                directory.resolve("sweep.yaml"), CROSSED.replace("power: {atLeast: 0.7}", "power: {atLeast: 0.01}"));
        ParsedPage told = ParsedPage.of(report(directory, file.toString(), "--results", results.toString()));
        assertThat(told.texts("p")).anyMatch(text -> text.startsWith("Met in ") && text.contains("not met in 0"));
        Files.writeString(file, CROSSED.replace("0.50", "0.51"));
        Told changed = Told.by(
                "report",
                file.toString(),
                "--results",
                results.toString(),
                "--out",
                directory.resolve("changed.html").toString());
        assertThat(changed.status()).isEqualTo(2);
        assertThat(changed.err()).contains("has changed since", "new 0.51", "no longer 0.50");
        assertThat(directory.resolve("changed.html")).doesNotExist();
    }

    @Test
    void what_does_not_fit_is_refused_and_nothing_written() {
        String results = shared.resolve("results").toString();
        String out = directory.resolve("report.html").toString();
        refused("leave them out", "report", results, "--replicates", "10", "--out", out);
        refused("--results", "report", shared.resolve("sweep.yaml").toString(), "--out", out);
        refused("leave the option out", "report", Told.BASE, "--results", results, "--out", out);
        refused("no sweep.duckdb", "report", directory.toString(), "--out", out);
        refused("would be lost", "report", results, "--out", results + "/results.csv");
        assertThat(directory).isEmptyDirectory();
    }

    private static void refused(String why, String... arguments) {
        Told told = Told.by(arguments);
        assertThat(told.status()).as(told.err()).isEqualTo(2);
        assertThat(told.err()).contains(why);
    }
}
