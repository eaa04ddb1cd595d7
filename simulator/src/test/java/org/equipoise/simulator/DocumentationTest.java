package org.equipoise.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.equipoise.simulator.reading.ScenarioReader;
import org.equipoise.simulator.reading.ScenarioSchema;
import org.equipoise.simulator.reading.SweepReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the pages of the project promise: links lead somewhere, scenarios read without faults. */
class DocumentationTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path CONFIGS = ROOT.resolve("configs");
    private static final Set<String> NOT_OURS = Set.of("target", ".git", "node_modules");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern CONFIG = Pattern.compile("configs/[\\w./-]+?\\.(?:yaml|json)\\b");
    private static final Pattern YAML = Pattern.compile("^```yaml\\n(.*?)^```", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern TOP_LEVEL_BLOCK =
            Pattern.compile("^(\\w+):.*\\n(?:(?!\\w+:).*\\n)*", Pattern.MULTILINE);

    /** The pages are about trials: neither about how they came about, nor about one machine. */
    private static final Pattern OUT_OF_PLACE = Pattern.compile(
            "\\b(?:issue|session|helper|subagent)s?\\b|(?:^|[\\s(`\"'])(?:\\.\\.)?/(?:home|root|shared|tmp|work)/|\\brepo1?\\.maven\\b|\\blocalhost\\b",
            Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

    static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .filter(file -> Stream.of(ROOT.relativize(file).toString().split("[/\\\\]"))
                            .noneMatch(NOT_OURS::contains))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void links_lead_to_a_file_and_a_heading(Path page) throws IOException {
        for (String link : find(LINK, Files.readString(page), 1)) {
            if (link.matches("https?://.*")) {
                continue;
            }
            String[] parts = link.split("#", 2);
            Path target = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]);
            assertThat(target).as("%s in %s", link, page).exists();
            if (parts.length == 2) {
                assertThat(headings(Files.readString(target)))
                        .as("%s in %s", link, page)
                        .contains(parts[1]);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void scenario_files_that_are_named_exist(Path page) throws IOException {
        for (String config : find(CONFIG, Files.readString(page), 0)) {
            assertThat(ROOT.resolve(config)).as("named in %s", page).exists();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void examples_of_the_scenario_language_have_no_faults(Path page) throws IOException {
        for (String example : find(YAML, Files.readString(page), 1)) {
            if (example.startsWith("sweep:")) {
                assertThatCode(() -> SweepReader.read(example, CONFIGS.resolve("example.yaml"), List.of()))
                        .as(example)
                        .doesNotThrowAnyException();
                continue;
            }
            String scenario = example.startsWith("trial:") ? example : inPlace(example);
            assertThatCode(() -> ScenarioReader.read(scenario, page.toString(), List.of()))
                    .as(scenario)
                    .doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void nothing_is_out_of_place(Path page) throws IOException {
        assertThat(find(OUT_OF_PLACE, Files.readString(page), 0))
                .as("in %s", page)
                .isEmpty();
    }

    /** The scenario that {@code init} writes, with the blocks of an example in place of its own. */
    private static String inPlace(String example) {
        List<String> replaced = find(TOP_LEVEL_BLOCK, example, 1);
        return TOP_LEVEL_BLOCK
                        .matcher(ScenarioSchema.startingScenario())
                        .replaceAll(block -> replaced.contains(block.group(1)) ? "" : quoted(block))
                + example;
    }

    private static String quoted(MatchResult block) {
        return Matcher.quoteReplacement(block.group());
    }

    private static List<String> headings(String page) {
        return find(Pattern.compile("^#+ (.*)$", Pattern.MULTILINE), page, 1).stream()
                .map(heading -> heading.toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\w\\- ]", "")
                        .replace(' ', '-'))
                .toList();
    }

    private static List<String> find(Pattern pattern, String text, int group) {
        List<String> found = new ArrayList<>();
        pattern.matcher(text).results().forEach(match -> found.add(match.group(group)));
        return found;
    }
}
