package org.equipoise.simulator.report;

import java.util.List;
import org.equipoise.simulator.sweep.SweepRow;
import org.equipoise.simulator.sweep.store.ScenarioRow;
import org.equipoise.simulator.sweep.store.SweepColumn;
import org.equipoise.simulator.sweep.store.Values;

/** A sweep as JSON. */
public final class SweepJson {
    private SweepJson() {}

    /** The whole document. */
    public static String of(SweepReport report) {
        var sweep = report.results().sweep();
        try (JsonText json = new JsonText()) {
            json.put("sweep", sweep.name())
                    .put("sweepHash", sweep.hash())
                    .put("version", report.version())
                    .put("paths", sweep.paths())
                    .put("scenarioCount", sweep.cases().size())
                    .put("complete", report.results().isComplete())
                    .put("nothingToDo", report.nothingToDo())
                    .put("elapsedSeconds", report.elapsedSeconds())
                    .array("scenarios");
            for (SweepRow row : report.results().rows()) {
                json.element();
                values(json, sweep.paths(), row.values());
                figures(json, row.result());
                json.end();
            }
            return json.endArray().finish();
        }
    }

    private static void values(JsonText json, List<String> paths, List<String> values) {
        json.object("values");
        for (int p = 0; p < paths.size(); p++) {
            String value = values.get(p);
            if (Values.isNumber(value)) {
                json.put(paths.get(p), Double.parseDouble(value));
            } else {
                json.put(paths.get(p), value);
            }
        }
        json.end();
    }

    private static void figures(JsonText json, ScenarioRow row) {
        json.put("scenarioHash", row.hash())
                .put("version", row.version())
                .put("replicates", row.replicates())
                .put("seed", row.seed());
        json.object("figures");
        for (SweepColumn column : SweepColumn.values()) {
            json.put(column.label(), row.figure(column));
        }
        json.end();
    }
}
