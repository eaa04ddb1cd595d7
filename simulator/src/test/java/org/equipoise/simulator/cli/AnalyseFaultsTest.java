package org.equipoise.simulator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Data that cannot be analysed: every fault with its place, nothing on standard output, no trace of a program. */
class AnalyseFaultsTest {
    /** Two arms, good in every way; line 5 is free. */
    private static final String GOOD = "time,status,arm,site\n1,1,control,x\n2,0,new,y\n3,1,new,x\n";

    @TempDir
    private Path directory;

    private Told wrong(byte[] content, String... options) throws IOException {
        Path file = Files.write(directory.resolve("d.csv"), content);
        List<String> arguments = new ArrayList<>(List.of("analyse", file.toString()));
        arguments.addAll(List.of(options));
        Told told = Told.by(arguments.toArray(String[]::new));
        assertThat(told.status()).as(told.err()).isEqualTo(2);
        assertThat(told.out()).isEmpty();
        assertThat(told.err()).isNotEmpty().doesNotContain("Exception").doesNotContain("\tat ");
        assertThat(told.err().codePoints().filter(c -> c < ' ' && c != '\n' && c != '\r'))
                .isEmpty();
        return told;
    }

    private Told wrong(String content, String... options) throws IOException {
        return wrong(content.getBytes(StandardCharsets.UTF_8), options);
    }

    static Stream<Arguments> lines() {
        return Stream.of(
                Arguments.of(",1,new,x", "5:1: time: is missing: the field is empty"),
                Arguments.of("NA,1,new,x", "5:1: time: is missing: 'NA'"),
                Arguments.of("\"\",1,new,x", "5:1: time: is missing"),
                Arguments.of("NaN,1,new,x", "5:1: time: is missing: 'NaN'"),
                Arguments.of(".,1,new,x", "5:1: time: is missing: '.'"),
                Arguments.of("-2,1,new,x", "5:1: time: must not be negative, was -2"),
                Arguments.of("-1e-9,1,new,x", "must not be negative, was -1e-9"),
                Arguments.of("inf,1,new,x", "must be finite, was inf"),
                Arguments.of("-Infinity,1,new,x", "must be finite, was -Infinity"),
                Arguments.of("1e999,1,new,x", "must be finite, was 1e999"),
                Arguments.of("twelve,1,new,x", "must be a number, was 'twelve'"),
                Arguments.of("0x1p3,1,new,x", "must be a number, was '0x1p3'"),
                Arguments.of("5d,1,new,x", "must be a number, was '5d'"),
                Arguments.of("1 2,1,new,x", "must be a number, was '1 2'"),
                Arguments.of("\"5,5\",1,new,x", "write 5.5 if the comma is a decimal one"),
                Arguments.of("2024-03-01,1,new,x", "not a date"),
                Arguments.of("12+,0,new,x", "write 12, and say by the status"),
                Arguments.of("12 months,0,new,x", "without a unit"),
                Arguments.of("٣,0,new,x", "must be a number, was '٣'"),
                Arguments.of("1,,new,x", "5:3: status: is missing: the field is empty"),
                Arguments.of("1,na,new,x", "5:3: status: is missing: 'na'"),
                Arguments.of("1,3,new,x", "5:3: status: is not a known status: '3'"),
                Arguments.of("1,-1,new,x", "is not a known status: '-1'"),
                Arguments.of("1,0.5,new,x", "is not a known status: '0.5'"),
                Arguments.of("1,dead,new,x", "is not a known status: 'dead'"),
                Arguments.of("1,2,new,x", "5:3: status: is 2 in a column that is coded 0 (censored) and 1 (event)"),
                Arguments.of("1,TRUE,new,x", "status: is true in a column that is coded 0"),
                Arguments.of("1,1,,x", "5:5: arm: is missing: the field is empty"),
                Arguments.of("1,1,NA,x", "5:5: arm: is missing: 'NA'"),
                Arguments.of("1,1,New,x", "arm: has 3 levels"),
                Arguments.of("1,1,new,", "5:9: site: is missing: the field is empty"),
                Arguments.of("1,1,new", "5:1: has 3 fields, the first line has 4"),
                Arguments.of("1,1,new,x,", "5:1: has 5 fields, the first line has 4"),
                Arguments.of(",", "has 2 fields, the first line has 4 (it is empty; delete it)"),
                Arguments.of("1;1;new;x", "5:1: has 1 field, the first line has 4"),
                Arguments.of("1,1,\"new\"x,x", "5:10: there is text after a closing quote"),
                Arguments.of("1,1,\"new,x", "5:5: the quote that opens here is never closed"),
                Arguments.of("1,1,\"" + "x".repeat(70_000) + "\",x", "more than 65536 characters"),
                Arguments.of("1,1,new\u0007\u001b[31m,x", "arm: has 3 levels"));
    }

