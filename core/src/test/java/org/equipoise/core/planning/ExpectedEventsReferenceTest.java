package org.equipoise.core.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.equipoise.core.Census;
import org.equipoise.core.Differences;
import org.equipoise.core.ReferenceFiles;
import org.equipoise.core.distribution.EventTimeDistribution;
import org.equipoise.core.distribution.PiecewiseExponential;
import org.equipoise.core.enrolment.ArrivalProcess;
import org.equipoise.core.enrolment.Enrolment;
import org.equipoise.core.sequential.ReferenceDesigns;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** gsDesign2, gsDesign, lrstat and rpact; {@code reference/README.md} says how far to trust each. */
public class ExpectedEventsReferenceTest {
    private static final JsonNode REFERENCE = ReferenceFiles.json("expected-events.json");
    private static final int CONTROL = 0;
    private static final int EXPERIMENTAL = 1;

    @Test
    void agrees() {
        census().printAndRequireReasons();
    }

    public static Census census() {
        Census census = new Census(ExpectedEventsReferenceTest.class);
        for (JsonNode node : REFERENCE.get("cases")) {
            Differences differences = new Differences();
            compare(node, differences);
            census.compared(node.get("topic").asString(), node.get("id").asString(), differences, "");
        }
        return census;
    }

    private static void compare(JsonNode node, Differences differences) {
        JsonNode scenario = REFERENCE.get("scenarios").get(node.get("scenario").asString());
        ExpectedEvents expected = trial(scenario);
        double multiple = scenario.get("multiple").asDouble();
        double tolerance = node.get("tolerance").asDouble();
        double[] times = ReferenceDesigns.numbers(node.get("times"));
        node.get("figures").properties().forEach(figure -> {
            double[] values = ReferenceDesigns.numbers(figure.getValue());
            assertThat(values).hasSameSizeAs(times);
            for (int i = 0; i < times.length; i++) {
                if (figure.getKey().equals("timeOfEvents")) {
                    double events = values[i] * multiple;
                    double time = expected.timeOf(events);
                    differences.within(figure.getKey(), time, times[i], tolerance);
                    differences.within("events by then", expected.events(time), events, 1e-9);
                } else {
                    double ours = figure(expected, figure.getKey(), times[i]) / multiple;
                    differences.within(figure.getKey() + " at " + times[i], ours, values[i], tolerance);
                }
            }
        });
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
        double[] starts = ReferenceDesigns.numbers(scenario.get("hazardStarts"));
        double[] control = ReferenceDesigns.numbers(scenario.get("controlHazards"));
        double[] ratios = ReferenceDesigns.numbers(scenario.get("hazardRatios"));
        double[] dropout = ReferenceDesigns.numbers(scenario.get("dropoutHazards"));
        double[] experimental = new double[control.length];
        for (int k = 0; k < control.length; k++) {
            experimental[k] = control[k] * ratios[k];
        }
        EventTimeDistribution lost = PiecewiseExponential.of(starts, dropout);
        Enrolment enrolment = Enrolment.of(
                scenario.get("patients").asInt(),
                ReferenceDesigns.numbers(scenario.get("enrolmentStarts")),
                ReferenceDesigns.numbers(scenario.get("enrolmentRates")));
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
}
