package org.equipoise.simulator.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Invalid scenarios: which words, at which line and column. */
class ScenarioFaultsTest {

    static List<LocatedFault> faults(String text, String... overrides) {
        ScenarioFaultsException thrown = catchThrowableOfType(
                ScenarioFaultsException.class, () -> ScenarioReader.read(text, "t.yaml", List.of(overrides)));
        assertThat(thrown).as("faults of:\n" + text).isNotNull();
        return thrown.faults();
    }

    @ParameterizedTest
    @MethodSource("org.equipoise.simulator.reading.KnownFaults#all")
    void a_fault_is_told_once_with_its_place(String before, String after, String message) {
        assertThat(Configs.small()).contains(before);
        assertThat(faults(Configs.small().replace(before, after)))
                .extracting(LocatedFault::toString)
                .containsExactly(message);
    }

    @Test
    void all_faults_of_a_file_are_told_at_once_in_their_order() {
        String text = Configs.small()
                .replace("role: control", "role: control, rank: 1")
                .replace("patients: 100", "patients: 70")
                .replace("blockSize: 4", "blockSize: 3")
                .replace("hazardRatio: 0.6", "hazardRatio: 0")
                .replace("  all: {", "  C: {")
                .replace("alpha: 0.025", "alpha: 0.5")
                .replace("alpha: 0.5", "alpha: 0.5\n  sides: two")
                .replace("seed: 1", "sed: 1");

        assertThat(faults(text))
                .extracting(LocatedFault::path)
                .containsExactly(
                        "arms.A.rank",
                        "randomisation.blockSize",
                        "endpoints.PFS.model.B.hazardRatio",
                        "dropout.C",
                        "analysis.alpha",
                        "analysis.sides",
                        "analysis.looks.1.events",
                        "simulation.sed");
    }

    @Test
    void a_key_that_could_not_be_read_is_not_called_missing() {
        String text = Configs.small().replace("duration: 10", "duration: long").replace("z: [3, 2]", "z: 3");
        assertThat(faults(text))
                .extracting(LocatedFault::path)
                .containsExactly("enrolment.duration", "analysis.efficacy.z");
    }

    @Test
    void a_sweep_file_is_called_that_and_nothing_more() {
        assertThat(faults("sweep: s\nbase: x.yaml\nvary:\n  analysis.alpha: [0.01, 0.025]\n"))
                .extracting(LocatedFault::toString)
                .containsExactly(
                        "t.yaml:1:1: sweep: this is a sweep, not one scenario (run it: equipoise sweep FILE --out DIR;"
                                + " or see what it holds: equipoise check FILE)");
    }

    @Test
    void the_message_holds_every_fault_on_a_line_of_its_own() {
        String text = Configs.small().replace("trial: T", "trial: \"a\\nb c\"").replace("seed: 1", "seed: x");
        ScenarioFaultsException thrown = catchThrowableOfType(
                ScenarioFaultsException.class, () -> ScenarioReader.read(text, "t.yaml", List.of()));
        assertThat(thrown.getMessage().lines()).hasSize(2).allMatch(line -> line.startsWith("t.yaml:"));
    }
}
