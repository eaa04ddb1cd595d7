package org.equipoise.simulator.report.text;

import java.util.ArrayList;
import java.util.List;
import org.equipoise.simulator.reading.ReadSweep;
import org.equipoise.simulator.reading.SweepAxis;
import org.equipoise.simulator.report.words.Digits;
import org.equipoise.simulator.report.words.PlainText;
import org.equipoise.simulator.report.words.VariedNames;
import org.equipoise.simulator.sweep.SweepFindings;
import org.equipoise.simulator.sweep.SweepRow;
import org.equipoise.simulator.sweep.store.SweepColumn;

/** Power over two things that vary: one down, the other across. */
final class TwoWayTable {
    private final ReadSweep sweep;
    private final List<SweepRow> rows;
    private final SweepFindings findings;
    private final VariedNames names;
    private final String figure;

    TwoWayTable(ReadSweep sweep, List<SweepRow> rows, SweepFindings findings, VariedNames names, String figure) {
        this.sweep = sweep;
        this.rows = rows;
        this.findings = findings;
        this.names = names;
        this.figure = figure;
    }

    List<String> lines() {
        SweepAxis down = sweep.axes().get(0);
        SweepAxis across = sweep.axes().get(1);
        double least = rows.stream().mapToDouble(this::error).min().orElse(0);
        double most = rows.stream().mapToDouble(this::error).max().orElse(0);
        int decimals = most > 0 ? Digits.decimals(most) : 4;
        TextTable table = new TextTable("");
        List<String> head = new ArrayList<>(List.of(names.of(down.paths())));
        for (int c = 0; c < across.rows(); c++) {
            head.add(level(rows.get(c), down.paths().size(), across.paths().size()) + " ");
        }
        table.row(head.toArray(String[]::new));
        for (int r = 0; r < down.rows(); r++) {
            List<String> cells = new ArrayList<>(
                    List.of(level(rows.get(r * across.rows()), 0, down.paths().size())));
            for (int c = 0; c < across.rows(); c++) {
                int row = r * across.rows() + c;
                cells.add(Digits.fixed(rows.get(row).result().figure(SweepColumn.POWER), decimals)
                        + SweepText.mark(findings, row));
            }
            table.row(cells.toArray(String[]::new));
        }
        List<String> lines = new ArrayList<>(PlainText.wrapped(
                Character.toUpperCase(figure.charAt(0)) + figure.substring(1) + ", s.e. from " + Digits.plain(least, 2)
                        + " to " + Digits.plain(most, 2) + ": " + names.of(down.paths()) + " down, "
                        + names.of(across.paths()) + " across",
                "  "));
        lines.addAll(table.lines());
        return lines;
    }

    private double error(SweepRow row) {
        return row.result().figure(SweepColumn.POWER_STANDARD_ERROR);
    }

    private static String level(SweepRow row, int from, int count) {
        return PlainText.atMost(24, String.join(", ", row.values().subList(from, from + count)));
    }
}
