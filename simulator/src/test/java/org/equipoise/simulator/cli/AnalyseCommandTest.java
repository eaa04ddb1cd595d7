package org.equipoise.simulator.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.equipoise.core.numerics.StandardNormal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class AnalyseCommandTest {
    private static final String AML =
            Told.CONFIGS.resolve("data").resolve("aml.csv").toString();
    private static final String ALL = "logRank,wilcoxonGehan,taroneWare,flemingHarrington(0,1),modestlyWeighted(12),"
            + "maxCombo,rmst(40),milestone(12),cox,kaplanMeier";

    @TempDir
    private Path directory;

    private Told analysed(String content, String... options) throws IOException {
        Path file = Files.writeString(directory.resolve("d.csv"), content);
        String[] arguments = new String[options.length + 4];
        arguments[0] = "analyse";
        arguments[1] = file.toString();
        arguments[2] = "--json";
        arguments[3] = "-";
        System.arraycopy(options, 0, arguments, 4, options.length);
        Told told = Told.by(arguments);
        assertThat(told.status()).as(told.err()).isZero();
        return told;
    }

    private static String aml() {
        return Told.text(Path.of(AML));
    }

    private static double z(Told told) {
        return told.json().get("z").asDouble();
    }

    private double amlZ() throws IOException {
        return z(analysed(aml(), "--control", "observed"));
    }

    @Test
    void by_itself_it_tells_the_log_rank_test_and_the_hazard_ratio() throws IOException {
        JsonNode json = analysed(aml(), "--control", "observed").json();
        assertThat(json.get("test").asString()).isEqualTo("logRank");
        assertThat(json.get("z").asDouble()).isCloseTo(1.84292937981291, within(1e-12));
        assertThat(json.get("tests")).hasSize(2);
        assertThat(json.get("tests").get(1).get("test").asString()).isEqualTo("cox");
        assertThat(json.get("control").asString()).isEqualTo("observed");
    }

    /** Two trials that differ in the null hypothesis alone: Z differs by what the hazard ratio is worth. */
    @Test
    void a_null_hypothesis_of_non_inferiority() throws IOException {
        JsonNode json = analysed(aml(), "--control", "observed", "--hazard-ratio-h0", "1.3")
                .json();
        JsonNode cox = json.get("tests").get(1);
        assertThat(cox.get("hazardRatioH0").asDouble()).isEqualTo(1.3);
        assertThat(cox.get("z").asDouble())
                .isCloseTo(
                        (Math.log(1.3) - cox.get("estimate").asDouble())
                                / cox.get("standardError").asDouble(),
                        within(1e-12));
        assertThat(cox.get("p").asDouble())
                .isLessThan(analysed(aml(), "--control", "observed")
                        .json()
                        .get("tests")
                        .get(1)
                        .get("p")
                        .asDouble());
        // With few ties the log-rank Z is 0 about where the hypothesis is the estimate.
        double ratio = cox.get("hazardRatio").asDouble();
        assertThat(z(analysed(aml(), "--control", "observed", "--hazard-ratio-h0", Double.toString(ratio))))
                .isCloseTo(0, within(0.05));
        assertThat(Told.by("analyse", AML, "--control", "observed", "--hazard-ratio-h0", "1.3")
                        .out())
                .contains("Log-rank against HR 1.3", "Cox against HR 1.3");
    }

    @Test
    void names_of_tests_are_told_as_they_are_written_each_once() throws IOException {
        JsonNode json = analysed(
                        aml(), "--control", "observed", "--test", ALL, "--test", "cox, maxCombo( (0,0) , (0,0.50) )")
                .json();
        assertThat(json.get("tests").valueStream().map(test -> test.get("test").asString()))
                .containsExactly((ALL + ",maxCombo((0,0),(0,0.5))").split(",(?![^(]*\\)|\\()", -1));
    }

    @Test
    void exchanging_the_arms_changes_the_sign() throws IOException {
        JsonNode one = analysed(aml(), "--control", "observed", "--test", ALL).json();
        JsonNode other =
                analysed(aml(), "--control", "maintained", "--test", ALL).json();
        for (int k = 0; k < one.get("tests").size(); k++) {
            JsonNode a = one.get("tests").get(k);
            JsonNode b = other.get("tests").get(k);
            if (a.get("z").isNumber() && !a.get("test").asString().startsWith("maxCombo")) {
                assertThat(a.get("z").asDouble())
                        .as(a.get("test").asString())
                        .isCloseTo(-b.get("z").asDouble(), within(1e-12));
            }
            assertThat(a.get("arms").get("observed").get("expected").asDouble())
                    .isCloseTo(b.get("arms").get("observed").get("expected").asDouble(), within(1e-12));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\r", "\n\n"})
    void lines_may_end_in_any_way(String end) throws IOException {
        assertThat(z(analysed(aml().replace("\n", end), "--control", "observed")))
                .isEqualTo(amlZ());
    }

    @Test
    void the_shape_of_the_file_does_not_matter() throws IOException {
        double z = amlZ();
        for (String content : new String[] {
            "\uFEFF" + aml(),
            aml().replace(",", ";"),
            aml().replace(",", "\t"),
            aml().replace(",", " , "),
            aml().strip(),
            aml().replaceAll("([^,\n]+)", "\"$1\""),
            aml().replace("maintained", "\"maintained\""),
            aml().replaceAll("(?m)$", ",\"a \"\"quoted\"\", note\"").replaceFirst("\"a \"\"quoted\"\", note\"", "note"),
            aml().replace(",1,", ",TRUE,").replace(",0,", ",FALSE,"),
            aml().replace(",1,", ",2,").replace(",0,", ",1,"),
            aml().replaceAll("(?m)^(\\d+),", "$1.0,")
        }) {
            assertThat(z(analysed(content.replaceAll("\n,.*$", "\n"), "--control", "observed")))
                    .as(content)
                    .isEqualTo(z);
        }
    }

    @Test
    void columns_may_have_any_names_and_places() throws IOException {
        String content = aml().replace("time,status,arm", "PFS (weeks),Status,Behandlung,");
        content = content.replaceAll("(?m)^(\\d.*)$", "$1,x");
        Told told = analysed(content, "--time", "PFS (weeks)", "--arm", "Behandlung", "--control", "observed");
        assertThat(z(told)).isEqualTo(amlZ());
    }

    @Test
    void control_goes_by_its_usual_names() throws IOException {
        for (String[] names :
                new String[][] {{"Control", "B"}, {"placebo", "a"}, {"0", "1"}, {"1", "2"}, {"FALSE", "TRUE"}}) {
            String content = aml().replace("maintained", names[1]).replace("observed", names[0]);
            assertThat(z(analysed(content))).as(names[0]).isEqualTo(amlZ());
        }
    }

    @Test
    void two_of_several_arms_are_compared_when_they_are_named() throws IOException {
        Told told = analysed(
                aml() + "3,1,other\n", "--control", "observed", "--experimental", "maintained", "--test", "cox");
        assertThat(z(told)).isEqualTo(z(analysed(aml(), "--control", "observed", "--test", "cox")));
        assertThat(told.err()).contains("Warning: 1 patient of another arm is left out");
        assertThat(told.json().get("warnings")).hasSize(1);
    }

    @Test
    void strata_of_several_columns_are_crossed() throws IOException {
        StringBuilder content = new StringBuilder("time,status,arm,a,b,ab\n");
        Random random = new Random(1);
        for (int i = 0; i < 200; i++) {
            int a = random.nextInt(2);
            int b = random.nextInt(3);
            content.append(1 + random.nextInt(40))
                    .append(',')
                    .append(random.nextInt(2))
                    .append(',');
            content.append(random.nextInt(2))
                    .append(',')
                    .append(a)
                    .append(',')
                    .append(b)
                    .append(',');
            content.append(3 * a + b).append('\n');
        }
        Told crossed = analysed(content.toString(), "--strata", "a,b");
        assertThat(z(crossed)).isEqualTo(z(analysed(content.toString(), "--strata", "ab")));
        assertThat(z(crossed)).isNotEqualTo(z(analysed(content.toString())));
        assertThat(crossed.json().get("stratified").asBoolean()).isTrue();
    }

    @Test
    void a_level_changes_the_limits_alone() throws IOException {
        JsonNode wide = analysed(aml(), "--control", "observed", "--test", "cox", "--level", "0.99")
                .json();
        JsonNode usual =
                analysed(aml(), "--control", "observed", "--test", "cox").json();
        assertThat(wide.get("low").asDouble()).isLessThan(usual.get("low").asDouble());
        assertThat(wide.get("estimate")).isEqualTo(usual.get("estimate"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "time,status,arm\n1,0,0\n2,0,1\n",
                "time,status,arm\n1,1,0\n1,1,1\n",
                "time,status,arm\n0,1,0\n0,1,1\n",
                "time,status,arm\n1,1,0\n2,0,1\n3,0,1\n",
                "time,status,arm\n1,0,0\n2,1,1\n",
                "time,status,arm\n1e-300,1,0\n1e300,1,1\n"
            })
    void data_that_tell_little_are_no_fault(String content) throws IOException {
        String tests =
                "logRank,wilcoxonGehan,taroneWare,flemingHarrington(1,1),maxCombo,rmst(1e-301),milestone(0),cox,kaplanMeier";
        for (String ties : new String[] {"efron", "breslow", "exact"}) {
            Told json = analysed(content, "--test", tests, "--ties", ties);
            assertThat(json.out()).doesNotContain("NaN").doesNotContain("Infinity");
            Told text = Told.by("analyse", directory.resolve("d.csv").toString(), "--test", tests, "--ties", ties);
            assertThat(text.status()).as(text.err()).isZero();
            assertThat(text.out())
                    .doesNotContain("NaN")
                    .doesNotContain("Infinity")
                    .doesNotContain("null");
        }
    }

    @Test
    void names_of_a_file_are_obeyed_by_no_terminal_and_fit_the_page() throws IOException {
        String name = "肝动脉灌注化疗 \u202e\u001b[31m %s ".repeat(8);
        String content = "time,status,arm," + name + "\n1,1,\"" + name + "\",\"" + name + "\"\n2,1,0,b\n3,0,1" + name
                + ",b\n3,1,0,b\n";
        analysed(content, "--control", "0", "--experimental", name.strip(), "--strata", name.strip());
        Told text = Told.by(
                "analyse",
                directory.resolve("d.csv").toString(),
                "--control",
                "0",
                "--experimental",
                name.strip(),
                "--test",
                "logRank,rmst(1),milestone(1),cox,kaplanMeier",
                "--strata",
                name.strip());
        assertThat(text.status()).as(text.err()).isZero();
        assertThat(text.out()).doesNotContain("\u001b").doesNotContain("\u202e");
        assertThat(text.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
    }

    /** 60 of 249 events and a hazard ratio near 0.6. */
    private static String interimData() {
        StringBuilder content = new StringBuilder("time,status,arm\n");
        Random random = new Random(7);
        for (int i = 0; i < 160; i++) {
            double time = -Math.log(random.nextDouble()) * (i % 2 == 0 ? 10 : 16);
            content.append(Math.min(time, 6))
                    .append(time < 6 ? ",1," : ",0,")
                    .append(i % 2)
                    .append('\n');
        }
        return content.toString();
    }

    private JsonNode interim(String look, String... set) throws IOException {
        Path plan = Files.writeString(
                directory.resolve("plan.yaml"),
                Told.text(Told.CONFIGS.resolve("three-looks.yaml"))
                        .replaceFirst(
                                "efficacy: .*", set.length > 0 ? set[0] : "efficacy: {z: [3.4711, 2.4544, 2.0040]}")
                        .replaceFirst("futility: .*", set.length > 1 ? set[1] : ""));
        return analysed(interimData(), "--scenario", plan.toString(), "--look", look)
                .json()
                .get("interim");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    flemingHarrington, rho: 0, gamma: 1 | flemingHarrington(0,1)
                    wilcoxonGehan                       | wilcoxonGehan
                    taroneWare                          | taroneWare
                    modestlyWeighted, tau: 3            | modestlyWeighted(3)
                    cox                                 | cox
                    rmst, tau: 5                        | rmst(5)
                    milestone, at: 5                    | milestone(5)
                    """)
    void a_look_is_judged_by_the_test_of_the_scenario(String test, String asked) throws IOException {
        String efficacy = "efficacy: {z: [1.5, 2.4544, 2.0040]}\n  test: {method: " + test + "}";
        JsonNode interim = interim("1", efficacy);
        JsonNode alone = analysed(interimData(), "--test", asked).json();
        assertThat(interim.get("z").asDouble()).isEqualTo(alone.get("z").asDouble());
        assertThat(interim.get("decision").asString())
                .isEqualTo(interim.get("z").asDouble() >= 1.5 ? "reject" : "continue");
        assertThat(interim.get("predictivePower").isNull()).isEqualTo(!test.equals("cox"));
    }

    @Test
    void a_look_of_maxCombo_is_judged_by_its_p_value() throws IOException {
        Path plan = Files.writeString(
                directory.resolve("plan.yaml"),
                Told.text(Told.CONFIGS.resolve("haic-tace-176.yaml"))
                        .replace("{method: logRank}", "{method: maxCombo, weights: [[0, 0], [0, 1]]}"));
        JsonNode interim = analysed(interimData(), "--scenario", plan.toString(), "--look", "1")
                .json()
                .get("interim");
        double p = analysed(interimData(), "--test", "maxCombo((0,0),(0,1))")
                .json()
                .get("p")
                .asDouble();
        assertThat(interim.get("z").asDouble()).isCloseTo(StandardNormal.upperQuantile(p), within(1e-12));
        assertThat(interim.get("decision").asString()).isEqualTo(p <= 0.025 ? "reject" : "notRejected");
    }

    @Test
    void the_power_that_is_left_agrees_with_what_a_pencil_gives() throws IOException {
        // Without a bound at look 2, look 3 alone decides: the B-value has a normal increment (Lan and Wittes 1988).
        JsonNode interim = interim("1", "efficacy: {z: [3.0, null, 2.0]}");
        double t = interim.get("informationFraction").asDouble();
        double b = interim.get("z").asDouble() * Math.sqrt(t);
        double planned = -Math.log(0.7) * Math.sqrt(249) / 2;
        JsonNode power = interim.get("conditionalPower");
        for (double[] each : new double[][] {
            {power.get("planned").asDouble(), planned},
            {power.get("trend").asDouble(), b / t},
            {power.get("null").asDouble(), 0}
        }) {
            double expected = StandardNormal.upperTail((2.0 - b - each[1] * (1 - t)) / Math.sqrt(1 - t));
            assertThat(each[0]).isCloseTo(expected, within(1e-8));
        }
        double spread = Math.sqrt((1 - t) / t);
        assertThat(interim.get("predictivePower").asDouble())
                .isCloseTo(StandardNormal.upperTail((2.0 - b / t) / spread), within(1e-8));
        assertThat(interim.get("decision").asString()).isEqualTo("continue");
    }

    @Test
    void the_decision_goes_by_the_bounds_of_the_look() throws IOException {
        double z = interim("1").get("z").asDouble();
        assertThat(z).isBetween(0.5, 3.0);
        assertThat(interim("1", "efficacy: {z: [" + (z - 0.1) + ", 2.5, 2]}")
                        .get("decision")
                        .asString())
                .isEqualTo("reject");
        assertThat(interim("1", "efficacy: {z: [3.4, 2.5, 2]}", "futility: {z: [" + (z + 0.1) + ", 0.5]}")
                        .get("decision")
                        .asString())
                .isEqualTo("futile");
        JsonNode last = interim("3");
        assertThat(last.get("decision").asString()).isEqualTo(z >= 2.004 ? "reject" : "notRejected");
        assertThat(last.get("conditionalPower").get("planned").isNull()).isTrue();
        assertThat(last.get("informationFraction").asDouble()).isEqualTo(1);
        assertThat(last.get("repeatedLow").asDouble())
                .isLessThan(last.get("hazardRatio").asDouble());
    }

    @Test
    void the_result_goes_beside_the_text_too() throws IOException {
        Path json = directory.resolve("result.json");
        Told told = Told.by("analyse", AML, "--control", "observed", "--json", json.toString());
        assertThat(told.out()).contains("Log-rank").contains("Hazard ratio");
        assertThat(Told.json(json).get("test").asString()).isEqualTo("logRank");
    }

    @Test
    void long_files_are_read() throws IOException {
        StringBuilder content = new StringBuilder("time,status,arm\n");
        Random random = new Random(2);
        for (int i = 0; i < 200_000; i++) {
            content.append(random.nextDouble())
                    .append(i % 3 == 0 ? ",0," : ",1,")
                    .append(i % 2)
                    .append('\n');
        }
        assertThat(Math.abs(z(analysed(content.toString(), "--test", "logRank"))))
                .isLessThan(5);
    }
}
