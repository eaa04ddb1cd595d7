package org.equipoise.simulator.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.equipoise.simulator.scenario.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Overrides: the same as editing the file, with faults that point at the override. */
class OverrideTest {

    private static ReadScenario read(String text, String... overrides) {
        return ScenarioReader.read(text, "t.yaml", List.of(overrides));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "endpoints.PFS.model.B.hazardRatio=0.7 | hazardRatio: 0.6 | hazardRatio: 0.7",
                "endpoints.PFS.model.B={median: 9} | {hazardRatio: 0.6} | {median: 9}",
                "analysis.looks.0.events=40 | events: 50 | events: 40",
                "analysis.looks=[{events: 60}, {events: 80}] | events: 50 | events: 60",
                "analysis.sides=2 | alpha: 0.025 | 'alpha: 0.025\n  sides: 2'",
                "simulation.estimates=none | seed: 1 | 'seed: 1\n  estimates: none'",
                "analysis.efficacy.z.1=null | '[3, 2]' | '[3, null]'",
                "'title=\"a = b\"' | 'trial: T' | 'trial: T\ntitle: a = b'",
                "dropout.B.median=40 | 'by: 12}' | 'by: 12}\n  B: {median: 40}'",
            })
    void an_override_equals_an_edit(String override, String before, String after) {
        assertThat(Configs.small()).contains(before);
        assertThat(read(Configs.small(), override))
                .isEqualTo(read(Configs.small().replace(before, after)));
    }

    @Test
    void an_override_may_add_what_the_file_leaves_out() {
        String text = Configs.small()
                .replace("dropout:\n  all: {probability: 0.05, by: 12}\n", "")
                .replace("simulation:\n  replicates: 1000\n  seed: 1\n", "");
        assertThat(read(
                        text,
                        "dropout.all.probability=0.05",
                        "dropout.all.by=12",
                        "simulation.seed=1",
                        "simulation.replicates=1e3"))
                .isEqualTo(read(Configs.small()));
    }

    @Test
    void the_last_override_of_a_value_counts() {
        assertThat(read(Configs.small(), "simulation.seed=5", "simulation.seed=6")
                        .scenario()
                        .simulation()
                        .seed())
                .isEqualTo(6);
    }

    @Test
    void names_with_dots_stand_in_quotes() {
        String text = Configs.small().replace("A:", "\"A.1\":").replace("B:", "\"x=y\":");
        Scenario scenario = read(text, "arms.\"A.1\".allocation=2", "arms.\"x=y\".allocation=2")
                .scenario();
        assertThat(scenario.allocationSum()).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "analysis.alpha=0.7 | 0 | 16 | analysis.alpha: must be above 0 and below 0.5, was 0.7",
                "analysis.alhpa=0.1 | 0 | 10 | analysis.alhpa: unknown key (did you mean 'alpha'?)",
                "simulatoin.seed=7 | 0 | 1 | simulatoin: unknown key (did you mean 'simulation'?)",
                "endpoints.PSF.model.B.hazardRatio=1 | 0 | 11 | endpoints.PSF: there is no 'PSF' in the file (did you mean 'PFS'?)",
                "analysis.looks.2.events=90 | 0 | 16 | analysis.looks.2: there is no entry '2' in this list (entries are numbered from 0 to 1)",
                "trial.name=x | 0 | 7 | trial.name: there is nothing below 'trial', which holds the text 'T'",
                "endpoints.PFS.model.B.median=9 | 0 | 23 | endpoints.PFS.model.B: median and hazardRatio exclude each other"
                        + " (to replace all of it: --set 'endpoints.PFS.model.B={median: …}')",
                "seed | 0 | 0 | has no '=' (write --set PATH=VALUE, for example --set analysis.alpha=0.025)",
                "=7 | 0 | 0 | has no path of keys before '=' (write --set PATH=VALUE with keys joined by dots)",
                "a..b=7 | 0 | 0 | has no path of keys before '=' (write --set PATH=VALUE with keys joined by dots)",
                "analysis.alpha= | 0 | 16 | analysis.alpha: has no value after '=' (write --set PATH=VALUE)",
                "title=[1 | 0 | 7 | the '[' that begins here is never closed (close it)",
            })
    void a_fault_points_at_the_override(String override, int line, int column, String words) {
        List<LocatedFault> faults = ScenarioFaultsTest.faults(Configs.small(), override);
        assertThat(faults).hasSize(1);
        assertThat(faults.get(0).toString()).isEqualTo("--set " + override + ": " + words);
        assertThat(faults.get(0).line()).isEqualTo(line);
        assertThat(faults.get(0).column()).isEqualTo(column);
    }

    /** What was set and what the file has do not go together; the fault is where the one too many stands. */
    @Test
    void a_block_whose_keys_no_longer_fit_can_be_replaced_whole() {
        assertThat(ScenarioFaultsTest.faults(Configs.small(), "enrolment.rates=[{from: 0, rate: 2}]"))
                .extracting(LocatedFault::toString)
                .containsExactly("t.yaml:7:13: enrolment.duration: rates and duration are both given"
                        + " (to replace all of it: --set 'enrolment={rates: …}')");
        assertThat(ScenarioFaultsTest.faults(Configs.small(), "randomisation.method=complete"))
                .singleElement()
                .asString()
                .contains("(to replace all of it: --set 'randomisation={method: …}')");
    }

    @Test
    void faults_of_the_file_come_before_those_of_overrides() {
        String text = Configs.small().replace("seed: 1", "seed: x");
        assertThat(ScenarioFaultsTest.faults(text, "trial=a b", "analysis.alpha=1"))
                .extracting(LocatedFault::path)
                .containsExactly("simulation.seed", "trial", "analysis.alpha");
    }
}
