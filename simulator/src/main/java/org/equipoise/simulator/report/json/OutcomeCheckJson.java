package org.equipoise.simulator.report.json;

import java.util.List;
import org.equipoise.simulator.analytic.NoPlanException;
import org.equipoise.simulator.analytic.OutcomePlanner;
import org.equipoise.simulator.analytic.Sought;
import org.equipoise.simulator.design.BoundPlan;
import org.equipoise.simulator.design.ExpectedOutcomes;
import org.equipoise.simulator.reading.Spelling;
import org.equipoise.simulator.report.words.ScenarioWords;
import org.equipoise.simulator.scenario.OutcomeModel;
import org.equipoise.simulator.scenario.Scenario;

/** How a scenario with a binary or continuous endpoint was understood, as JSON. */
public final class OutcomeCheckJson {
    private OutcomeCheckJson() {}

    /** The whole document. */
    public static String of(Scenario scenario, String hash, String version, BoundPlan bounds) {
        try (JsonText json = new JsonText()) {
            json.put("trial", scenario.trial())
                    .put("scenarioHash", hash)
                    .put("version", version)
                    .put("timeUnit", ScenarioWords.unit(scenario))
                    .put("endpointType", Spelling.of(scenario.endpoint().type()))
                    .put("patients", scenario.enrolment().patients())
                    .put("enrolmentEnds", scenario.enrolment().enrolment().duration());
            json.object("arms");
            for (String arm : scenario.armsControlFirst()) {
                OutcomeModel model = scenario.outcome(arm);
                json.object(arm)
                        .put("model", ScenarioWords.model(scenario, arm))
                        .put("dropout", ScenarioWords.dropout(scenario, arm))
                        .put("mean", model.mean())
                        .put("sd", model.sd())
                        .end();
            }
            json.end();
            power(json, scenario);
            looks(json, scenario, bounds);
            json.put("warnings", List.of());
            return json.finish();
        }
    }

    private static void power(JsonText json, Scenario scenario) {
        json.object("power");
        try {
            OutcomePlanner.of(scenario, Sought.POWER)
                    .byMethod()
                    .forEach((method, power) -> json.put(method.key(), power.doubleValue()));
        } catch (NoPlanException e) {
            json.put("none", e.getMessage());
        }
        json.end();
    }

    private static void looks(JsonText json, Scenario scenario, BoundPlan bounds) {
        ExpectedOutcomes expected = ExpectedOutcomes.of(scenario);
        List<String> arms = scenario.armsControlFirst();
        json.array("looks");
        for (int k = 0; k < scenario.analysis().looks().size(); k++) {
            json.element().put("look", k + 1).put("at", ScenarioWords.look(scenario, k));
            BoundJson.put(json, bounds, k, scenario.experimentalArms());
            json.put("calendarTime", expected.time(k))
                    .put("enrolled", expected.enrolled(k))
                    .put("outcomes", expected.known(k));
            json.object("outcomesByArm");
            for (int a = 0; a < arms.size(); a++) {
                json.put(arms.get(a), expected.known(k, a));
            }
            json.end().put("dropouts", expected.lost(k)).end();
        }
        json.endArray();
    }
}
