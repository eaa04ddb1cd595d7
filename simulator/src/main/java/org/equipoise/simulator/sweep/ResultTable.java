package org.equipoise.simulator.sweep;

import java.util.List;
import org.equipoise.simulator.sweep.store.SweepColumn;
import org.equipoise.simulator.sweep.store.Values;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Results as a Tablesaw table. */
final class ResultTable {
    private ResultTable() {}

    static Table of(SweepResults results) {
        List<SweepRow> rows = results.rows();
        Table table = Table.create(results.sweep().name());
        List<Boolean> numbers = Values.areNumbers(results.sweep());
        for (int p = 0; p < numbers.size(); p++) {
            int path = p;
            String name = results.sweep().paths().get(p);
            table.addColumns(
                    numbers.get(p)
                            ? DoubleColumn.create(
                                    name,
                                    rows.stream()
                                            .mapToDouble(row -> Double.parseDouble(
                                                    row.values().get(path))))
                            : StringColumn.create(
                                    name, rows.stream().map(row -> row.values().get(path))));
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
                        "version", rows.stream().map(row -> row.result().version())));
    }
}
