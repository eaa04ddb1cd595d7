package org.equipoise.simulator.report.json;

import java.util.List;
import java.util.Map;
import org.equipoise.core.planning.fixed.PowerMethod;
import org.equipoise.simulator.analytic.ComparisonPlan;
import org.equipoise.simulator.analytic.JointLook;
import org.equipoise.simulator.analytic.LookPlan;
import org.equipoise.simulator.analytic.MethodName;
import org.equipoise.simulator.analytic.TrialPlan;
import org.equipoise.simulator.analytic.UnderHypotheses;
import org.equipoise.simulator.report.PlanReport;
import org.equipoise.simulator.report.words.ScenarioWords;
import org.equipoise.simulator.scenario.Scenario;

/** A plan as JSON. */
public final class PlanJson {
    private PlanJson() {}

    /** The whole document. */
    public static String of(PlanReport report) {
        TrialPlan plan = report.plan();
        Scenario scenario = plan.scenario();
        try (JsonText json = new JsonText()) {
            json.put("trial", scenario.trial())
                    .put("scenarioHash", report.scenarioHash())
                    .put("version", report.version())
                    .put("timeUnit", ScenarioWords.unit(scenario))
                    .put("solved", plan.sought().key())
                    .put("method", MethodName.of(plan.method()));
            put(json, plan);
            methods(json, "methods", report.byMethod());
            if (report.rounded() != null) {
                json.object("rounded");
                figures(json, report.rounded());
                json.end();
            }
            json.put("overrides", report.overrides());
            if (report.explanation() != null) {
                explanation(
                        json, report.explanation(), scenario.analysis().test().isOfHazards());
            }
            json.put("warnings", report.warnings());
            return json.finish();
        }
    }

    /** The plan as the keys of an object. */
    public static void put(JsonText json, TrialPlan plan) {
        figures(json, plan);
        if (plan.hasSeveralArms()) {
            json.put("rejecting", plan.rejection().name());
        }
        looks(json, plan.looks(), plan.joint());
        if (plan.hasSeveralArms()) {
            hypotheses(json, plan);
        }
        underEach(json, "expectedEvents", plan.expectedEvents());
        underEach(json, "expectedPatients", plan.expectedPatients());
        underEach(json, "expectedDuration", plan.expectedDuration());
        json.put("inflation", plan.inflation());
    }

    /** Each comparison in the terms of a plan with one experimental arm. */
    private static void hypotheses(JsonText json, TrialPlan plan) {
        json.object("hypotheses");
        for (ComparisonPlan comparison : plan.comparisons()) {
            json.object(comparison.arm())
                    .put("power", comparison.power())
                    .put("typeIError", comparison.typeIError())
                    .put("hazardRatio", comparison.hazardRatio())
                    .put("inflation", comparison.inflation());
            looks(json, comparison.looks(), List.of());
            json.end();
        }
        json.end();
    }

    private static void figures(JsonText json, TrialPlan plan) {
        json.put("events", plan.last().events())
                .put("patients", plan.patients())
                .put("power", plan.power())
                .put("powerOfAll", plan.powerOfAll())
                .put("hazardRatio", plan.hazardRatio())
                .put(
                        "alpha",
                        plan.scenario().analysis().sides()
                                * plan.scenario().analysis().oneSidedAlpha())
                .put("sides", plan.scenario().analysis().sides())
                .put("typeIError", plan.typeIError())
                .put("calendarTime", plan.last().calendarTime())
                .put("enrolmentDuration", plan.enrolmentDuration())
                .put("followUp", plan.followUp());
    }

    private static void looks(JsonText json, List<LookPlan> looks, List<JointLook> joint) {
        json.array("looks");
        for (int k = 0; k < looks.size(); k++) {
            json.element();
            LookPlanJson.put(json, looks.get(k), "events", "hazardRatio");
            if (!joint.isEmpty()) {
                json.put("anyRejected", joint.get(k).any())
                        .put("allRejected", joint.get(k).all())
                        .put("decided", joint.get(k).decided());
            }
            json.end();
        }
        json.endArray();
    }

    static void underEach(JsonText json, String key, UnderHypotheses figure) {
        json.object(key)
                .put("h0", figure.h0())
                .put("between", figure.between())
                .put("h1", figure.h1())
                .end();
    }

    private static void methods(JsonText json, String key, Map<PowerMethod, Double> values) {
        json.object(key);
        values.forEach((method, value) -> json.put(MethodName.of(method), value.doubleValue()));
        json.end();
    }

    private static void explanation(JsonText json, PlanReport.Explanation explanation, boolean ofHazards) {
        json.object("explanation")
                .put("replicates", explanation.replicates())
                .put("simulatedPower", explanation.simulated());
        methods(json, "power", explanation.power());
        json.object(ofHazards ? "neededEvents" : "neededPatients");
        explanation.needed().forEach((method, events) -> {
            json.put(MethodName.of(method), events.length == 0 ? Double.NaN : events[events.length - 1]);
        });
        json.end().end();
    }
}
