package org.equipoise.simulator.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema that editors use and the reader agree on what a scenario looks like. */
class SchemaAgreementTest {
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(ScenarioSchema.text());
    private static final Schema SWEEPS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(ScenarioSchema.ofSweeps());

    private static List<Error> errors(String text) {
        return SCHEMA.validate(text, InputFormat.YAML);
    }

    static List<Path> scenarios() {
        return Configs.scenarios();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void every_scenario_that_ships_is_valid_in_both(Path file) {
        assertThat(errors(Configs.text(file))).isEmpty();
        assertThat(ScenarioReader.read(file).scenario().trial()).isNotEmpty();
        assertThat(Configs.text(file)).startsWith("# yaml-language-server: $schema=schema/scenario.schema.json\n");
        assertThat(Configs.text(Configs.DIRECTORY.resolve("README.md"))).contains("(" + file.getFileName() + ")");
    }

    static List<Path> sweeps() {
        return Configs.sweeps();
    }

    @ParameterizedTest
    @MethodSource("sweeps")
    void every_sweep_that_ships_is_valid_in_both(Path file) {
        assertThat(SWEEPS.validate(Configs.text(file), InputFormat.YAML)).isEmpty();
        assertThat(SweepReader.read(file, List.of()).cases()).hasSizeBetween(10, 200);
        assertThat(Configs.text(file)).startsWith("# yaml-language-server: $schema=schema/sweep.schema.json\n");
        assertThat(Configs.text(Configs.DIRECTORY.resolve("README.md"))).contains("(" + file.getFileName() + ")");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "set: {simulation.seed: 2}",
                "designs: {a: {}, b: {analysis.looks: [{events: 80}], analysis.efficacy: {z: [2]}}}",
                "vary: {analysis.alpha: [0.01, 0.02], enrolment.patients: {from: 100, to: 120, step: 10}}",
                "together: [{analysis.alpha: {from: 0.01, to: 0.02, count: 2}, enrolment.patients: [100, 120]}]",
                "sample: {points: 3, of: {analysis.alpha: {from: 0.01, to: 0.02}, enrolment.patients: [100, 120]}}",
                "sample: {method: random, points: 3, of: {dropout.all.by: {triangular: {from: 5, mode: 8, to: 9}}}}",
                "sample: {points: 3, of: {dropout.all.by: {normal: {mean: 12, sd: 1}}}}",
                "sample: {points: 3, of: {dropout.all.by: {logNormal: {median: 12, sigma: 0.1}}}}",
                "expect: {power: {atLeast: 0.2}}",
            })
    void sweeps_are_valid_in_both(String block, @TempDir Path directory) throws IOException {
        Files.writeString(directory.resolve("base.yaml"), Configs.small());
        String vary = block.startsWith("vary") ? "" : "\nvary: {simulation.replicates: [1000, 2000]}";
        String text = "sweep: s\nbase: base.yaml\n" + block + vary;
        assertThat(SWEEPS.validate(text, InputFormat.YAML)).isEmpty();
        assertThat(SweepReader.read(text, directory.resolve("s.yaml"), List.of())
                        .cases())
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sets: {}",
                "set: [1]",
                "vary: {analysis.alpha: 0.1}",
                "vary: {analysis.alpha: {from: 0.1, to: 0.2}}",
                "together: {analysis.alpha: [0.1]}",
                "sample: {of: {analysis.alpha: [0.1]}}",
                "sample: {points: 0, of: {analysis.alpha: [0.1]}}",
                "sample: {points: 3, method: halton, of: {analysis.alpha: [0.1]}}",
                "sample: {points: 3, of: {analysis.alpha: {normal: {mean: 1}}}}",
                "expect: {power: {least: 1}}",
            })
    void sweeps_are_refused_by_both(String block, @TempDir Path directory) throws IOException {
        Files.writeString(directory.resolve("base.yaml"), Configs.small());
        String vary = block.startsWith("vary") ? "" : "\nvary: {simulation.replicates: [1000, 2000]}";
        String text = "sweep: s\nbase: base.yaml\n" + block + vary;
        assertThat(SWEEPS.validate(text, InputFormat.YAML).isEmpty())
                .as(text)
                .isEqualTo(block.contains("to: 0.2}")); // the schema does not know that one of two is needed
        assertThatThrownBy(() -> SweepReader.read(text, directory.resolve("s.yaml"), List.of()))
                .isInstanceOf(ScenarioFaultsException.class);
    }

    @Test
    void small_and_starting_scenarios_are_valid_in_both() {
        assertThat(errors(Configs.small())).isEmpty();
        assertThat(errors(Configs.small().replace("[3, 2]", "[null, 2.0]"))).isEmpty();
        assertThat(errors(ScenarioSchema.startingScenario())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'trial: T'           | 'trial: 5'",
                "'trial: T'           | 'tril: T'",
                "'  patients: 100'    | ''",
                "'patients: 100'      | 'patients: 1'",
                "'patients: 100'      | 'patients: 100.5'",
                "'patients: 100'      | 'patients: many'",
                "'patients: 100'      | 'patients: \"100\"'",
                "'patients: 100'      | 'patients:'",
                "'patients: 100'      | 'patients: [100]'",
                "'role: control'      | 'role: Control'",
                "'role: control'      | 'roles: control'",
                "'allocation: 1'      | 'allocation: 0'",
                "'allocation: 1'      | 'allocation: true'",
                "'{median: 6}'        | '{median: 0}'",
                "'{median: 6}'        | '{median: 6, hazard: 1}'",
                "'{median: 6}'        | '{mean: 6}'",
                "'{median: 6}'        | '{}'",
                "'{median: 6}'        | '6'",
                "'hazardRatio: 0.6'   | 'hazardRatio: 1001'",
                "'hazardRatio: 0.6'   | 'hazardRatio: {is: 1}'",
                "'hazardRatio: 0.6'   | 'hazardRatio: [{from: 0, is: 0}]'",
                "'hazardRatio: 0.6'   | 'hazardRatio: [{from: 0}]'",
                "'by: 12'             | 'until: 12'",
                "'alpha: 0.025'       | 'alpha: 0.5'",
                "'alpha: 0.025'       | 'sides: 3'",
                "'{events: 50}'       | '{events: 0}'",
                "'{events: 50}'       | '{event: 50}'",
                "'{events: 50}'       | '{allOf: {events: 50}}'",
                "'z: [3, 2]'          | 'z: [3, x]'",
                "'z: [3, 2]'          | 'p: [0, 0.1]'",
                "'z: [3, 2]'          | 'spending: haybittlePeto'",
                "'z: [3, 2]'          | 'boundary: power'",
                "'z: [3, 2]'          | 'spending: pocock, z: [3, 2]'",
                "'z: [3, 2]'          | 'boundary: haybittlePeto, z: [3, 2]'",
                "'z: [3, 2]'          | 'spending: hwangShihDeCani, gamma: 41'",
                "'z: [3, 2]'          | 'spending: values, cumulative: [0.01, 1]'",
                "'z: [3, 2]'          | 'hazardRatio: [0.6, 0]'",
                "'seed: 1'            | 'seed: 1.5'",
                "'replicates: 1000'   | 'replicates: 1e10'",
                "'seed: 1'            | 'estimates: all'",
            })
    void what_is_built_wrongly_is_refused_by_both(String before, String after) {
        assertThat(Configs.small()).contains(before);
        String text = Configs.small().replace(before, after);
        assertThat(errors(text)).isNotEmpty();
        assertThatThrownBy(() -> ScenarioReader.read(text, "t.yaml", List.of()))
                .isInstanceOf(ScenarioFaultsException.class);
    }
}
