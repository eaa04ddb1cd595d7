package org.equipoise.simulator.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.equipoise.simulator.scenario.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A scenario that is written and read again is the same one. */
class ScenarioTextTest {
    static Stream<Path> files() {
        return Configs.scenarios().stream().filter(file -> !Configs.text(file).contains("\nsweep:"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void a_config_reads_back(Path file) {
        assertReadsBack(ScenarioReader.read(file).scenario());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "title='yes'",
                "title=' 1e5 '",
                "title=\"a \\\" quote, a \\\\ backslash,\\n a line, a \\t tab and a \\u0007 bell\"",
                "title='null'",
                "title='# no comment: [x], {y} & *z'",
                "description='über 𝒮 \u202e'",
                "simulation.seed=-9223372036854775808",
                "simulation.targetStandardError=1e-9",
                "dropout={all: {probability: 0.1, by: 0.30000000000000004}}",
                "arms.\"B\"={role: experimental, allocation: 3}",
                "analysis.efficacy={z: [null, 1.9599639845400545]}",
                "endpoints.PFS.model.B={hazardRatio: [{from: 0, is: 1}, {from: 3, is: 0.55}]}",
                "endpoints.PFS.model.A={cure: 0.15, of: {weibull: {shape: 1.3, median: 6.5}}}"
            })
    void anything_reads_back(String override) {
        assertReadsBack(
                ScenarioReader.read(Configs.small(), "test", List.of(override)).scenario());
    }

    @Test
    void names_that_look_like_something_else_read_back() {
        String name = "x".repeat(150);
        String text = Configs.small()
                .replace("  A:", "  \"1.5\":")
                .replace("      A:", "      \"1.5\":")
                .replace("  B:", "  \"" + name + ".true\":")
                .replace("      B:", "      \"" + name + ".true\":");
        assertReadsBack(ScenarioReader.read(text, "test", List.of()).scenario());
    }

    private static void assertReadsBack(Scenario scenario) {
        String text = ScenarioText.of(scenario);
        ReadScenario again = ScenarioReader.read(text, "written", List.of());
        assertThat(again.scenario()).as(text).isEqualTo(scenario);
        assertThat(again.hash()).isEqualTo(ScenarioHash.of(scenario));
        assertThat(ScenarioText.of(again.scenario())).isEqualTo(text);
    }

    @Test
    void values_go_by_the_paths_that_replace_them() {
        Scenario scenario =
                ScenarioReader.read(Configs.small(), "test", List.of()).scenario();
        var values = ScenarioText.values(scenario);
        assertThat(values)
                .containsEntry("endpoints.PFS.model.B.hazardRatio", "0.6")
                .containsEntry("enrolment.patients", "100")
                .containsEntry("analysis.looks.1.events", "80")
                .containsEntry("timeUnit", "month");
        values.forEach((path, value) -> assertThat(
                        ScenarioReader.read(Configs.small(), "test", List.of(path + "=" + value))
                                .scenario())
                .as(path)
                .isEqualTo(scenario));
    }
}
