package org.equipoise.simulator.report.rcode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.equipoise.simulator.analytic.AnalyticPower;
import org.equipoise.simulator.analytic.Expectations;
import org.equipoise.simulator.reading.ReadScenario;
import org.equipoise.simulator.reading.ScenarioReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * R code: calls of functions that there are, with arguments that they have. What it says is held by files that change
 * on purpose only: {@code -Dgolden.update=true}.
 */
class RCodeTest {
    private static final Path RESOURCES =
            Path.of("src", "test", "resources", "org", "equipoise", "simulator", "report", "rcode");
    private static final Path CONFIGS = Path.of("..", "configs");
    private static final Set<String> OF_R_ITSELF = Set.of("c", "rep", "log", "sqrt", "qnorm", "colSums", "library");
    private static final Set<String> RESULTS = Set.of(
            "design$criticalValues",
            "design$futilityBounds",
            "power$overallReject",
            "power$analysisTime",
            "design$analysis$power",
            "crossing$upper$prob",
            "crossing$lower$prob",
            "power$overallResults$overallReject",
            "power$byStageResults$numberOfEvents",
            "power$byStageResults$analysisTime");
    private static final String GROUP_SEQUENTIAL = "haic-tace-gs";

    static String code(String name, String... overrides) {
        ReadScenario read = ScenarioReader.read(CONFIGS.resolve(name + ".yaml"), List.of(overrides));
        Expectations expectations = Expectations.of(read.scenario());
        return RCode.of(
                read.scenario(),
                read.bounds(),
                expectations,
                AnalyticPower.of(read.scenario(), expectations, read.bounds()));
    }

