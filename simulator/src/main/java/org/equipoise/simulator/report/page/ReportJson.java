package org.equipoise.simulator.report.page;

import org.equipoise.simulator.reading.ScenarioText;
import org.equipoise.simulator.report.Agreement;
import org.equipoise.simulator.report.TrialReport;
import org.equipoise.simulator.report.figure.Prediction;
import org.equipoise.simulator.report.json.ChartsJson;
import org.equipoise.simulator.report.json.CheckValue;
import org.equipoise.simulator.report.json.DesignJson;
import org.equipoise.simulator.report.json.JsonText;
import org.equipoise.simulator.report.json.PlanJson;
import org.equipoise.simulator.report.json.RunJson;
import org.equipoise.simulator.scenario.Scenario;

/**
 * A report of one trial as JSON: the run as {@link RunJson} writes it, and under one key beside it all else that text
 * and tables show.
 */
public final class ReportJson {
    /** Where what only reports have stands. */
    static final String KEY = "report";

    private ReportJson() {}

    /** The whole document. */
    public static String of(TrialReport report, PageFigures figures) {
        try (JsonText json = new JsonText()) {
            RunJson.put(json, report.run());
            json.put(RunJson.SCENARIO_TEXT, ScenarioText.of(report.scenario()));
            json.object(KEY);
            json.object("nullRun");
            RunJson.put(json, report.nullRun());
            json.end();
            plan(json, report);
            DesignJson.put(json, report.scenario(), report.run().bounds());
            replicates(json, report);
            record(json, report);
            agreement(json, report);
            EstimateTable.put(json, report.estimates());
            ExamplesJson.put(json, figures.examples());
            ChartsJson.put(json, figures.all());
            json.end();
            return json.finish();
        }
    }

    private static void plan(JsonText json, TrialReport report) {
        if (report.plan() == null) {
            json.put("plan", (String) null);
        } else {
            json.object("plan");
            PlanJson.put(json, report.plan());
            json.end();
        }
    }

    /** Of what charts and examples are. */
    private static void replicates(JsonText json, TrialReport report) {
        Scenario scenario = report.scenario();
        long run = report.run().result().replicates();
        json.object("replicates")
                .put("singleTrials", report.trace().size())
                .put("bands", Prediction.replicates(scenario))
                .put("powerCharts", PageFigures.powerReplicates(run))
                .put("nullScenarios", PageFigures.nullReplicates(run))
                .end();
    }

    private static void record(JsonText json, TrialReport report) {
        json.object("record")
                .put("machine", report.machine())
                .put("date", report.date())
                .put("checkValue", CheckValue.of(report.run()))
                .put("nullCheckValue", CheckValue.of(report.nullRun()))
                .put("overrides", report.overrides())
                .put("storedRun", report.reproduced())
                .end();
    }

    private static void agreement(JsonText json, TrialReport report) {
        json.array("agreement");
        for (Agreement each : Agreement.of(report.run())) {
            json.element()
                    .put("arm", each.arm())
                    .put("standardErrors", each.standardErrors())
                    .put("below", each.below())
                    .end();
        }
        json.endArray();
    }
}
