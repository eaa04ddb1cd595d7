package org.equipoise.simulator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.equipoise.simulator.analytic.AnalyticPower;
import org.equipoise.simulator.analytic.Expectations;
import org.equipoise.simulator.engine.Simulation;
import org.equipoise.simulator.engine.SimulationResult;
import org.equipoise.simulator.reading.ReadScenario;
import org.equipoise.simulator.reading.ScenarioReader;
import org.equipoise.simulator.report.RunReport;
import org.equipoise.simulator.report.TrialReport;
import org.equipoise.simulator.report.chart.Chart;
import org.equipoise.simulator.report.chart.Overlaps;
import org.equipoise.simulator.report.chart.Size;
import org.equipoise.simulator.report.figure.ReplicateColumns;
import org.equipoise.simulator.report.page.PageFigures;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;

class ReportCommandTest {
    private static final String GROUP_SEQUENTIAL =
            Told.CONFIGS.resolve("haic-tace-gs.yaml").toString();

    @TempDir
    private static Path shared;

    /** The report of the group-sequential scenario, for all who only read it. */
    private static String groupSequential = "";

    @TempDir
    private Path directory;

    @BeforeAll
    static void write() {
        groupSequential = page(
                shared,
                GROUP_SEQUENTIAL,
                "--json",
                shared.resolve("alternative.json").toString());
    }

    private static String page(Path directory, String scenario, String... more) {
        List<String> arguments = new ArrayList<>(List.of("report", scenario, "--replicates", "400"));
        Path out = directory.resolve("report.html");
        arguments.addAll(List.of("--out", out.toString()));
        arguments.addAll(List.of(more));
        Told told = Told.by(arguments.toArray(String[]::new));
        assertThat(told.status()).as(told.err()).isZero();
        return Told.text(out);
    }

    @Test
    void every_number_that_names_its_key_equals_the_json() {
        PageNumbers numbers = new PageNumbers(Told.json(shared.resolve("alternative.json")));
        NodeList named = parsed(groupSequential).getElementsByTagName("data");
        assertThat(named.getLength()).isGreaterThan(60);
        for (int i = 0; i < named.getLength(); i++) {
            assertThat(numbers.fault((Element) named.item(i))).isEmpty();
        }
    }

    @Test
    void its_json_holds_that_of_both_runs_and_of_the_plan() {
        JsonNode told = Told.json(shared.resolve("alternative.json"));
        for (String hypothesis : List.of("", "--null")) {
            Path out = directory.resolve("run" + hypothesis + ".json");
            List<String> arguments =
                    new ArrayList<>(List.of("run", GROUP_SEQUENTIAL, "--replicates", "400", "--json", out.toString()));
            arguments.addAll(hypothesis.isEmpty() ? List.of() : List.of(hypothesis));
            Told.by(arguments.toArray(String[]::new));
            JsonNode run = hypothesis.isEmpty() ? told : told.at("/report/nullRun");
            for (String key : List.of("power", "powerWithoutFutility", "duration", "eventsAtStop", "looks")) {
                assertThat(run.get(key)).as(key).isEqualTo(Told.json(out).get(key));
            }
        }
        Path out = directory.resolve("plan.json");
        Told.by("plan", GROUP_SEQUENTIAL, "--json", out.toString());
        told.at("/report/plan")
                .properties()
                .forEach(each -> assertThat(each.getValue())
                        .as(each.getKey())
                        .isEqualTo(Told.json(out).get(each.getKey())));
    }

    @Test
    void a_report_can_be_written_again_from_its_json() {
        Path again = directory.resolve("again.json");
        Told told = Told.by(
                "report",
                shared.resolve("alternative.json").toString(),
                "--out",
                directory.resolve("again.html").toString(),
                "--json",
                again.toString());
        assertThat(told.status()).as(told.err()).isZero();
        assertThat(Told.json(again).at("/report/charts"))
                .isEqualTo(Told.json(shared.resolve("alternative.json")).at("/report/charts"));
    }

