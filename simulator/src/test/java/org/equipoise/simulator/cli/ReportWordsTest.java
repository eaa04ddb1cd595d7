package org.equipoise.simulator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.equipoise.core.numerics.StandardNormal;
import org.equipoise.simulator.reading.ScenarioReader;
import org.equipoise.simulator.reading.ScenarioText;
import org.equipoise.simulator.report.words.PlainText;
import org.equipoise.simulator.scenario.Scenario;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import tools.jackson.databind.JsonNode;

/**
 * The paragraphs for protocols: what they say, and that each number in them is one of the results or of the scenario.
 * Where they are meant to change, run with {@code -Dgolden.update=true} and review the files that change.
 */
class ReportWordsTest {
    private static final Path GOLDEN = Path.of("src", "test", "resources", "org", "equipoise", "simulator", "cli");
    private static final Pattern NUMBER = Pattern.compile("\\d[\\d,]*(\\.\\d+)?");

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "haic-tace-176",
                "haic-tace-gs",
                "three-looks",
                "non-inferiority",
                "delayed-effect",
                "three-arms",
                "cure-weibull"
            })
    void words_say_what_was_found(String name) throws IOException {
        Path scenario = Told.CONFIGS.resolve(name + ".yaml");
        Path out = directory.resolve("report.html");
        Path alternative = directory.resolve("alternative.json");
        by("report", scenario, "--out", out.toString(), "--json", alternative.toString());
        Element words = section(Told.text(out));
        PageNumbers numbers = new PageNumbers(Told.json(alternative));
        Set<String> given = given(scenario, alternative);
        List<String> lines = new ArrayList<>();
        for (Node part = words.getFirstChild(); part != null; part = part.getNextSibling()) {
            if (part instanceof Element element && !element.getTagName().equals("h2")) {
                lines.addAll(PlainText.wrapped(element.getTextContent(), ""));
                lines.add("");
                ParsedPage.in(element, "data")
                        .forEach(number -> assertThat(numbers.fault(number)).isEmpty());
                otherNumbersAreThoseOfTheScenario(element, given);
            }
        }
        isAsBefore("words-" + name + ".txt", String.join("\n", lines));
    }

    private static void by(String command, Path scenario, String... more) {
        List<String> arguments = new ArrayList<>(List.of(command, scenario.toString(), "--replicates", "400"));
        arguments.addAll(List.of(more));
        Told told = Told.by(arguments.toArray(String[]::new));
        assertThat(told.status()).as(told.err()).isZero();
    }

    private static Element section(String page) {
        NodeList headings = ReportCommandTest.parsed(page).getElementsByTagName("h2");
        for (int i = 0; i < headings.getLength(); i++) {
            if (headings.item(i).getTextContent().equals("Words for the protocol")) {
                return (Element) headings.item(i).getParentNode();
            }
        }
        throw new AssertionError("the report has no words");
    }

    /** The other numbers are the scenario's own, or follow from it alone. */
    private static void otherNumbersAreThoseOfTheScenario(Element paragraph, Set<String> given) {
        StringBuilder rest = new StringBuilder();
        for (Node part = paragraph.getFirstChild(); part != null; part = part.getNextSibling()) {
            rest.append(part instanceof Element ? " " : part.getTextContent());
        }
        // Version, name of the generator, years of papers, 95 % limits, the formula's p (1 − p).
        Matcher numbers = NUMBER.matcher(
                rest.toString().replaceAll("Equipoise \\S+:|SplitMix64|\\(1981\\)|Mehta 1984|95 %|\\(1 − p\\)", ""));
        while (numbers.find()) {
            assertThat(given).as(rest.toString()).contains(numbers.group().replace(",", ""));
        }
    }

    private static Set<String> given(Path file, Path alternative) {
        Set<String> given = new HashSet<>(Set.of("400"));
        Scenario scenario = ScenarioReader.read(file).scenario();
        ScenarioText.values(scenario).values().forEach(value -> {
            given.add(value.replace("-", ""));
            if (value.matches("[0-9.]+")) {
                double number = Double.parseDouble(value);
                given.add(plain(100 * number));
                given.add(plain(1 - number));
            }
        });
        given.add(plain(scenario.analysis().sides() * scenario.analysis().oneSidedAlpha()));
        given.add(plain(1 - scenario.analysis().targetPower()));
        given.add(plain(scenario.enrolment().enrolment().duration()));
        given.add(String.format(
                Locale.ROOT, "%.2f", scenario.enrolment().enrolment().duration()));
        given.add(Integer.toString(scenario.blockSize()));
        scenario.armsControlFirst()
                .forEach(arm -> given.add(String.format(
                        Locale.ROOT, "%.2f", scenario.eventTime(arm).median())));
        JsonNode looks = Told.json(alternative).at("/analytic/looks");
        for (int k = 0; k < looks.size(); k++) {
            given.add(Integer.toString(k + 1));
            scenario.analysis().eventsAwaitedAt(k).ifPresent(events -> given.add(Integer.toString(events)));
            double p = scenario.analysis().sides()
                    * StandardNormal.upperTail(looks.get(k).get("efficacyZ").asDouble());
            given.add(String.format(Locale.ROOT, p < 0.001 ? "%.6f" : "%.4f", p));
        }
        return given;
    }

    private static String plain(double value) {
        return String.format(Locale.ROOT, "%.6g", value).replaceAll("\\.?0+$", "");
    }

    private static void isAsBefore(String name, String text) throws IOException {
        Path golden = GOLDEN.resolve(name);
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(golden, text);
        }
        assertThat(text).isEqualTo(Told.text(golden));
    }
}
