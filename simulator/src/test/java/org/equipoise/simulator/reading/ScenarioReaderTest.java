package org.equipoise.simulator.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.equipoise.simulator.scenario.Arm;
import org.equipoise.simulator.scenario.EnrolmentPlan;
import org.equipoise.simulator.scenario.EventModel;
import org.equipoise.simulator.scenario.HazardRatio;
import org.equipoise.simulator.scenario.Look;
import org.equipoise.simulator.scenario.Randomisation;
import org.equipoise.simulator.scenario.Scenario;
import org.equipoise.simulator.scenario.SimulationPlan;
import org.equipoise.simulator.scenario.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Valid scenarios: what is read, and what does not matter. */
class ScenarioReaderTest {

    private static ReadScenario read(String text) {
        return ScenarioReader.read(text, "test.yaml", List.of());
    }

    @Test
    void base_scenario_is_read_as_it_is_written() {
        Scenario scenario = ScenarioReader.read(Configs.baseFile()).scenario();

        assertThat(scenario.trial()).isEqualTo("HAIC-TACE-176");
        assertThat(scenario.timeUnit()).isEqualTo(TimeUnit.MONTH);
        assertThat(scenario.arms())
                .containsExactly(
                        java.util.Map.entry("TACE", new Arm(Arm.Role.CONTROL, 1)),
                        java.util.Map.entry("HAIC", new Arm(Arm.Role.EXPERIMENTAL, 1)));
        assertThat(scenario.enrolment().patients()).isEqualTo(176);
        assertThat(scenario.enrolment().arrivals()).isEqualTo(EnrolmentPlan.Arrivals.POISSON);
        assertThat(scenario.enrolment().rates())
                .extracting(piece -> piece.rate())
                .containsExactly(4.0, 8.0, 12.0);
        assertThat(scenario.randomisation()).isEqualTo(new Randomisation(Randomisation.Method.PERMUTED_BLOCK, 4, null));
        assertThat(scenario.model("TACE")).isEqualTo(new EventModel.ByMedian(6.5));
        assertThat(scenario.model("HAIC")).isEqualTo(new EventModel.Relative(new HazardRatio.Constant(0.62)));
        assertThat(scenario.analysis().looks()).containsExactly(new Look.Events(137));
        assertThat(scenario.simulation())
                .isEqualTo(new SimulationPlan(100_000, 5_233_358, null, SimulationPlan.Estimates.COX));
    }

