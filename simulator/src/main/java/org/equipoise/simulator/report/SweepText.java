package org.equipoise.simulator.report;

import java.util.ArrayList;
import java.util.List;
import org.equipoise.simulator.sweep.SweepRow;
import org.equipoise.simulator.sweep.store.SweepColumn;

/** A sweep as a page of text. */
public final class SweepText {
    private static final int MOST_ROWS = 40;

    private SweepText() {}

    /** The lines of the page. */
    public static List<String> lines(SweepReport report) {
        List<SweepRow> rows = report.results().rows();
        int scenarios = report.results().sweep().cases().size();
        List<String> lines = new ArrayList<>();
        lines.add(report.results().sweep().name() + " · " + Digits.grouped(rows.size()) + " of "
                + Digits.grouped(scenarios) + " scenarios · "
                + (report.nothingToDo() ? "nothing to do" : Digits.fixed(report.elapsedSeconds(), 1) + " s"));
        lines.add(report.directory().resolve("results.csv").toString());
        if (rows.isEmpty()) {
            return lines;
        }
        lines.add("");
        TextTable table = new TextTable("");
        List<String> head = new ArrayList<>(report.results().sweep().paths());
        head.addAll(List.of("power", "s.e.", "events", "calendarTime"));
        table.row(head.toArray(String[]::new));
        for (SweepRow row : rows.subList(0, Math.min(MOST_ROWS, rows.size()))) {
            table.row(cells(row));
        }
        lines.addAll(table.lines());
        if (rows.size() > MOST_ROWS) {
            lines.add("… and " + Digits.grouped(rows.size() - MOST_ROWS) + " more in results.csv");
        }
        return lines;
    }

    private static String[] cells(SweepRow row) {
        List<String> cells = new ArrayList<>(row.values());
        double error = row.result().figure(SweepColumn.POWER_STANDARD_ERROR);
        int decimals = error > 0 ? Digits.decimals(error) : 4;
        cells.add(Digits.fixed(row.result().figure(SweepColumn.POWER), decimals));
        cells.add(Digits.fixed(error, decimals));
        cells.add(withItsDigits(row, SweepColumn.EVENTS, SweepColumn.EVENTS_STANDARD_ERROR));
        cells.add(withItsDigits(row, SweepColumn.CALENDAR_TIME, SweepColumn.CALENDAR_TIME_STANDARD_ERROR));
        return cells.toArray(String[]::new);
    }

    private static String withItsDigits(SweepRow row, SweepColumn figure, SweepColumn error) {
        return Digits.fixed(
                row.result().figure(figure), Digits.decimals(row.result().figure(error)));
    }
}
