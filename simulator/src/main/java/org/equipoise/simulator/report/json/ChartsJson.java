package org.equipoise.simulator.report.json;

import java.util.List;
import org.equipoise.simulator.report.chart.ChartCell;
import org.equipoise.simulator.report.chart.ChartTable;
import org.equipoise.simulator.report.chart.Picture;

/**
 * The numbers behind charts: the cells of their tables in full. A cell of words is a string, one of a number a number,
 * one of several numbers an array of them, one without value null.
 */
public final class ChartsJson {
    private ChartsJson() {}

    /** Puts charts into the object that is open, each with the table behind it. */
    public static void put(JsonText json, List<? extends Picture> charts) {
        json.object("charts");
        for (Picture chart : charts) {
            ChartTable table = ChartTable.of(chart);
            json.object(chart.name()).put("title", chart.title()).put("columns", table.heading());
            json.array("rows");
            for (List<ChartCell> row : table.rows()) {
                json.list();
                row.forEach(cell -> put(json, cell));
                json.endArray();
            }
            json.endArray().end();
        }
        json.end();
    }

    private static void put(JsonText json, ChartCell cell) {
        if (cell.numbers().size() > 1) {
            json.list();
            cell.numbers().forEach(json::value);
            json.endArray();
        } else if (cell.numbers().size() == 1) {
            json.value(cell.numbers().get(0));
        } else if (cell.text().isEmpty()) {
            json.value(Double.NaN);
        } else {
            json.value(cell.text());
        }
    }
}
