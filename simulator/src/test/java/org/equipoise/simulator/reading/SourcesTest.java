package org.equipoise.simulator.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.equipoise.simulator.scenario.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a scenario says that its numbers come from. */
class SourcesTest {
    private static final String SOURCED = Configs.small() + """
            sources:
              enrolment.patients: the registry
              endpoints.PFS.model.A: a phase 2 trial
              endpoints.PFS.model.B.hazardRatio: "a guess: vary it"
              analysis.looks.1: the budget
            """;

    private static ReadScenario read(String text, String... overrides) {
        return ScenarioReader.read(text, "t.yaml", List.of(overrides));
    }

    @Test
    void sources_are_kept_and_change_nothing() {
        ReadScenario with = read(SOURCED);
        ReadScenario without = read(Configs.small());
        assertThat(with.scenario().sources())
                .hasSize(4)
                .containsEntry("endpoints.PFS.model.B.hazardRatio", "a guess: vary it");
        assertThat(with.hash()).isEqualTo(without.hash());
        assertThat(ScenarioText.values(with.scenario())).isEqualTo(ScenarioText.values(without.scenario()));
        assertThat(with.scenario().underNull().sources())
                .isEqualTo(with.scenario().sources());
        assertThat(read(ScenarioText.of(with.scenario())).scenario()).isEqualTo(with.scenario());
    }

    private static List<String> faults(String text) {
        return ScenarioFaultsTest.faults(text).stream()
                .map(LocatedFault::toString)
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "enrolment.pateints | the file gives no 'pateints' under enrolment (did you mean 'patients'?)",
                "endpoint | the file gives no 'endpoint' (did you mean 'endpoints'?)",
                "endpoints.PFS.model.A.median.x | there is nothing below 'endpoints.PFS.model.A.median', which holds the number 6",
                "analysis.looks.2 | there is no entry '2' in analysis.looks (entries are numbered from 0 to 1)",
                "a..b | is not a path: 'a..b' (join keys by dots: endpoints.PFS.model.HAIC.hazardRatio)"
            })
    void a_path_that_leads_nowhere_is_a_fault_at_its_place(String path, String words) {
        assertThat(faults(Configs.small() + "sources:\n  " + path + ": text\n"))
                .singleElement()
                .asString()
                .startsWith("t.yaml:26:3: sources.")
                .endsWith(": " + words);
    }

    @Test
    void what_a_default_would_give_has_no_source_until_the_file_gives_it() {
        String text = Configs.small() + "sources: {timeUnit: ours}\n";
        assertThat(faults(text))
                .singleElement()
                .asString()
                .startsWith("t.yaml:25:11: sources.timeUnit: the file gives no 'timeUnit'");
        assertThat(read(text + "timeUnit: week\n").scenario().sources()).hasSize(1);
    }

    @Test
    void faults_of_sources_and_of_other_keys_are_told_at_once() {
        assertThat(faults(Configs.small().replace("alpha: 0.025", "alpha: high")
                        + "sources: {enrolment.pateints: x, analysis.alpha: 2019, dropout.all: [y]}\n"))
                .hasSize(4)
                .anyMatch(fault -> fault.contains("analysis.alpha: expected a number"))
                .anyMatch(fault -> fault.contains("expected text, found the number 2019 (write '2019' in quotes)"))
                .anyMatch(fault -> fault.contains("expected text, found a list"));
    }

    @Test
    void a_value_that_is_replaced_loses_its_source() {
        assertThat(read(SOURCED, "enrolment.patients=120").scenario().sources())
                .hasSize(3)
                .doesNotContainKey("enrolment.patients");
        assertThat(read(SOURCED, "endpoints.PFS.model.B={median: 9}").scenario().sources())
                .doesNotContainKey("endpoints.PFS.model.B.hazardRatio")
                .containsKey("endpoints.PFS.model.A");
        assertThat(read(SOURCED, "enrolment.patients=120", "sources.\"enrolment.patients\"='our own'")
                        .scenario()
                        .sources())
                .containsEntry("enrolment.patients", "our own");
    }

    @Test
    void a_sweep_leaves_out_the_sources_of_what_it_varies(@TempDir Path directory) throws IOException {
        Files.writeString(directory.resolve("base.yaml"), SOURCED);
        String sweep = "sweep: s\nbase: base.yaml\nvary: {enrolment.patients: [100, 120],"
                + " endpoints.PFS.model.B: [{hazardRatio: 0.7}, {median: 9}]}\n";
        List<SweepCase> cases =
                SweepReader.read(sweep, directory.resolve("s.yaml"), List.of()).cases();
        assertThat(cases).hasSize(4);
        assertThat(cases)
                .allSatisfy(each -> assertThat(each.read().scenario().sources())
                        .containsOnlyKeys("endpoints.PFS.model.A", "analysis.looks.1"));
    }

    @Test
    void the_register_lists_what_has_a_source_and_what_should_have_one() {
        assertThat(Assumption.of(read(SOURCED).scenario()))
                .containsExactly(
                        new Assumption("enrolment.patients", "100", "the registry"),
                        new Assumption("enrolment.duration", "10", null),
                        new Assumption("endpoints.PFS.model.A", "{median: 6}", "a phase 2 trial"),
                        new Assumption("endpoints.PFS.model.B.hazardRatio", "0.6", "a guess: vary it"),
                        new Assumption("dropout.all.probability", "0.05", null),
                        new Assumption("dropout.all.by", "12", null),
                        new Assumption("analysis.looks.1", "{events: 80}", "the budget"));
    }

    @Test
    void a_list_is_one_value_unless_an_entry_has_its_own_source() {
        Scenario base = read(Configs.base()).scenario();
        assertThat(Assumption.of(base))
                .noneMatch(each -> each.source() == null)
                .anyMatch(each -> each.path().equals("enrolment.rates")
                        && each.value().equals("[{from: 0, rate: 4}, {from: 3, rate: 8}, {from: 6, rate: 12}]"));
        String own = Configs.base().replace("enrolment.rates: planning", "enrolment.rates.1.rate: planning");
        assertThat(Assumption.of(read(own).scenario()))
                .filteredOn(each -> each.path().startsWith("enrolment.rates"))
                .hasSize(6)
                .filteredOn(each -> each.source() != null)
                .containsExactly(
                        new Assumption("enrolment.rates.1.rate", "8", "planning assumption, not published; vary it"));
    }

    @Test
    void a_margin_is_an_assumption_too() {
        String text = Configs.text(Configs.DIRECTORY.resolve("non-inferiority.yaml"));
        assertThat(Assumption.of(read(text).scenario()))
                .anyMatch(each -> each.path().equals("analysis.test.hazardRatioH0"));
    }
}
