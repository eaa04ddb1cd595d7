package org.equipoise.simulator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Pages of text: they fit a terminal whatever a scenario is called, and their layout changes only on purpose.
 *
 * <p>Where it is meant to change, run with {@code -Dgolden.update=true} and review the files that change.
 */
class TextTest {
    private static final Path GOLDEN = Path.of("src", "test", "resources", "org", "equipoise", "simulator", "cli");

    @TempDir
    private Path directory;

    private static void fits(Told told) {
        assertThat(told.status()).as(told.err()).isZero();
        assertThat(told.lines()).isNotEmpty().allSatisfy(line -> {
            assertThat(columns(line)).as(line).isLessThanOrEqualTo(100);
            assertThat(line).isEqualTo(line.stripTrailing());
            assertThat(line.codePoints().map(Character::getType))
                    .as(line)
                    .doesNotContain((int) Character.CONTROL, (int) Character.FORMAT, (int) Character.SURROGATE);
        });
        assertThat(told.out()).doesNotContain("NaN").doesNotContain("Infinity").doesNotContain(" null");
    }

    /** Coarser than the program, and never less: every character beyond U+2E80 is taken as wide. */
    private static int columns(String line) {
        return line.codePoints()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                .map(c -> c >= 0x2E80 ? 2 : 1)
                .sum();
    }

