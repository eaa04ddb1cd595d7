package org.equipoise.simulator.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.equipoise.simulator.scenario.Criterion;
import org.equipoise.simulator.scenario.HazardRatio;
import org.equipoise.simulator.scenario.Scenario;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Valid sweeps: which scenarios they are, and in which order. */
class SweepReaderTest {
    private static final String HEAD = "sweep: s\nbase: base.yaml\n";

    @TempDir
    private Path directory;

    @BeforeEach
    void writeBase() throws IOException {
        Files.writeString(directory.resolve("base.yaml"), Configs.small());
    }

    private ReadSweep read(String blocks, String... overrides) {
        return SweepReader.read(HEAD + blocks, directory.resolve("s.yaml"), List.of(overrides));
    }

    private static List<String> column(ReadSweep sweep, String path) {
        int column = sweep.paths().indexOf(path);
        return sweep.cases().stream().map(each -> each.values().get(column)).toList();
    }

    private static List<Scenario> scenarios(ReadSweep sweep) {
        return sweep.cases().stream().map(each -> each.read().scenario()).toList();
    }

    @Test
    void the_first_path_varies_slowest() {
        ReadSweep sweep = read(
                "vary: {analysis.alpha: [0.01, 0.020], enrolment.patients: [90, 100, 110], simulation.seed: [1, 2]}");
        assertThat(sweep.name()).isEqualTo("s");
        assertThat(sweep.paths()).containsExactly("analysis.alpha", "enrolment.patients", "simulation.seed");
        assertThat(sweep.cases()).hasSize(12);
        assertThat(sweep.cases().get(0).values()).containsExactly("0.01", "90", "1");
        assertThat(sweep.cases().get(1).values()).containsExactly("0.01", "90", "2");
        assertThat(sweep.cases().get(2).values()).containsExactly("0.01", "100", "1");
        assertThat(sweep.cases().get(6).values()).containsExactly("0.020", "90", "1");
    }

