package org.equipoise.simulator.report.json;

import java.util.List;
import org.equipoise.simulator.reading.ReadSweep;
import org.equipoise.simulator.report.SweepReport;
import org.equipoise.simulator.sweep.SweepFindings;
import org.equipoise.simulator.sweep.SweepRow;
import org.equipoise.simulator.sweep.difference.Difference;
import org.equipoise.simulator.sweep.sensitivity.Sensitivity;
import org.equipoise.simulator.sweep.sensitivity.Share;
import org.equipoise.simulator.sweep.store.ScenarioRow;
import org.equipoise.simulator.sweep.store.SweepColumn;
import org.equipoise.simulator.sweep.store.Values;

/** A sweep as JSON. */
public final class SweepJson {
    private SweepJson() {}

    /** The whole document. */
    public static String of(SweepReport report) {
        try (JsonText json = new JsonText()) {
            put(json, report);
            return json.finish();
        }
    }

    /** The sweep as the keys of an object. */
    public static void put(JsonText json, SweepReport report) {
        ReadSweep sweep = report.results().sweep();
        json.put("sweep", sweep.name())
                .put("sweepHash", sweep.hash())
                .put("version", report.version())
                .put("paths", sweep.paths())
                .put("scenarioCount", sweep.cases().size())
                .put("complete", report.results().isComplete())
                .put("nothingToDo", report.nothingToDo())
                .put("elapsedSeconds", report.elapsedSeconds())
                .array("scenarios");
        List<SweepRow> rows = report.results().rows();
        for (int r = 0; r < rows.size(); r++) {
            json.element();
            values(json, sweep.paths(), rows.get(r).values());
            figures(json, rows.get(r).result());
            if (report.findings() != null) {
                found(json, report.findings(), r);
            }
            json.end();
        }
        json.endArray();
        if (report.findings() != null && report.findings().sensitivity() != null) {
            sensitivity(json, report.findings().sensitivity());
        }
    }

    private static void found(JsonText json, SweepFindings findings, int r) {
        Difference less = findings.lessHighest().get(r);
        json.object("powerLessHighest")
                .put("difference", less.value())
                .put("standardError", less.standardError())
                .put("paired", less.paired())
                .put("beyondNoise", less.isBeyond(findings.noise()))
                .end();
        CheckedJson.put(json, findings.expected().get(r));
    }

    private static void sensitivity(JsonText json, Sensitivity sensitivity) {
        json.object("sensitivity")
                .put("method", sensitivity.overGrid() ? "variance over the grid" : "rank regression")
                .put("sd", sensitivity.sd())
                .put("explained", sensitivity.explained())
                .array("shares");
        for (Share share : sensitivity.shares()) {
            json.element()
                    .put("paths", share.paths())
                    .put("alone", share.alone())
                    .put("inAll", share.inAll())
                    .end();
        }
        json.endArray().end();
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