    static List<Path> scenarios() {
        return Told.scenarios();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void every_scenario_fits_the_page(Path scenario) {
        fits(Told.by("check", scenario.toString()));
        fits(Told.by("run", scenario.toString(), "--replicates", "300"));
        fits(Told.by("run", scenario.toString(), "--replicates", "1", "--charts"));
        if (!scenario.endsWith("three-arms.yaml")) {
            fits(Told.by("plan", scenario.toString(), "--charts"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "xxxxxxxxxx*50",
                "two words *50",
                "\\u202E\\u200Fright to left\\u2066",
                "<script>alert(1)</script>",
                "\\U0001F600\\U0001F469\\u200D\\U0001F52C*25",
                "肝动脉灌注化疗*60",
                "e\\u0301\\u0301\\u0301\\u0301\\u0301*30",
                "\\uD800 half",
                "a, \\\"quoted\\\" %s %n $1 \\\\",
                "=cmd()"
            })
    void hostile_names_fit_the_page(String name) throws IOException {
        String[] parts = name.split("\\*", -1);
        String text = parts.length == 2 ? parts[0].repeat(Integer.parseInt(parts[1])) : name;
        Path scenario = directory.resolve("hostile.yaml");
        Files.writeString(scenario, """
                {"trial": "T", "title": "NAME", "timeUnit": "week",
                 "arms": {"0 NAME": {"role": "control"}, "NAME 1": {"role": "experimental"}, "NAME 2": {"role": "experimental"}},
                 "enrolment": {"patients": 99, "duration": 10},
                 "endpoints": {"NAME": {"model": {"0 NAME": {"median": 6}, "NAME 1": {"hazardRatio": 0.05}, "NAME 2": {"median": 7}}}},
                 "analysis": {"looks": [{"events": 50}, {"events": 98}], "efficacy": {"z": [3, 2]}},
                 "simulation": {"replicates": 200}}
                """.replace("NAME", text));
        fits(Told.by("check", scenario.toString()));
        fits(Told.by("run", scenario.toString()));
        Told json = Told.by("run", scenario.toString(), "--json", "-");
        assertThat(json.json().get("hypotheses").size()).isEqualTo(2);
        assertThat(json.err()).doesNotContain("\u202e");
        Path out = directory.resolve("out");
        assertThat(Told.by("run", scenario.toString(), "--json", out.toString(), "--replicate-data", out + ".csv")
                        .status())
                .isZero();
    }

    @Test
    void many_arms_fit_the_page() throws IOException {
        List<String> arms = new ArrayList<>(List.of("control: {role: control}"));
        List<String> models = new ArrayList<>(List.of("control: {median: 6}"));
        for (int a = 1; a <= 12; a++) {
            arms.add("dose level " + a + ": {role: experimental}");
            models.add(String.format(Locale.ROOT, "dose level %d: {hazardRatio: %.2f}", a, 1 - a / 20.0));
        }
        Path scenario = directory.resolve("many.yaml");
        Files.writeString(
                scenario, """
                trial: MANY
                arms: {ARMS}
                enrolment: {patients: 260, duration: 10}
                endpoints: {PFS: {model: {MODELS}}}
                analysis: {looks: [{events: 100}, {events: 200}], efficacy: {z: [3, 2]}}
                """.replace("ARMS", String.join(", ", arms)).replace("MODELS", String.join(", ", models)));
        fits(Told.by("check", scenario.toString()));
        fits(Told.by("run", scenario.toString(), "--replicates", "200"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "analysis.looks=[{calendarTime: 24}]",
                "analysis.looks=[{afterLastPatient: 0}]",
                "analysis.looks=[{anyOf: [{events: 137}, {allOf: [{calendarTime: 24}, {events: 20}]}, {afterLastPatient: 6}]}]",
                "analysis.looks=[{events: 175}]",
                "analysis.looks=[{events: 1}]",
                "dropout.all={hazardRatio: 0.1}",
                "dropout.all={weibull: {shape: 0.5, scale: 30}}",
                "endpoints.PFS.model.TACE={cure: 0.6, of: {gompertz: {shape: 0.05, median: 6.5}}}",
                "endpoints.PFS.model.TACE={piecewise: [{from: 0, hazard: 0.1}, {from: 4, hazard: 0}]}",
                "endpoints.PFS.model.HAIC={logLogistic: {median: 9, shape: 1.4}}",
                "enrolment={patients: 176, duration: 0.001}",
                "enrolment={patients: 176, duration: 100000}",
                "timeUnit=year",
                "timeUnit=day",
                "endpoints.PFS.model.TACE.median=0.00001",
                "endpoints.PFS.model.TACE.median=1000000"
            })
    void odd_scenarios_fit_the_page(String override) {
        Told check = Told.by("check", Told.BASE, "--set", override);
        if (check.status() == 2) {
            assertThat(check.err()).contains("fault").doesNotContain("Exception");
            return;
        }
        fits(check);
        fits(Told.by("run", Told.BASE, "--replicates", "100", "--set", override));
    }

    @Test
    void the_page_of_check_is_as_agreed() {
        agreed("check-haic-tace-176.txt", Told.by("check", Told.BASE).out());
    }

    @Test
    void the_page_of_run_is_as_agreed() {
        String page = Told.by("run", Told.BASE, "--replicates", "2000").out();
        agreed("run-haic-tace-176.txt", page.replaceFirst("· \\d+\\.\\d\\d s\\R", "· … s\n"));
    }

    @Test
    void the_page_of_analyse_is_as_agreed() {
        String data = Told.CONFIGS.resolve("data").resolve("aml.csv").toString();
        Told told = Told.by(
                "analyse",
                data,
                "--control",
                "observed",
                "--test",
                "logRank,maxCombo,modestlyWeighted(12),rmst(40),milestone(24),cox,kaplanMeier",
                "--times",
                "12,24,36,48");
        fits(told);
        agreed("analyse-aml.txt", told.out().replace('\\', '/'));
    }

    @Test
    void the_pages_of_plan_are_as_agreed() {
        agreed(
                "plan-haic-tace-176.txt",
                Told.by("plan", Told.BASE, "--solve", "events").out());
        String looks = Told.CONFIGS.resolve("three-looks.yaml").toString();
        agreed("plan-three-looks.txt", Told.by("plan", looks).out());
        String twoToOne = Told.CONFIGS.resolve("two-to-one.yaml").toString();
        agreed(
                "plan-two-to-one.txt",
                Told.by("plan", twoToOne, "--solve", "events", "--explain", "--replicates", "20000")
                        .out());
    }

    static void agreed(String name, String page) {
        Path file = GOLDEN.resolve(name);
        if (Boolean.getBoolean("golden.update")) {
            try {
                Files.writeString(file, page);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        assertThat(page.lines().toList()).isEqualTo(Told.text(file).lines().toList());
    }
}
