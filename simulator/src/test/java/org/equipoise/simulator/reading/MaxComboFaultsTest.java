package org.equipoise.simulator.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.equipoise.simulator.scenario.TestPlan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaxComboFaultsTest {
    private static final String ONE_LOOK = Configs.small()
            .replace("    - {events: 50}\n", "")
            .replace("  efficacy: {z: [3, 2]}\n", "  test: {method: maxCombo}\n");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "maxCombo, weights: [[0, 0], [1], [0, 1]] | t.yaml:20:46: analysis.test.weights.1: must be a pair [rho, gamma], has 1 numbers",
                "maxCombo, weights: [[0, 0], [0, 0]] | t.yaml:20:37: analysis.test.weights: has the same pair twice (leave one of them out)",
                "maxCombo, weights: [[0, 1]] | t.yaml:20:37: analysis.test.weights: must be from 2 to 4 pairs [rho, gamma], has 1 (take flemingHarrington for one pair)",
                "maxCombo, weights: [[0, 0], [1, -1]] | t.yaml:20:50: analysis.test.weights.1.1: must be at least 0 and at most 10, was -1",
                "maxCombo, hazardRatioH0: 1.2 | t.yaml:20:43: analysis.test.hazardRatioH0: belongs to logRank, flemingHarrington, wilcoxonGehan, taroneWare, modestlyWeighted, cox, not to maxCombo (leave it out)",
                "logRank, weights: [[0, 0], [0, 1]] | t.yaml:20:36: analysis.test.weights: belongs to maxCombo, not to logRank (leave it out)"
            })
    void a_fault_is_told_with_its_place(String test, String message) {
        assertThat(faults(ONE_LOOK.replace("maxCombo", test))).containsExactly(message);
    }

    @Test
    void it_takes_one_look_and_one_side() {
        assertThat(faults(Configs.small().replace("  alpha: 0.025\n", "  test: {method: maxCombo}\n  sides: 2\n")))
                .containsExactly(
                        "t.yaml:18:10: analysis.sides: must be 1 with maxCombo, which asks whether the experimental arm is"
                                + " better by any of the weights (give half the alpha)",
                        "t.yaml:19:3: analysis.looks: has 2 looks: maxCombo takes one, for bounds over several are not"
                                + " offered for it (keep the last one, or take flemingHarrington or modestlyWeighted)");
    }

    @Test
    void four_weights_are_meant_when_none_are_given() {
        TestPlan test = ScenarioReader.read(ONE_LOOK, "t.yaml", List.of())
                .scenario()
                .analysis()
                .test();
        assertThat(test.weights())
                .containsExactly(List.of(0.0, 0.0), List.of(0.0, 1.0), List.of(1.0, 0.0), List.of(1.0, 1.0));
        String spelled = ONE_LOOK.replace("maxCombo", "maxCombo, weights: [[0, 0], [0, 1], [1, 0], [1, 1]]");
        assertThat(ScenarioHash.of(
                        ScenarioReader.read(spelled, "t.yaml", List.of()).scenario()))
                .isEqualTo(ScenarioHash.of(
                        ScenarioReader.read(ONE_LOOK, "t.yaml", List.of()).scenario()));
    }

    private static List<String> faults(String text) {
        ScenarioFaultsException thrown = catchThrowableOfType(
                ScenarioFaultsException.class, () -> ScenarioReader.read(text, "t.yaml", List.of()));
        assertThat(thrown).as("faults of:\n" + text).isNotNull();
        return thrown.faults().stream().map(LocatedFault::toString).toList();
    }
}