    static List<Path> scenarios() {
        return Configs.scenarios();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void yaml_and_json_spellings_are_the_same_scenario(Path file) {
        JsonNode tree = YAMLMapper.builder().build().readTree(Configs.text(file));
        ReadScenario yaml = ScenarioReader.read(file);

        for (String json : List.of(
                tree.toString(),
                JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(tree))) {
            ReadScenario other = ScenarioReader.read(json, "test.json", List.of());
            assertThat(other).isEqualTo(yaml);
        }
    }

    @Test
    void json_indented_by_tabs_is_read() {
        String json = YAMLMapper.builder().build().readTree(Configs.small()).toPrettyString();
        assertThat(read(json.replace("  ", "\t"))).isEqualTo(read(Configs.small()));
    }

    @Test
    void starting_scenario_is_valid_and_every_default_in_it_is_the_default() {
        String text = ScenarioSchema.startingScenario();
        String spelledOut = text.replace("# timeUnit:", "timeUnit:")
                .replace("} # , allocation: 1", "}")
                .replace("# arrivals:", "arrivals:")
                .replace("# randomisation:", "randomisation:")
                .replace("#   method: permutedBlock ", "  method: permutedBlock ")
                .replace("# type: timeToEvent", "type: timeToEvent")
                .replace(
                        "# test:\n  #   method: logRank\n  #   hazardRatioH0: 1 ",
                        "test:\n    method: logRank\n    hazardRatioH0: 1 ")
                .replace("# sides:", "sides:")
                .replace("# simulation:", "simulation:")
                .replace("#   replicates:", "  replicates:")
                .replace("#   seed:", "  seed:")
                .replace("#   estimates:", "  estimates:");

        assertThat(spelledOut
                        .lines()
                        .filter(line -> line.strip().startsWith("#"))
                        .count())
                .as("lines uncommented")
                .isEqualTo(text.lines()
                                .filter(line -> line.strip().startsWith("#"))
                                .count()
                        - 13);
        assertThat(read(spelledOut)).isEqualTo(read(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"12", "12.0", "1.2e1", "+12", "120e-1"})
    void a_whole_number_may_be_spelled_in_any_decimal_way(String spelling) {
        assertThat(read(Configs.small().replace("replicates: 1000", "replicates: " + spelling))
                        .scenario()
                        .simulation()
                        .replicates())
                .isEqualTo(12);
    }

    @Test
    void a_seed_keeps_all_its_digits() {
        String text = Configs.small().replace("seed: 1\n", "seed: -9223372036854775807\n");
        assertThat(read(text).scenario().simulation().seed()).isEqualTo(-9223372036854775807L);
    }

    @Test
    void comments_line_ends_byte_order_mark_and_order_of_keys_do_not_matter() {
        ReadScenario plain = read(Configs.small());
        String moved = Configs.small().replace("trial: T\n", "") + "trial: 'T'   # moved\n";

        assertThat(read(Configs.small().replace("\n", "\r\n"))).isEqualTo(plain);
        assertThat(read("\uFEFF" + Configs.small())).isEqualTo(plain);
        assertThat(read("%YAML 1.2\n---\n" + Configs.small() + "...\n")).isEqualTo(plain);
        assertThat(read(moved)).isEqualTo(plain);
        assertThat(read(Configs.small().replace("A: {role: control}", "A: {allocation: 1.0, role: control}")))
                .isEqualTo(plain);
    }

    @Test
    void hash_follows_content_and_the_order_of_arms() {
        String hash = read(Configs.small()).hash();
        String swapped = Configs.small()
                .replace(
                        "  A: {role: control}\n  B: {role: experimental, allocation: 1}\n",
                        "  B: {role: experimental}\n  A: {role: control}\n");

        assertThat(hash).matches("[0-9a-f]{64}");
        assertThat(read(Configs.small().replace("0.6}", "0.61}")).hash()).isNotEqualTo(hash);
        assertThat(read(swapped).hash()).isNotEqualTo(hash);
        assertThat(read(Configs.small().replace("z: [3, 2]", "p: [0.3, 0.2]")).hash())
                .isNotEqualTo(hash);
    }

    @Test
    void hash_of_the_base_scenario_stays_as_published() {
        assertThat(ScenarioReader.read(Configs.baseFile()).hash())
                .as("changes only together with the file or with the meaning of a key")
                .isEqualTo("d5092a71710a6219a564620365cea5d7610213f71f145725e7773e54dec920d7");
    }

    @Test
    void an_anchor_may_be_used_again() {
        String text = Configs.small()
                .replace("A: {median: 6}", "A: &six {median: &n 6}")
                .replace("B: {hazardRatio: 0.6}", "B: *six")
                .replace("all: {probability: 0.05, by: 12}", "all: {probability: 0.05, by: *n}");
        Scenario scenario = read(text).scenario();

        assertThat(scenario.model("B")).isEqualTo(new EventModel.ByMedian(6));
        assertThat(scenario.dropout().get("all").toString()).contains("by=6.0");
    }

    @Test
    void names_may_hold_spaces_dots_and_other_scripts() {
        String text = Configs.small().replace("A:", "\"low dose 1.5\":").replace("B:", "介入:");
        assertThat(read(text).scenario().armsControlFirst()).containsExactly("low dose 1.5", "介入");
    }

    @Test
    void a_null_bound_skips_a_look() {
        String text = Configs.small().replace("z: [3, 2]", "z: [null, 2]");
        assertThat(read(text).bounds().comparison(0).efficacy(0)).isInfinite();
        assertThat(read(text.replace("null", "~"))).isEqualTo(read(text));
    }

    @Test
    void a_file_is_read_by_its_content_whatever_its_name(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("scenario.txt"), Configs.small());
        assertThat(ScenarioReader.read(file)).isEqualTo(read(Configs.small()));
    }
}
