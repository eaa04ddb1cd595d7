package org.equipoise.simulator.sweep;

import java.util.Arrays;
import java.util.List;
import org.equipoise.simulator.sweep.store.SweepColumn;
import org.equipoise.simulator.sweep.store.Values;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Results as a Tablesaw table. */
final class ResultTable {
    private ResultTable() {}

    static Table of(SweepResults results) {
        List<SweepRow> rows = results.rows();
        Table table = Table.create(results.sweep().name());
        List<Boolean> numbers = Values.areNumbers(results.sweep());
        for (int p = 0; p < numbers.size(); p++) {
            int path = p;
            List<String> values =
                    rows.stream().map(row -> row.values().get(path)).toList();
            table.addColumns(varied(results.sweep().paths().get(p), values, numbers.get(p)));
        }
        for (SweepColumn column : SweepColumn.values()) {
            table.addColumns(DoubleColumn.create(
                    column.label(),
                    rows.stream().mapToDouble(row -> row.result().figure(column))));
        }
        return table.addColumns(
                LongColumn.create(
                        "replicates",
                        rows.stream().mapToLong(row -> row.result().replicates())),
                LongColumn.create(
                        "seed", rows.stream().mapToLong(row -> row.result().seed())),
                StringColumn.create(
                        "scenarioHash", rows.stream().map(row -> row.result().hash())),
                StringColumn.create(
                        "version", rows.stream().map(row -> row.result().version())),
                StringColumn.create("expectations", rows.stream().map(ResultTable::expectations)));
    }

    /** An empty text is a missing value to Tablesaw. */
    private static String expectations(SweepRow row) {
        return row.verdict() == null ? "" : row.verdict().key();
    }

    /** Whole numbers stay whole, so that rows can be grouped by them. */
    private static Column<?> varied(String name, List<String> values, boolean numbers) {
        if (!numbers) {
            return StringColumn.create(name, values);
        }
        double[] column = values.stream().mapToDouble(Double::parseDouble).toArray();
        return Arrays.stream(column).allMatch(value -> value == (int) value)
                ? IntColumn.create(name, Arrays.stream(column).mapToInt(value -> (int) value))
                : DoubleColumn.create(name, column);
    }
}
