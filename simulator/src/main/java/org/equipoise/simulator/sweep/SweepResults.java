package org.equipoise.simulator.sweep;

import java.util.ArrayList;
import java.util.List;
import org.equipoise.simulator.reading.ReadSweep;
import org.equipoise.simulator.reading.SweepCase;
import org.equipoise.simulator.sweep.store.ResultKeeper;
import org.equipoise.simulator.sweep.store.ScenarioRow;
import tech.tablesaw.api.Table;

/**
 * What a sweep has come to.
 *
 * @param sweep what was asked for
 * @param rows its finished scenarios, in the order of the grid
 */
public record SweepResults(ReadSweep sweep, List<SweepRow> rows) {
    /** Copies the list. */
    public SweepResults {
        rows = List.copyOf(rows);
    }

    /** What a keeper has of a sweep. */
    static SweepResults of(ReadSweep sweep, ResultKeeper keeper) {
        List<SweepRow> rows = new ArrayList<>();
        for (int c = 0; c < sweep.cases().size(); c++) {
            SweepCase each = sweep.cases().get(c);
            ScenarioRow row = keeper.finished().get(each.read().hash());
            if (row != null) {
                rows.add(new SweepRow(each, row, keeper.verdicts().get(c + 1)));
            }
        }
        return new SweepResults(sweep, rows);
    }

    /** Whether every scenario is finished. */
    public boolean isComplete() {
        return rows.size() == sweep.cases().size();
    }

    /**
     * The rows as a Tablesaw table, with the columns of {@code results.csv}; a figure that does not exist is missing.
     */
    public Table table() {
        return ResultTable.of(this);
    }
}
