package org.equipoise.simulator.report.page;

import java.util.List;
import java.util.Locale;
import org.equipoise.simulator.report.figure.ExampleLook;
import org.equipoise.simulator.report.figure.ExampleStop;
import org.equipoise.simulator.report.json.JsonText;

/** Single simulated trials, look by look, as an array. */
final class ExamplesJson {
    private ExamplesJson() {}

    static void put(JsonText json, List<PageFigures.Example> examples) {
        json.array("examples");
        for (PageFigures.Example example : examples) {
            json.element()
                    .put("kind", example.trial().kind().name().toLowerCase(Locale.ROOT))
                    .put("replicate", example.trial().replicate())
                    .array("looks");
            for (ExampleLook look : example.looks()) {
                json.element()
                        .put("look", look.look())
                        .put("calendarTime", look.calendarTime())
                        .put("patients", look.patients())
                        .numbers(
                                "eventsByArm",
                                look.events().stream().mapToDouble(n -> n).toArray())
                        .put("z", look.z())
                        .put("efficacyZ", look.efficacy())
                        .put("futilityZ", look.futility())
                        .put("hazardRatio", look.hazardRatio())
                        .put("low", look.low())
                        .put("high", look.high())
                        .put("decision", look.decision().name())
                        .end();
            }
            json.endArray();
            ExampleStop stop = example.stop();
            json.put("stagewiseP", stop == null ? Double.NaN : stop.p())
                    .put("adjustedHazardRatio", stop == null ? Double.NaN : stop.hazardRatio())
                    .put("adjustedLow", stop == null ? Double.NaN : stop.low())
                    .put("adjustedHigh", stop == null ? Double.NaN : stop.high())
                    .end();
        }
        json.endArray();
    }
}
