package org.equipoise.simulator.report.json;

import org.equipoise.simulator.analytic.LookPlan;
import org.equipoise.simulator.analytic.OutcomePlan;
import org.equipoise.simulator.reading.Spelling;
import org.equipoise.simulator.report.OutcomePlanReport;
import org.equipoise.simulator.report.words.ScenarioWords;
import org.equipoise.simulator.scenario.Scenario;

/** A plan of a trial with a binary or continuous endpoint as JSON: the keys of other plans, as far as they apply. */
public final class OutcomePlanJson {
    private OutcomePlanJson() {}

    /** The whole document. */
    public static String of(OutcomePlanReport report) {
        OutcomePlan plan = report.plan();
        Scenario scenario = plan.scenario();
        try (JsonText json = new JsonText()) {
            json.put("trial", scenario.trial())
                    .put("scenarioHash", report.scenarioHash())
                    .put("version", report.version())
                    .put("timeUnit", ScenarioWords.unit(scenario))
                    .put("endpointType", Spelling.of(scenario.endpoint().type()))
                    .put("test", Spelling.of(scenario.analysis().test().method()))
                    .put("solved", plan.sought().key())
                    .put("method", plan.method().key());
            figures(json, plan);
            json.array("looks");
            for (LookPlan look : plan.looks()) {
                json.element();
                LookPlanJson.put(json, look, "outcomes", "difference");
                json.end();
            }
            json.endArray();
            PlanJson.underEach(json, "expectedPatients", plan.expectedPatients());
            PlanJson.underEach(json, "expectedDuration", plan.expectedDuration());
            json.put("inflation", plan.inflation());
            json.object("methods");
            report.byMethod().forEach((method, value) -> json.put(method.key(), value.doubleValue()));
            json.end();
            if (report.rounded() != null) {
                json.object("rounded");
                figures(json, report.rounded());
                json.end();
            }
            json.put("overrides", report.overrides());
            explanation(json, report);
            return json.finish();
        }
    }

    private static void figures(JsonText json, OutcomePlan plan) {
        json.put("patients", plan.patients())
                .put("outcomes", plan.last().events())
                .put("power", plan.power())
                .put("difference", plan.difference())
                .put("margin", plan.scenario().analysis().test().marginOrNone())
                .put(
                        "alpha",
                        plan.scenario().analysis().sides()
                                * plan.scenario().analysis().oneSidedAlpha())
                .put("sides", plan.scenario().analysis().sides())
                .put("typeIError", plan.typeIError())
                .put("calendarTime", plan.last().calendarTime());
    }

    private static void explanation(JsonText json, OutcomePlanReport report) {
        if (report.explanation() == null) {
            return;
        }
        json.array("explanation");
        for (OutcomePlanReport.Explained each : report.explanation()) {
            json.element()
                    .put("test", Spelling.of(each.test()))
                    .put("method", each.method().key())
                    .put("neededPatients", each.patients())
                    .put("power", each.power())
                    .end();
        }
        json.endArray();
    }
}