    @ParameterizedTest
    @MethodSource("lines")
    void a_wrong_line_is_told_with_its_place(String line, String words) throws IOException {
        Told told = wrong(GOOD + line + "\n", "--strata", "site");
        assertThat(told.err()).contains(words).contains("d.csv").contains("nothing was analysed");
        assertThat(told.err().lines()).hasSize(2);
    }

    static Stream<Arguments> files() {
        return Stream.of(
                Arguments.of("", "is empty", List.of()),
                Arguments.of("\n\n  \n", "is empty", List.of()),
                Arguments.of("time,status,arm\n", "has no patients", List.of()),
                Arguments.of("1,1,a\n2,0,b\n", "no column is named 'time'", List.of()),
                Arguments.of("time,status,event,arm\n1,1,1,a\n", "any of the columns 'status', 'event'", List.of()),
                Arguments.of("time,time,status,arm\n1,1,1,a\n", "2 columns are named 'time'", List.of()),
                Arguments.of("time;status,arm\n1,1,a\n", "separated by comma or semicolon", List.of()),
                Arguments.of("time status arm\n1 1 a\n", "has only one: time status arm", List.of()),
                Arguments.of(
                        GOOD, "there is no column 'tiem' for --time (did you mean 'time'?", List.of("--time", "tiem")),
                Arguments.of(GOOD, "already has another use", List.of("--strata", "arm")),
                Arguments.of(GOOD, "there is no column 'ecog' for --strata", List.of("--strata", "site,ecog")),
                Arguments.of(GOOD, "no patient has the level 'ctrl'", List.of("--control", "ctrl")),
                Arguments.of(GOOD, "name the same level", List.of("--control", "new", "--experimental", "new")),
                Arguments.of(GOOD.replace("new", "control"), "has only one level", List.of()),
                Arguments.of(GOOD.replace("control", "old"), "does not say which level is control", List.of()),
                Arguments.of("PK\u0003\u0004xxxx", "is a spreadsheet", List.of()),
                Arguments.of("t\0i\0m\0e\0", "is not UTF-8 text", List.of()),
                Arguments.of(GOOD, "must be comma, semicolon or tab", List.of("--separator", "pipe")),
                Arguments.of(GOOD, "--level: must be above 0", List.of("--level", "95")),
                Arguments.of(GOOD, "--hazard-ratio-h0: must be above 0", List.of("--hazard-ratio-h0", "-1")),
                Arguments.of(
                        GOOD,
                        "--hazard-ratio-h0: maxCombo does not test a hazard ratio",
                        List.of("--hazard-ratio-h0", "1.3", "--test", "logRank,maxCombo")),
                Arguments.of(GOOD, "--ties: must be one of efron, breslow, exact", List.of("--ties", "none")),
                Arguments.of(GOOD, "--scale: must be one of", List.of("--scale", "logit")),
                Arguments.of(GOOD, "--times: each must be finite", List.of("--times", "1,-1")),
                Arguments.of(GOOD, "did you mean 'logRank'?", List.of("--test", "logrank")),
                Arguments.of(GOOD, "takes two numbers, was given 1", List.of("--test", "flemingHarrington(1)")),
                Arguments.of(
                        GOOD, "gamma must be finite and not negative", List.of("--test", "flemingHarrington(0,-1)")),
                Arguments.of(GOOD, "'x' is not a number", List.of("--test", "rmst(x)")),
                Arguments.of(GOOD, "tau must be finite and above 0", List.of("--test", "rmst(0)")),
                Arguments.of(GOOD, "t must be finite and not negative", List.of("--test", "milestone(-1)")),
                Arguments.of(GOOD, "up to 2, its longest", List.of("--test", "rmst(30)", "--control", "new")),
                Arguments.of(GOOD, "logRank takes no numbers", List.of("--test", "logRank(1)")),
                Arguments.of(GOOD, "there is no such test", List.of("--test", "")),
                Arguments.of(GOOD, "there is no such test", List.of("--test", "rmst(2")),
                Arguments.of(GOOD, "pairs of numbers", List.of("--test", "maxCombo(0,0,1)")));
    }

    @ParameterizedTest
    @MethodSource("files")
    void what_is_wrong_as_a_whole_is_told_with_the_way_out(String content, String words, List<String> options)
            throws IOException {
        String data = words.startsWith("up to") ? content.replace("3,1,new", "1,1,new") : content;
        assertThat(wrong(data, options.toArray(String[]::new)).err()).contains(words);
    }

