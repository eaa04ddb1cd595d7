package org.equipoise.simulator.report.json;

import java.util.List;
import org.equipoise.core.distribution.EventTimeDistribution;
import org.equipoise.core.planning.fixed.PowerMethod;
import org.equipoise.simulator.analytic.AnalyticPower;
import org.equipoise.simulator.analytic.Expectations;
import org.equipoise.simulator.design.BoundPlan;
import org.equipoise.simulator.report.words.ScenarioWords;
import org.equipoise.simulator.scenario.Analysis;
import org.equipoise.simulator.scenario.Scenario;
import org.equipoise.simulator.scenario.Stratum;

/** How a scenario was understood, as JSON. */
public final class CheckJson {
    private CheckJson() {}

    /** The whole document. */
    public static String of(
            Scenario scenario,
            String hash,
            String version,
            Expectations expectations,
            AnalyticPower power,
            BoundPlan bounds,
            List<String> warnings) {
        try (JsonText json = new JsonText()) {
            json.put("trial", scenario.trial())
                    .put("scenarioHash", hash)
                    .put("version", version)
                    .put("timeUnit", ScenarioWords.unit(scenario))
                    .put("patients", scenario.enrolment().patients())
                    .put("enrolmentEnds", scenario.enrolment().enrolment().duration());
            arms(json, scenario, power);
            if (scenario.strata() != null) {
                strata(json, scenario);
            }
            looks(json, scenario, expectations, bounds);
            expect(json, scenario);
            json.put("warnings", warnings);
            return json.finish();
        }
    }

    /** The strata of all factors crossed, with what is assumed of each arm there. */
    private static void strata(JsonText json, Scenario scenario) {
        json.array("strata");
        for (Stratum stratum : scenario.allStrata()) {
            json.element().put("prevalence", stratum.prevalence()).object("levels");
            stratum.levels().forEach(json::put);
            json.end().object("medians");
            for (String arm : scenario.armsControlFirst()) {
                json.put(arm, scenario.eventTime(arm, stratum).median());
            }
            json.end().end();
        }
        json.endArray();
    }

    private static void expect(JsonText json, Scenario scenario) {
        json.object("expect");
        scenario.expect().forEach((figure, criterion) -> {
            json.object(figure);
            if (criterion.atLeast() != null) {
                json.put("atLeast", criterion.atLeast().doubleValue());
            }
            if (criterion.atMost() != null) {
                json.put("atMost", criterion.atMost().doubleValue());
            }
            json.end();
        });
        json.end();
    }

    private static void arms(JsonText json, Scenario scenario, AnalyticPower power) {
        json.object("arms");
        for (String arm : scenario.armsControlFirst()) {
            EventTimeDistribution distribution = scenario.eventTime(arm);
            json.object(arm)
                    .put("model", ScenarioWords.model(scenario.model(arm)))
                    .put("dropout", ScenarioWords.dropout(scenario, arm))
                    .put("median", distribution.median())
                    .put("mean", distribution.mean());
            if (!arm.equals(scenario.controlArm())) {
                AnalyticJson.putPower(json, power, arm);
                json.put(
                                "schoenfeldPower",
                                power.of(arm, PowerMethod.SCHOENFELD).orElse(Double.NaN))
                        .put("schoenfeldEvents", power.requiredEvents(arm).orElse(Double.NaN));
            }
            json.end();
        }
        json.end();
    }

    private static void looks(JsonText json, Scenario scenario, Expectations expectations, BoundPlan bounds) {
        Analysis analysis = scenario.analysis();
        json.array("looks");
        for (int k = 0; k < analysis.looks().size(); k++) {
            json.element().put("look", k + 1).put("at", ScenarioWords.look(scenario, k));
            BoundJson.put(json, bounds, k, scenario.experimentalArms());
            ExpectationJson.put(json, expectations.atLook(k));
            json.end();
        }
        json.endArray();
    }
}
