package org.equipoise.core.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.equipoise.core.ReferenceFiles;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class SchoenfeldTest {
    private static final Schoenfeld BASE = Schoenfeld.of(0.6, 1, 0.025);

    static Stream<Named<JsonNode>> cases() {
        return ReferenceFiles.cases("schoenfeld.json").stream()
                .map(node -> Named.of(node.get("id").asString(), node));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void agreesWithRpactAndR(JsonNode node) {
        double hazardRatio = node.get("hazardRatio").asDouble();
        double allocation = node.get("allocationRatio").asDouble();
        double alpha = node.get("alpha").asDouble();
        double events = node.get("events").asDouble();
        double power = node.get("power").asDouble();
        Schoenfeld ours = hazardRatio < 1
                ? Schoenfeld.of(hazardRatio, allocation, alpha)
                : Schoenfeld.of(1 / hazardRatio, 1 / allocation, alpha);
        assertThat(ours.power(events)).isCloseTo(power, within(1e-12));
        assertThat(ours.requiredEvents(power)).isCloseTo(events, within(1e-12 * events));
    }

    @Test
    void powerOfTheBaseCase() {
        assertThat(BASE.power(128)).isCloseTo(0.823737330702896, within(1e-14));
    }

    @Test
    void requiredEventsGiveThePower() {
        for (double power : new double[] {0.03, 0.5, 0.8, 0.9, 0.999}) {
            assertThat(BASE.power(BASE.requiredEvents(power))).isCloseTo(power, within(1e-13));
        }
        assertThat(BASE.requiredEvents(0.02)).isZero();
    }

    @Test
    void levelIsThePowerWithoutAnEffect() {
        Schoenfeld none = Schoenfeld.of(1, 2, 0.025);
        assertThat(none.power(500)).isCloseTo(0.025, within(1e-16));
        assertThat(none.powerEitherSide(500)).isCloseTo(0.05, within(1e-16));
        assertThat(BASE.power(0)).isCloseTo(0.025, within(1e-16));
    }

    @Test
    void exchangingTheArmsTurnsTheSign() {
        Schoenfeld exchanged = Schoenfeld.of(1 / 0.6, 1 / 2.0, 0.025);
        Schoenfeld original = Schoenfeld.of(0.6, 2, 0.025);
        assertThat(exchanged.drift(128)).isCloseTo(-original.drift(128), within(1e-14));
        assertThat(exchanged.powerEitherSide(128)).isCloseTo(original.powerEitherSide(128), within(1e-14));
    }

    @Test
    void nonInferiorityMeasuresFromItsMargin() {
        Schoenfeld margin = Schoenfeld.of(1, 1, 0.025).withHazardRatioH0(1.3);
        assertThat(margin.requiredEvents(0.8))
                .isCloseTo(Schoenfeld.of(1 / 1.3, 1, 0.025).requiredEvents(0.8), within(1e-10));
    }

    @Test
    void criticalValueOfALookMayReplaceTheLevel() {
        assertThat(BASE.withCriticalValue(BASE.drift(90)).power(90)).isCloseTo(0.5, within(1e-15));
    }

    @Test
    void invalidDesignsAreRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Schoenfeld.of(0, 1, 0.025))
                .withMessage("hazard ratio must be positive and finite, was 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Schoenfeld.of(0.6, 1, 0))
                .withMessage("alpha must be greater than 0 and less than 1, was 0.0");
        assertThatIllegalArgumentException().isThrownBy(() -> BASE.withCriticalValue(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> BASE.power(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> BASE.requiredEvents(1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Schoenfeld.of(1.4, 1, 0.025).requiredEvents(0.9))
                .withMessageContaining("hazard ratio 1.4 must be less than that of the null hypothesis, 1.0");
    }
}
