package org.equipoise.core.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.equipoise.core.distribution.EventTimeDistribution;
import org.equipoise.core.distribution.PiecewiseExponential;
import org.equipoise.core.enrolment.ArrivalProcess;
import org.equipoise.core.enrolment.Enrolment;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** gsDesign2, gsDesign, lrstat and rpact; {@code reference/README.md} says how far to trust each. */
class ExpectedEventsReferenceTest {
    private static final JsonNode REFERENCE = read("/reference/expected-events.json");
    private static final int CONTROL = 0;
    private static final int EXPERIMENTAL = 1;

    static Stream<Named<JsonNode>> cases() {
        return StreamSupport.stream(REFERENCE.get("cases").spliterator(), false)
                .map(node -> Named.of(node.get("id").asString(), node));
    }

    @Test
    void everyCaseIsThere() {
        assertThat(cases()).hasSize(168);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void agrees(JsonNode node) {
        JsonNode scenario = REFERENCE.get("scenarios").get(node.get("scenario").asString());
        ExpectedEvents expected = trial(scenario);
        double multiple = scenario.get("multiple").asDouble();
        double[] times = numbers(node.get("times"));
        node.get("figures").properties().forEach(figure -> {
            double[] values = numbers(figure.getValue());
            assertThat(values).hasSameSizeAs(times);
            for (int i = 0; i < times.length; i++) {
                if (figure.getKey().equals("timeOfEvents")) {
                    assertTime(
                            expected,
                            values[i] * multiple,
                            times[i],
                            node.get("tolerance").asDouble());
                } else {
                    double ours = figure(expected, figure.getKey(), times[i]) / multiple;
                    assertThat(ours)
                            .as("%s at %s", figure.getKey(), times[i])
                            .isCloseTo(values[i], within(node.get("tolerance").asDouble()));
                }
            }
        });
    }

    private static void assertTime(ExpectedEvents expected, double events, double theirs, double tolerance) {
        double time = expected.timeOf(events);
        assertThat(time).isCloseTo(theirs, within(tolerance));
        assertThat(expected.events(time)).isCloseTo(events, within(1e-9));
    }

    private static double figure(ExpectedEvents expected, String name, double time) {
        return switch (name) {
            case "enrolled" -> expected.enrolled(time);
            case "controlEnrolled" -> expected.enrolled(CONTROL, time);
            case "experimentalEnrolled" -> expected.enrolled(EXPERIMENTAL, time);
            case "events" -> expected.events(time);
            case "controlEvents" -> expected.events(CONTROL, time);
            case "experimentalEvents" -> expected.events(EXPERIMENTAL, time);
            case "dropouts" -> expected.dropouts(time);
            case "controlDropouts" -> expected.dropouts(CONTROL, time);
            case "experimentalDropouts" -> expected.dropouts(EXPERIMENTAL, time);
            default -> throw new IllegalStateException("unknown figure " + name);
        };
    }

    private static ExpectedEvents trial(JsonNode scenario) {
        double[] starts = numbers(scenario.get("hazardStarts"));
        double[] control = numbers(scenario.get("controlHazards"));
        double[] ratios = numbers(scenario.get("hazardRatios"));
        double[] dropout = numbers(scenario.get("dropoutHazards"));
        double[] experimental = new double[control.length];
        for (int k = 0; k < control.length; k++) {
            experimental[k] = control[k] * ratios[k];
        }
        EventTimeDistribution lost = PiecewiseExponential.of(starts, dropout);
        Enrolment enrolment = Enrolment.of(
                scenario.get("patients").asInt(),
                numbers(scenario.get("enrolmentStarts")),
                numbers(scenario.get("enrolmentRates")));
        return ExpectedEvents.of(
                enrolment,
                ArrivalProcess.UNIFORM,
                List.of(
                        new PlannedArm(1, PiecewiseExponential.of(starts, control), lost),
                        new PlannedArm(
                                scenario.get("allocationRatio").asDouble(),
                                PiecewiseExponential.of(starts, experimental),
                                lost)));
    }

    private static double[] numbers(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .mapToDouble(JsonNode::asDouble)
                .toArray();
    }

    private static JsonNode read(String resource) {
        try (InputStream stream = ExpectedEventsReferenceTest.class.getResourceAsStream(resource)) {
            return JsonMapper.builder().build().readTree(Objects.requireNonNull(stream, resource));
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + resource, e);
        }
    }
}