    @Test
    void files_that_are_none_are_told() {
        for (String file : List.of("nowhere.csv", ".", "", "a\0b")) {
            Told told = Told.by("analyse", file);
            assertThat(told.status()).isEqualTo(2);
            assertThat(told.out()).isEmpty();
            assertThat(told.err().lines()).hasSizeBetween(1, 2);
            assertThat(told.err()).doesNotContain("Exception");
        }
        assertThat(Told.by("analyse", "nowhere.csv").err()).contains("there is no such file");
        assertThat(Told.by("analyse").err()).contains("DATA.csv");
    }

    @Test
    void text_in_another_encoding_matters_where_it_is_used() throws IOException {
        byte[] latin = GOOD.replace("new", "n\u00e9w").getBytes(StandardCharsets.ISO_8859_1);
        assertThat(wrong(latin).err())
                .contains("d.csv:3:5: arm: is not UTF-8 text")
                .contains("save the file as UTF-8");
        Path file = Files.write(
                directory.resolve("e.csv"), GOOD.replace("y", "\u00e9").getBytes(StandardCharsets.ISO_8859_1));
        assertThat(Told.by("analyse", file.toString()).status()).isZero();
    }

    @Test
    void all_faults_are_told_at_once_in_their_order() throws IOException {
        Told told = wrong(GOOD + "x,1,new,x\n-1,7,,y\n4,1,new\n");
        assertThat(told.err().lines().map(line -> line.replaceAll(".*d\\.csv:(\\d+:\\d+): .*", "$1")))
                .containsExactly("5:1", "6:1", "6:4", "6:6", "7:1", "5 faults; nothing was analysed.");
    }

    @Test
    void faults_beyond_what_a_person_can_read_are_counted() throws IOException {
        Told told = wrong(GOOD + "x,1,new,x\n".repeat(1500));
        assertThat(told.err().lines()).hasSize(201);
        assertThat(told.err()).contains("1,500 faults, of which the first 200 are told; nothing was analysed.");
    }

    @Test
    void several_wrong_tests_are_told_one_a_line() throws IOException {
        assertThat(wrong(GOOD, "--test", "cox,foo", "--test", "rmst(0)").err().lines())
                .hasSize(2)
                .allMatch(line -> line.startsWith("equipoise: --test "));
    }

    @Test
    void a_look_must_be_one_that_the_scenario_has_and_the_data_fit() throws IOException {
        String plan = Told.CONFIGS.resolve("three-looks.yaml").toString();
        assertThat(wrong(GOOD, "--look", "1").err()).contains("--scenario and --look go together");
        assertThat(wrong(GOOD, "--scenario", plan).err()).contains("--scenario and --look go together");
        assertThat(wrong(GOOD, "--scenario", plan, "--look", "4").err()).contains("must be from 1 to 3", "was 4");
        assertThat(wrong(GOOD, "--scenario", plan, "--look", "x").err()).contains("is not a whole number");
        assertThat(wrong(GOOD, "--scenario", "none.yaml", "--look", "1").err()).contains("there is no such file");
        assertThat(wrong(GOOD + "1,1,new,x\n".repeat(200), "--scenario", plan, "--look", "1")
                        .err())
                .contains("look 2 of the scenario is at 166 events, and the data have 202 already");
        String rates = Told.CONFIGS.resolve("response-rate.yaml").toString();
        assertThat(wrong(GOOD, "--scenario", rates, "--look", "1").err()).contains("a binary endpoint is planned");
        String stratified = Told.CONFIGS.resolve("haic-tace-strata.yaml").toString();
        assertThat(wrong(GOOD, "--scenario", stratified, "--look", "1").err())
                .contains("name their columns by --strata");
        assertThat(wrong(GOOD, "--scenario", plan, "--look", "1", "--strata", "site")
                        .err())
                .contains("leave --strata out");
        Path means = Files.writeString(
                directory.resolve("means.yaml"),
                Told.text(Path.of(plan)).replace("  alpha: 0.025", "  test: {method: rmst, tau: 8}"));
        assertThat(wrong(GOOD + "4,0,new,x\n", "--scenario", means.toString(), "--look", "1")
                        .err())
                .contains("--scenario: tests by rmst(8): survival in arm", "choose a time up to that");
        String arms = Told.CONFIGS.resolve("three-arms.yaml").toString();
        assertThat(wrong(GOOD, "--scenario", arms, "--look", "1").err()).contains("has 3 arms");
        assertThat(wrong(GOOD, "--scenario", plan, "--look", "1", "--json", plan)
                        .err())
                .contains("is the scenario itself");
    }

    @Test
    void an_output_never_replaces_the_data() throws IOException {
        Path file = directory.resolve("d.csv");
        assertThat(wrong(GOOD, "--json", file.toString()).err()).contains("is the data itself");
        assertThat(file).hasContent(GOOD);
    }
}