    static Stream<String> scenarios() throws IOException {
        try (Stream<Path> files = Files.list(CONFIGS)) {
            return files
                    .filter(file -> file.toString().endsWith(".yaml"))
                    .filter(file -> !text(file).contains("\nsweep:"))
                    // Proportions are planned; there is no report of them.
                    .filter(file -> !text(file).contains("type: binary"))
                    .map(file -> file.getFileName().toString().replace(".yaml", ""))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @Test
    void strata_go_to_lrstat_each_by_itself_where_the_test_compares_them_and_all_together_where_it_does_not() {
        String stratified = code("haic-tace-strata");
        isWellFormed(stratified);
        assertThat(stratified)
                .contains(
                        "stratumFraction = c(0.6, 0.4),",
                        "lambda1 = c(0.0808943533077, 0.0505589708173),",
                        "lambda2 = c(0.1304747634, 0.0815467271247),")
                .doesNotContain("direct");
        String plain = code("haic-tace-strata", "analysis.test={method: logRank}");
        isWellFormed(plain);
        assertThat(plain)
                .contains("piecewiseSurvivalTime = c(0, ", "typeOfComputation = \"direct\"")
                .doesNotContain("stratumFraction");
        String piecewise = code(
                "haic-tace-strata",
                "endpoints.PFS.model.TACE={piecewise: [{from: 0, hazard: 0.1}, {from: 4, hazard: 0.2}]}");
        isWellFormed(piecewise);
        assertThat(piecewise).contains("lambda2 = c(0.16, 0.32, 0.1, 0.2),");
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void every_scenario_has_code_that_calls_what_there_is(String name) {
        isWellFormed(code(name));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "analysis.efficacy={spending: pocock} | typeOfDesign = \"asP\"",
                "analysis.efficacy={spending: power, rho: 3} | typeOfDesign = \"asKD\", gammaA = 3",
                "analysis.efficacy={spending: hwangShihDeCani, gamma: -4} | typeOfDesign = \"asHSD\", gammaA = -4",
                "analysis.efficacy={spending: values, cumulative: [0.001, 0.01, 0.025]} | typeOfDesign = \"asUser\", userAlphaSpending = c(0.001, 0.01, 0.025)",
                "analysis.futility={spending: obrienFleming, binding: true} | typeBetaSpending = \"bsOF\", bindingFutility = TRUE",
                "analysis.futility={z: [null, 0.5, null]} | futilityBounds = c(-6, 0.5), bindingFutility = FALSE",
                "endpoints.PFS.model.TACE={weibull: {shape: 1.3, scale: 8}} | lambda2 = 0.125, kappa = 1.3",
                "endpoints.PFS.model.TACE={piecewise: [{from: 0, hazard: 0.1}, {from: 4, hazard: 0.2}]} | piecewiseSurvivalTime = c(0, 4), lambda2 = c(0.1, 0.2)",
                "endpoints.PFS.model.TACE={hazard: 0.1} | lambda2 = 0.1, hazardRatio = 0.62",
                "dropout={TACE: {probability: 0.05, by: 12}, HAIC: {hazard: 0.01}} | dropoutRate1 = 0.113079563283, dropoutRate2 = 0.05, dropoutTime = 12",
                "arms.HAIC.allocation=2 | allocationRatioPlanned = 2",
                "analysis.test.hazardRatioH0=1.1 | thetaH0 = 1.1"
            })
    void rpact_is_told_what_the_scenario_says(String override, String arguments) {
        String block = override.startsWith("arms") ? "randomisation.blockSize=6" : "simulation.seed=1";
        String code = code(GROUP_SEQUENTIAL, override, block);
        isWellFormed(code);
        assertThat(code).contains("library(rpact)");
        assertThat(code.replace("\n  ", " ")).contains(arguments);
    }

    @Test
    void two_sided_tests_have_both_sides() {
        String rpact = code("haic-tace-176", "analysis.sides=2", "analysis.alpha=0.05");
        isWellFormed(rpact);
        assertThat(rpact)
                .contains("alpha = 0.05", "sided = 2", "twoSidedPower = TRUE")
                .doesNotContain("directionUpper");
        String given = code(
                "three-looks",
                "analysis.sides=2",
                "analysis.alpha=0.05",
                "analysis={looks: [{events: 83}, {events: 249}], sides: 2, efficacy: {z: [3.4, 2.0]}}");
        isWellFormed(given);
        assertThat(given).contains("a = -efficacy", "crossing$upper$prob + crossing$lower$prob");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "enrolment.rates=[{from: 0, rate: 0.5}, {from: 9, rate: 12}] | accrualIntensity = c(0.5, 12)",
                "analysis.looks=[{calendarTime: 18}, {calendarTime: 24}, {calendarTime: 36}] | typeAlphaSpending = \"sfOF\"",
                "endpoints.PFS.model.HAIC.hazardRatio=[{from: 0, is: 1}, {from: 2, is: 0.5}] | piecewiseSurvivalTime = c(0, 2)",
                "endpoints.PFS.model.TACE={logNormal: {median: 6.5, sigma: 0.9}} | futilityBounds = c(",
                "dropout.all={weibull: {shape: 0.8, scale: 200}} | gamma1 = c("
            })
    void lrstat_takes_what_rpact_does_not(String override, String part) {
        String code = code(GROUP_SEQUENTIAL, override);
        isWellFormed(code);
        assertThat(code).contains("library(lrstat)", part);
    }

    @Test
    void hostile_names_stay_in_their_comment() throws IOException {
        String text = text(CONFIGS.resolve("three-arms.yaml"))
                .replace("low dose:", "\"x #system('rm')\\\" <- \\\\" + "y".repeat(200) + "\":");
        Path scenario = Files.createTempFile("hostile", ".yaml");
        Files.writeString(scenario, text);
        ReadScenario read = ScenarioReader.read(scenario);
        Files.delete(scenario);
        Expectations expectations = Expectations.of(read.scenario());
        String code = RCode.of(
                read.scenario(),
                read.bounds(),
                expectations,
                AnalyticPower.of(read.scenario(), expectations, read.bounds()));
        isWellFormed(code);
        assertThat(code.lines().filter(line -> line.contains("system('rm')")))
                .singleElement()
                .asString()
                .startsWith("# ");
    }

    @Test
    void weights_go_to_lrstat_and_tests_that_it_does_not_plan_nowhere() {
        assertThat(code("delayed-effect-weights"))
                .contains("lrpower(", "rho1 = 0,", "rho2 = 1,", "typeOfComputation = \"direct\"");
        assertThat(code("haic-tace-176", "analysis.test={method: cox}")).contains("library(rpact)");
        for (String test : List.of(
                "{method: taroneWare}",
                "{method: wilcoxonGehan}",
                "{method: modestlyWeighted, tau: 6}",
                "{method: milestone, at: 12, scale: logLog}")) {
            assertThat(code("haic-tace-176", "analysis.test=" + test))
                    .startsWith("# There is no code for this design")
                    .doesNotContain("library");
        }
        // Looks of a weighted test would be placed by another information.
        assertThat(code("haic-tace-gs", "analysis.test={method: flemingHarrington, rho: 0, gamma: 1}"))
                .doesNotContain("library");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{method: rmst, tau: 18} | fixed_design_rmst(",
                "{method: milestone, at: 12} | fixed_design_milestone("
            })
    void restricted_means_and_milestones_go_to_gsdesign2(String test, String function) {
        String code = code("haic-tace-176", "analysis.test=" + test);
        isWellFormed(code);
        assertThat(code)
                .contains("library(gsDesign2)", function)
                .contains("duration = c(3, 3, 11.6666666667),", "rate = c(4, 8, 12)", "hr = 0.62");
        assertThat(code("haic-tace-176", "analysis.test=" + test, "analysis.sides=2", "analysis.alpha=0.05"))
                .startsWith("# There is no code");
    }

    @ParameterizedTest
    @CsvSource({"haic-tace-gs", "three-looks", "delayed-effect"})
    void code_is_as_it_was(String name) throws IOException {
        Path golden = RESOURCES.resolve(name + ".R");
        String code = code(name);
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(golden, code);
        }
        assertThat(code).isEqualTo(text(golden));
    }

