package org.equipoise.simulator.report.json;

import org.equipoise.simulator.analytic.LookExpectation;

/** What is expected at a look, as the keys of an object. */
final class ExpectationJson {
    private ExpectationJson() {}

    static void put(JsonText json, LookExpectation look) {
        json.put("calendarTime", look.calendarTime())
                .put("enrolled", look.enrolled())
                .put("events", look.events())
                .put("eventsByArm", look.eventsByArm())
                .put("dropouts", look.dropouts());
    }
}
