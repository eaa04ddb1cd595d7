package org.equipoise.simulator.report.json;

import org.equipoise.simulator.analysis.InterimLook;
import org.equipoise.simulator.reading.Spelling;

/** A look at data of a planned trial, as JSON. */
final class InterimJson {
    private InterimJson() {}

    static void put(JsonText json, InterimLook at) {
        json.object("interim")
                .put("look", at.look())
                .put("looks", at.looks())
                .put("events", at.events())
                .put("plannedEvents", at.plannedEvents())
                .put("informationFraction", at.information())
                .put("test", Spelling.of(at.test()))
                .put("z", at.z())
                .put("efficacyZ", at.efficacy())
                .put("futilityZ", at.futility())
                .put("decision", Spelling.of(at.decision()));
        json.object("conditionalPower")
                .put("planned", at.conditionalPower())
                .put("trend", at.powerUnderTrend())
                .put("null", at.conditionalError())
                .end();
        json.put("predictivePower", at.predictivePower())
                .put("hazardRatio", at.hazardRatio())
                .put("repeatedLow", at.repeated().lower())
                .put("repeatedHigh", at.repeated().upper())
                .end();
    }
}