    /** The promise of a table of results: each row is what an ordinary reading with the same overrides gives. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "vary: {analysis.alpha: [0.01, 0.020], enrolment.patients: {from: 90, to: 110, step: 10}}",
                "vary: {arms.B.allocation: [1, 3], endpoints.PFS.model.A: [{median: 7}, {hazard: 0.1}]}",
                "vary: {endpoints.PFS.model.B.hazardRatio: [0.5, [{from: 0, is: 1}, {from: 2, is: 0.5}]]}",
                "together: [{enrolment.patients: [90, 100], analysis.looks.1.events: [70, 100]}, {title: [a, 'b: c']}]",
                "vary: {randomisation: [{method: simple}, {method: complete}]}\nsample: {points: 5, of: {dropout.all.by: {from: 6, to: 12}}}",
            })
    void a_scenario_is_the_base_with_its_values_as_overrides(String blocks) {
        ReadSweep sweep = read(blocks);
        for (SweepCase each : sweep.cases()) {
            List<String> overrides = new ArrayList<>();
            for (int j = 0; j < sweep.paths().size(); j++) {
                String value = each.values().get(j);
                overrides.add(sweep.paths().get(j) + "="
                        + (value.contains(": ") && !value.matches("[\\[{].*") ? "'" + value + "'" : value));
            }
            assertThat(each.read()).isEqualTo(ScenarioReader.read(directory.resolve("base.yaml"), overrides));
        }
        assertThat(sweep.cases().stream().map(each -> each.read().hash()).distinct())
                .hasSameSizeAs(sweep.cases());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "from: 0.55, to: 0.70, step: 0.05 | 0.55 0.6 0.65 0.7",
                "from: 0.1, to: 0.35, step: 0.1 | 0.1 0.2 0.3",
                "from: 5e-1, to: 0.7, step: 1e-1 | 0.5 0.6 0.7",
                "from: 0.5, to: 0.7, count: 4 | 0.5 0.566667 0.633333 0.7",
                "from: 0.1, to: 0.3, count: 3 | 0.1 0.2 0.3",
                "from: 0.1, to: 0.10000001, count: 3 | 0.1 0.100000005 0.10000001",
            })
    void ranges_are_decimal(String range, String values) {
        ReadSweep sweep = read("vary: {endpoints.PFS.model.B.hazardRatio: {" + range + "}}");
        assertThat(column(sweep, "endpoints.PFS.model.B.hazardRatio")).containsExactly(values.split(" "));
        assertThat(scenarios(sweep))
                .extracting(scenario -> scenario.model("B").toString())
                .containsExactly(IntStream.range(0, sweep.cases().size())
                        .mapToObj(i -> "Relative[hazardRatio="
                                + new HazardRatio.Constant(Double.parseDouble(values.split(" ")[i])) + "]")
                        .toArray(String[]::new));
    }

    @Test
    void long_whole_numbers_keep_their_digits() {
        assertThat(column(read("vary: {simulation.seed: {from: 1000000, to: 1000010, count: 11}}"), "simulation.seed"))
                .contains("1000001", "1000009");
    }

    @Test
    void values_in_step_are_not_crossed() {
        ReadSweep sweep = read(
                "together:\n  - {enrolment.patients: [90, 100], analysis.looks.1.events: {from: 70, to: 80, step: 10}}\n"
                        + "  - analysis.alpha: [0.01, 0.02, 0.03]\n");
        assertThat(sweep.cases()).hasSize(6);
        assertThat(sweep.axes())
                .containsExactly(
                        new SweepAxis("together", List.of("enrolment.patients", "analysis.looks.1.events"), 2),
                        new SweepAxis("together", List.of("analysis.alpha"), 3));
        assertThat(column(sweep, "analysis.looks.1.events")).containsExactly("70", "70", "70", "80", "80", "80");
    }

    @Test
    void designs_and_assumptions_are_crossed_by_name() {
        ReadSweep sweep = read("""
                vary: {simulation.seed: [1, 2]}
                assumptions:
                  planned: {}
                  null: {endpoints.PFS.model.B.hazardRatio: 1, expect.power: {atMost: 0.03}}
                designs:
                  two looks: {}
                  one look: {analysis: {looks: [{events: 70}]}}
                """);
        assertThat(sweep.paths()).containsExactly("design", "assumption", "simulation.seed");
        assertThat(sweep.cases()).hasSize(8);
        assertThat(sweep.cases().get(7).values()).containsExactly("one look", "null", "2");
        assertThat(scenarios(sweep).get(7).analysis().looks()).hasSize(1);
        assertThat(scenarios(sweep).get(7).expect()).containsEntry("power", new Criterion(null, 0.03));
        assertThat(scenarios(sweep).get(5).expect()).isEmpty();
        assertThat(sweep.axes()).extracting(SweepAxis::block).containsExactly("designs", "assumptions", "vary");
    }

    @Test
    void a_value_may_lie_within_a_block_that_a_design_puts_there() {
        ReadSweep sweep = read("""
                designs:
                  two looks: {}
                  three looks: {analysis: {looks: [{events: 30}, {events: 60}, {events: 80}], efficacy: {boundary: pocock}}}
                vary: {analysis.looks.1.events: [60, 70]}
                """);
        assertThat(scenarios(sweep))
                .extracting(scenario -> scenario.analysis().looks().get(1).toString())
                .containsExactly(
                        "Events[events=60.0]", "Events[events=70.0]", "Events[events=60.0]", "Events[events=70.0]");
    }

    @Test
    void what_is_set_holds_for_all_and_overrides_come_last() {
        ReadSweep sweep = read("""
                set: {simulation.replicates: 50, enrolment: {patients: 120, duration: 11}, simulation.seed: 3}
                vary: {enrolment.patients: [110, 130]}
                expect: {power: {atLeast: 0.1}, looks.0.z: {atLeast: 0}}
                """, "simulation.replicates=60", "expect.power.atLeast=0.2");
        assertThat(scenarios(sweep)).allSatisfy(scenario -> {
            assertThat(scenario.simulation().replicates()).isEqualTo(60);
            assertThat(scenario.simulation().seed()).isEqualTo(3);
            assertThat(scenario.enrolment().duration()).isEqualTo(11);
            assertThat(scenario.expect().get("power")).isEqualTo(new Criterion(0.2, null));
            assertThat(scenario.expect()).containsOnlyKeys("power", "looks.0.z");
        });
        assertThat(column(sweep, "enrolment.patients")).containsExactly("110", "130");
    }

    @Test
    void a_low_discrepancy_sample_spreads_over_every_path() {
        ReadSweep sweep = read(
                "sample: {points: 64, seed: 5, of: {dropout.all.by: {from: 6, to: 14}, endpoints.PFS.model.A.median: {from: 4, to: 8}}}");
        assertThat(sweep.axes())
                .containsExactly(
                        new SweepAxis("sample", List.of("dropout.all.by", "endpoints.PFS.model.A.median"), 64));
        for (String path : sweep.paths()) {
            double from = path.startsWith("dropout") ? 6 : 4;
            double width = path.startsWith("dropout") ? 8 : 4;
            assertThat(column(sweep, path).stream()
                            .map(value -> (int) (64 * (Double.parseDouble(value) - from) / width)))
                    .as("one value in each of 64 equal parts")
                    .containsExactlyInAnyOrderElementsOf(
                            IntStream.range(0, 64).boxed().toList());
        }
        assertThat(column(sweep, "dropout.all.by")).allMatch(value -> value.length() <= 7);
    }

    /** Means of 4,000 independent draws: 4.5 standard errors are exceeded once in 150,000 times. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{from: 5, to: 7} | 6 | 0.577",
                "{from: 4, to: 8, step: 1} | 6 | 1.414",
                "[4, 5, 9] | 6 | 2.160",
                "{triangular: {from: 4, mode: 5, to: 9}} | 6 | 1.080",
                "{normal: {mean: 6, sd: 0.5}} | 6 | 0.5",
                "{logNormal: {median: 6, sigma: 0.3}} | 6.27617 | 1.926",
            })
    void draws_have_the_distribution_they_name(String law, double mean, double sd) {
        for (String method : List.of("random", "sobol")) {
            ReadSweep sweep =
                    read("sample: {method: " + method + ", points: 4000, seed: 11, of: {dropout.all.by: " + law + "}}");
            double[] drawn = column(sweep, "dropout.all.by").stream()
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            double average =
                    IntStream.range(0, drawn.length).mapToDouble(i -> drawn[i]).sum() / drawn.length;
            double squares = IntStream.range(0, drawn.length)
                    .mapToDouble(i -> Math.pow(drawn[i] - average, 2))
                    .sum();
            double error = 4.5 * sd / Math.sqrt(drawn.length);
            assertThat(average).isCloseTo(mean, within(method.equals("random") ? error : error / 10));
            assertThat(Math.sqrt(squares / drawn.length)).isCloseTo(sd, within(0.06 * sd));
        }
    }

    @Test
    void a_sample_depends_on_its_seed_alone() {
        String sample = "sample: {method: %s, points: 20, seed: %d, of: {dropout.all.by: {from: 6, to: 14}}}";
        for (String method : List.of("random", "sobol")) {
            assertThat(read(sample.formatted(method, 1))).isEqualTo(read(sample.formatted(method, 1)));
            assertThat(read(sample.formatted(method, 1)).cases())
                    .isNotEqualTo(read(sample.formatted(method, 2)).cases());
        }
    }

    @Test
    void the_hash_names_the_content() throws IOException {
        ReadSweep sweep = read("vary: {analysis.alpha: [0.01, 0.02], simulation.seed: [1, 2]}");
        String json = YAMLMapper.builder()
                .build()
                .readTree(
                        "base: base.yaml\nsweep: other\nvary: {analysis.alpha: [0.01, 0.02], simulation.seed: [1, 2]}\n"
                                + "expect: {power: {atLeast: 0.1}}")
                .toString();
        assertThat(SweepReader.read(json, directory.resolve("s.json"), List.of())
                        .hash())
                .isEqualTo(sweep.hash())
                .hasSize(64);
        assertThat(read("vary: {analysis.alpha: [0.01, 0.02], simulation.seed: [1, 3]}")
                        .hash())
                .isNotEqualTo(sweep.hash());
        assertThat(read("vary: {simulation.seed: [1, 2], analysis.alpha: [0.01, 0.02]}")
                        .hash())
                .isNotEqualTo(sweep.hash());
        Files.writeString(directory.resolve("base.yaml"), Configs.small().replace("duration: 10", "duration: 11"));
        assertThat(read("vary: {analysis.alpha: [0.01, 0.02], simulation.seed: [1, 2]}")
                        .hash())
                .isNotEqualTo(sweep.hash());
    }

    @Test
    void a_program_can_make_a_sweep_of_scenarios() {
        ReadSweep grid = read("vary: {analysis.alpha: [0.01, 0.02], simulation.seed: [1, 2, 3]}");
        assertThat(ReadSweep.of("s", grid.paths(), grid.cases())).isEqualTo(grid);
        ReadSweep inStep = read("together: [{analysis.alpha: [0.01, 0.02], simulation.seed: [1, 2]}]");
        assertThat(ReadSweep.of("s", inStep.paths(), inStep.cases())).isEqualTo(inStep);
    }

    @Test
    void the_base_is_named_from_where_the_sweep_stands() throws IOException {
        Path file = Files.createDirectories(directory.resolve("plans")).resolve("s.yaml");
        Files.writeString(file, "sweep: s\nbase: ../base.yaml\nvary: {analysis.alpha: [0.01, 0.02]}\n");
        assertThat(SweepReader.read(file, List.of()).cases()).hasSize(2);
        assertThat(SweepReader.isSweep(file)).isTrue();
        assertThat(SweepReader.isSweep(directory.resolve("base.yaml"))).isFalse();
        assertThat(SweepReader.isSweep(directory.resolve("none.yaml"))).isFalse();
    }
}