    @Test
    void every_number_of_results_and_bounds_names_its_key() {
        NodeList tables = parsed(groupSequential).getElementsByTagName("table");
        int results = 0;
        for (int i = 0; i < tables.getLength(); i++) {
            Element table = (Element) tables.item(i);
            String caption = table.getElementsByTagName("caption").item(0).getTextContent();
            if (caption.matches("(Operating|Looks:|Quantiles|Bounds as).*")) {
                results++;
                NodeList cells = table.getElementsByTagName("td");
                for (int c = 0; c < cells.getLength(); c++) {
                    assertThat(withoutNumbers((Element) cells.item(c)))
                            .as(caption)
                            .doesNotContainPattern("[0-9]");
                }
            }
        }
        assertThat(results).isEqualTo(4);
    }

    /**
     * The text of a cell but for the numbers that name their keys; the bounds name their quantity in the first cell.
     */
    private static String withoutNumbers(Element cell) {
        NodeList parts = cell.getElementsByTagName("*");
        String all = cell.getTextContent();
        for (int i = 0; i < parts.getLength(); i++) {
            if (parts.item(i).getNodeName().equals("data")) {
                all = all.replaceFirst(Pattern.quote(parts.item(i).getTextContent()), "");
            }
        }
        return all.replaceAll("\\(\\d-sided\\)|HR = [0-9.]+", "");
    }

    @Test
    void the_page_is_one_file_that_refers_to_nothing_outside() {
        String page = groupSequential;
        assertThat(page.length()).isLessThan(1_500_000);
        assertThat(page).doesNotContain("<script", "href=", "src=", "url(", "@import", "http://", "@font-face");
    }

