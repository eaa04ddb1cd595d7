package org.equipoise.simulator.report.page;

import java.util.List;
import org.equipoise.simulator.reading.ReadScenario;
import org.equipoise.simulator.report.SweepReport;
import org.equipoise.simulator.report.json.ChartsJson;
import org.equipoise.simulator.report.json.CheckedJson;
import org.equipoise.simulator.report.json.DesignJson;
import org.equipoise.simulator.report.json.JsonText;
import org.equipoise.simulator.report.json.SweepJson;
import org.equipoise.simulator.sweep.SweepRow;

/**
 * A report of a sweep as JSON: the sweep as {@link SweepJson} writes it, and under one key beside it all else that text
 * and tables show.
 */
public final class SweepReportJson {
    private SweepReportJson() {}

    /** The whole document. */
    public static String of(SweepReport report, SweepPage page, SweepFigures figures) {
        try (JsonText json = new JsonText()) {
            SweepJson.put(json, report);
            json.object(ReportJson.KEY);
            ReadScenario first = page.sweep().cases().get(0).read();
            DesignJson.put(json, first.scenario(), first.bounds());
            totals(json, page);
            expectations(json, SweepExpectations.of(page));
            json.put("noise", page.findings().noise());
            record(json, page);
            ChartsJson.put(json, figures.all());
            json.end();
            return json.finish();
        }
    }

    private static void totals(JsonText json, SweepPage page) {
        List<SweepRow> rows = page.results().rows();
        json.numbers("numbers", page.numbers().stream().mapToDouble(n -> n).toArray());
        json.object("totals")
                .put("finished", rows.size())
                .put(
                        "replicates",
                        rows.stream()
                                .mapToLong(row -> row.result().replicates())
                                .sum())
                .put(
                        "seeds",
                        rows.stream().map(row -> row.result().seed()).distinct().count())
                .end();
    }

    private static void expectations(JsonText json, SweepExpectations told) {
        json.object("expectations")
                .put("scenarios", told.scenarios())
                .put("met", told.met())
                .put("notMet", told.notMet())
                .put("undecided", told.undecided());
        CheckedJson.put(
                json,
                "open",
                told.open().stream().map(SweepExpectations.Open::expected).toList());
        json.put("untold", told.untold()).end();
    }

    private static void record(JsonText json, SweepPage page) {
        json.object("record")
                .put("machine", page.machine())
                .put("date", page.date())
                .put("directory", page.directory())
                .put("file", page.file())
                .put("writtenBy", page.version())
                .put("checkValue", SweepRecord.checkValue(page.results().rows()));
        if (page.history() != null) {
            json.put("storeVersion", page.history().version())
                    .put("storeJava", page.history().java())
                    .put("started", String.valueOf(page.history().started()))
                    .put("finished", String.valueOf(page.history().finished()))
                    .put("generator", page.history().generator());
        }
        json.end();
    }
}
