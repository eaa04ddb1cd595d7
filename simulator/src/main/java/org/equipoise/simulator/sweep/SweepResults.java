package org.equipoise.simulator.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.equipoise.simulator.expect.Verdict;
import org.equipoise.simulator.reading.ReadSweep;
import org.equipoise.simulator.reading.SweepCase;
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

    /**
     * Results that were kept.
     *
     * @param finished by hash
     * @param verdicts what has become of the expectations of cases, by number from 1
     */
    public static SweepResults of(ReadSweep sweep, Map<String, ScenarioRow> finished, Map<Integer, Verdict> verdicts) {
        List<SweepRow> rows = new ArrayList<>();
        for (int c = 0; c < sweep.cases().size(); c++) {
            SweepCase each = sweep.cases().get(c);
            ScenarioRow row = finished.get(each.read().hash());
            if (row != null) {
                rows.add(new SweepRow(each, row, verdicts.get(c + 1)));
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