    @Test
    void headings_follow_each_other_and_each_chart_has_its_words_and_its_table() {
        Document page = parsed(groupSequential);
        assertThat(page.getDocumentElement().getAttribute("lang")).isEqualTo("en");
        int level = 0;
        NodeList all = page.getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            if (all.item(i).getNodeName().matches("h[1-6]")) {
                int next = all.item(i).getNodeName().charAt(1) - '0';
                assertThat(next).as(all.item(i).getTextContent()).isLessThanOrEqualTo(level + 1);
                level = next;
            }
        }
        NodeList figures = page.getElementsByTagName("figure");
        assertThat(figures.getLength()).isGreaterThan(15);
        for (int i = 0; i < figures.getLength(); i++) {
            Element figure = (Element) figures.item(i);
            assertThat(figure.getElementsByTagName("figcaption").getLength()).isEqualTo(1);
            assertThat(figure.getElementsByTagName("td").getLength())
                    .as(figure.getAttribute("id"))
                    .isPositive();
            Element svg = (Element) figure.getElementsByTagName("svg").item(0);
            assertThat(svg.getAttribute("role")).isEqualTo("img");
            assertThat(svg.getAttribute("aria-label")).isNotBlank();
        }
        assertThat(texts(page, "h2"))
                .containsExactly(
                        "Aims",
                        "Data-generating mechanisms",
                        "Estimands",
                        "Methods",
                        "Performance measures",
                        "Example trials",
                        "Words for the protocol",
                        "Independent check in R",
                        "Limits and assumptions",
                        "Record");
    }

    @Test
    void hostile_names_appear_as_text() throws IOException {
        String evil = "<script>alert(1)</script>'\\\"&\\u202E";
        String text = Told.text(Told.CONFIGS.resolve("haic-tace-176.yaml"))
                .replaceAll("(?s)sources:.*", "sources: {enrolment: \"<b>bold</b>\"}\n")
                .replaceAll("(?m)^title: .*$", "title: \"" + evil.replace("\\", "\\\\") + "x".repeat(500) + "\"")
                .replace("HAIC:", "\"" + evil + "\":")
                .replace("TACE:", "\"" + "T".repeat(500) + "\":")
                .replace("PFS", "\"</style><b>\"");
        Path scenario = Files.writeString(directory.resolve("hostile.yaml"), text);
        String markup = page(directory, scenario.toString());
        Document page = parsed(markup);
        assertThat(page.getElementsByTagName("script").getLength()).isZero();
        assertThat(page.getElementsByTagName("b").getLength()).isZero();
        assertThat(markup.substring(0, markup.indexOf("<pre"))).doesNotContain("\u202E");
        assertThat(texts(page, "bdi").get(0)).startsWith("<script>alert(1)</script>'\"&");
        assertThat(texts(page, "text")).anyMatch(label -> label.contains("<script>alert"));
        assertThat(texts(page, "td")).contains("<b>bold</b>");
        List<String> code = texts(page, "code");
        assertThat(code.get(code.size() - 1)).isEqualTo(text);
    }

    static Stream<Path> scenarios() {
        return Told.scenarios().stream();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void no_label_covers_another_in_any_chart_of_any_scenario(Path file) {
        for (Chart chart : figures(file).all()) {
            for (Size size : Size.values()) {
                assertThat(Overlaps.of(chart, size)).isEmpty();
            }
        }
    }

    private static PageFigures figures(Path file) {
        ReadScenario read = ScenarioReader.read(file, List.of("simulation.replicates=300"));
        ReplicateColumns trace =
                new ReplicateColumns(read.scenario().analysis().looks().size(), 300);
        SimulationResult result =
                Simulation.of(read.scenario(), read.bounds()).withBlocks(trace).run();
        Expectations expectations = Expectations.of(read.scenario());
        RunReport run = new RunReport(
                result,
                expectations,
                AnalyticPower.of(read.scenario(), expectations, read.bounds()),
                read.bounds(),
                read.hash(),
                "",
                false,
                List.of(),
                0,
                List.of());
        return PageFigures.of(new TrialReport(run, run, trace, List.of(), null, "", "", List.of(), "", "", ""));
    }

    @Test
    void figures_are_written_as_svg_png_and_vega_lite() throws IOException {
        Path figures = directory.resolve("figures");
        page(directory, Told.BASE, "--figures", figures.toString());
        try (Stream<Path> files = Files.list(figures)) {
            List<String> names =
                    files.map(file -> file.getFileName().toString()).toList();
            assertThat(names)
                    .contains(
                            "patients-and-events.svg",
                            "patients-and-events.png",
                            "patients-and-events.vl.json",
                            "power-hazard-ratio.svg",
                            "example-near-miss.svg");
        }
        JsonNode spec = Told.json(figures.resolve("patients-and-events.vl.json"));
        assertThat(spec.at("/layer/0/encoding/x/title").asString()).isEqualTo("Calendar time, months");
    }

    @Test
    void bad_input_is_told_and_nothing_is_written() {
        Path out = directory.resolve("missing").resolve("report.html");
        Told told = Told.by("report", Told.BASE, "--out", out.toString());
        assertThat(told.status()).isEqualTo(2);
        assertThat(told.out()).isEmpty();
        assertThat(told.err()).contains("--out", "there is no directory");
        Told own = Told.by("report", Told.BASE, "--out", Told.BASE);
        assertThat(own.status()).isEqualTo(2);
        assertThat(own.err()).contains("is the scenario itself");
        assertThat(Told.by("report", Told.BASE).status()).isEqualTo(2);
    }

    @Test
    void the_check_value_is_the_same_on_any_day_and_in_any_time() {
        assertThat(checkValues(groupSequential))
                .hasSize(2)
                .doesNotHaveDuplicates()
                .isEqualTo(checkValues(page(directory, GROUP_SEQUENTIAL)))
                .isNotEqualTo(checkValues(page(directory, GROUP_SEQUENTIAL, "--seed", "1")));
    }

    private static List<String> checkValues(String page) {
        NodeList rows = parsed(page).getElementsByTagName("tr");
        List<String> values = new ArrayList<>();
        for (int i = 0; i < rows.getLength(); i++) {
            if (rows.item(i).getTextContent().startsWith("Check value")) {
                values.add(((Element) rows.item(i))
                        .getElementsByTagName("td")
                        .item(0)
                        .getTextContent());
            }
        }
        return values;
    }

    private static List<String> texts(Document page, String element) {
        NodeList nodes = page.getElementsByTagName(element);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            texts.add(nodes.item(i).getTextContent());
        }
        return texts;
    }

    static Document parsed(String page) {
        try {
            String xml = page.replaceFirst("^<!DOCTYPE html>\n", "");
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(xml)));
        } catch (Exception e) {
            throw new AssertionError("the page is not well-formed", e);
        }
    }
}