    private static void isWellFormed(String code) {
        Map<String, List<String>> known = arguments();
        String plain = Pattern.compile("#.*$", Pattern.MULTILINE).matcher(code).replaceAll("");
        assertThat(plain).as(code).matches("[\\x20-\\x7E\\n]*").doesNotContain("NaN", "Infinity", "null");
        Matcher calls = Pattern.compile("([A-Za-z][A-Za-z0-9._]*)\\(").matcher(plain);
        int functions = 0;
        while (calls.find()) {
            String inside = inside(plain, calls.end());
            List<String> arguments = known.get(calls.group(1));
            if (arguments == null) {
                assertThat(OF_R_ITSELF).contains(calls.group(1));
                continue;
            }
            functions++;
            List<String> used = new ArrayList<>();
            Matcher names = Pattern.compile("\n  ([A-Za-z0-9._]+) = ").matcher(inside);
            while (names.find()) {
                used.add(names.group(1));
            }
            assertThat(used).as(calls.group(1)).isSubsetOf(arguments).doesNotHaveDuplicates();
            assertThat(inside.lines().filter(line -> line.matches("  \\S.*"))).hasSize(used.size());
        }
        assertThat(functions).isPositive();
        Matcher results = Pattern.compile("[a-z]+(\\$[A-Za-z]+)+").matcher(plain);
        while (results.find()) {
            assertThat(RESULTS).contains(results.group());
        }
    }

    /** What stands between a bracket and the one that closes it. */
    private static String inside(String code, int from) {
        int depth = 1;
        for (int i = from; i < code.length(); i++) {
            depth += code.charAt(i) == '(' ? 1 : code.charAt(i) == ')' ? -1 : 0;
            if (depth == 0) {
                return code.substring(from, i);
            }
        }
        throw new AssertionError("a bracket is not closed:\n" + code);
    }

    private static Map<String, List<String>> arguments() {
        Map<String, List<String>> known = new HashMap<>();
        for (String line : text(RESOURCES.resolve("r-arguments.txt")).split("\n", -1)) {
            Matcher function = Pattern.compile("\\S+ \\S+ (\\S+): (.*)").matcher(line);
            if (!line.startsWith("#") && function.matches()) {
                known.put(function.group(1), List.of(function.group(2).split(" ", -1)));
            }
        }
        return known;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
