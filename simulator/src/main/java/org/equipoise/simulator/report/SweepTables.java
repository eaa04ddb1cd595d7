package org.equipoise.simulator.report;

import java.util.ArrayList;
import java.util.List;
import org.equipoise.simulator.report.markup.Content;
import org.equipoise.simulator.report.markup.Element;
import org.equipoise.simulator.report.markup.Words;
import org.equipoise.simulator.sweep.store.SweepColumn;

/** The tables of a report about a sweep. */
final class SweepTables {
    private final SweepPage page;
    private final List<String> names;
    private final List<Integer> numbers;

    SweepTables(SweepPage page) {
        this.page = page;
        names = page.names();
        numbers = page.numbers();
    }

    /** Operating characteristics of some scenarios. */
    Element scenarios(String caption, List<Integer> rows) {
        List<List<Content>> table = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of(""));
        head.addAll(names);
        head.addAll(List.of("Power", "s.e.", "Duration", "s.e.", "Patients", "Events"));
        table.add(PageElements.row(head.toArray(String[]::new)));
        for (int row : rows) {
            table.add(cells(row));
        }
        return PageElements.table(caption, table);
    }

    private List<Content> cells(int row) {
        List<Content> cells = new ArrayList<>(PageElements.row("#" + numbers.get(row)));
        SweepPage.labels(page.results().rows().get(row).values()).forEach(value -> cells.add(Words.of(value)));
        estimate(cells, row, SweepColumn.POWER, SweepColumn.POWER_STANDARD_ERROR);
        estimate(cells, row, SweepColumn.DURATION, SweepColumn.DURATION_STANDARD_ERROR);
        cells.add(value(row, SweepColumn.ENROLLED, SweepColumn.ENROLLED_STANDARD_ERROR));
        cells.add(value(row, SweepColumn.EVENTS_AT_STOP, SweepColumn.EVENTS_AT_STOP_STANDARD_ERROR));
        return cells;
    }

    private void estimate(List<Content> cells, int row, SweepColumn column, SweepColumn error) {
        cells.add(value(row, column, error));
        double standardError = page.figure(row, error);
        cells.add(standardError > 0 ? number(row, error, Digits.decimals(standardError)) : Words.of(""));
    }

    /** A figure with as many decimals as its error supports. */
    Content value(int row, SweepColumn column, SweepColumn error) {
        double value = page.figure(row, column);
        double standardError = page.figure(row, error);
        boolean isWhole = Math.abs(value - Math.rint(value)) < 1e-6;
        return number(row, column, standardError > 0 ? Digits.decimals(standardError) : isWhole ? 0 : 4);
    }

    private Content number(int row, SweepColumn column, int decimals) {
        double value = page.figure(row, column);
        return Double.isFinite(value)
                ? PageElements.number(
                        "scenarios." + row + ".figures." + column.label(), value, Digits.fixed(value, decimals))
                : Words.of("");
    }
}
