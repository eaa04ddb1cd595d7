package org.equipoise.simulator.report.text;

import java.util.ArrayList;
import java.util.List;
import org.equipoise.simulator.report.words.Columns;
import org.equipoise.simulator.report.words.PlainText;

/** A table in a fixed-width font: the first column to the left, the others to the right, as wide as their content. */
final class TextTable {
    private static final String GAP = "  ";

    private final List<String[]> rows = new ArrayList<>();
    private final String indent;

    TextTable(String indent) {
        this.indent = indent;
    }

    /** Adds a row; a row with fewer cells than others ends early. */
    TextTable row(String... cells) {
        rows.add(cells.clone());
        return this;
    }

    /** The lines, without blanks at their ends. What is wider than a page goes on below, the first column repeated. */
    List<String> lines() {
        int columns = rows.stream().mapToInt(row -> row.length).max().orElse(0);
        int[] width = new int[columns];
        for (String[] row : rows) {
            for (int c = 0; c < row.length; c++) {
                width[c] = Math.max(width[c], Columns.of(row[c]));
            }
        }
        List<String> lines = new ArrayList<>();
        int from = 1;
        do {
            int to = lastThatFits(width, from);
            if (from > 1) {
                lines.add("");
            }
            for (String[] row : rows) {
                lines.add(line(row, width, from, to));
            }
            from = to;
        } while (from < columns);
        return lines;
    }

    /** End of the columns from {@code from} on that fit on a page beside the first; at least one. */
    private int lastThatFits(int[] width, int from) {
        int taken = indent.length() + (width.length == 0 ? 0 : width[0]);
        int to = from;
        while (to < width.length && (to == from || taken + GAP.length() + width[to] <= PlainText.WIDTH)) {
            taken += GAP.length() + width[to];
            to++;
        }
        return to;
    }

    private String line(String[] row, int[] width, int from, int to) {
        StringBuilder line = new StringBuilder(indent);
        if (row.length > 0) {
            line.append(row[0]).append(padding(row, width, 0));
        }
        for (int c = from; c < Math.min(row.length, to); c++) {
            line.append(GAP).append(padding(row, width, c)).append(row[c]);
        }
        return line.toString().stripTrailing();
    }

    private static String padding(String[] row, int[] width, int c) {
        return " ".repeat(width[c] - Columns.of(row[c]));
    }
}
