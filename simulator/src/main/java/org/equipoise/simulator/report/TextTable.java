package org.equipoise.simulator.report;

import java.util.ArrayList;
import java.util.List;

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

    /** The lines, without blanks at their ends. */
    List<String> lines() {
        int columns = rows.stream().mapToInt(row -> row.length).max().orElse(0);
        int[] width = new int[columns];
        for (String[] row : rows) {
            for (int c = 0; c < row.length; c++) {
                width[c] = Math.max(width[c], length(row[c]));
            }
        }
        return rows.stream().map(row -> line(row, width)).toList();
    }

    private String line(String[] row, int[] width) {
        StringBuilder line = new StringBuilder(indent);
        for (int c = 0; c < row.length; c++) {
            String padding = " ".repeat(width[c] - length(row[c]));
            line.append(c == 0 ? "" : GAP).append(c == 0 ? row[c] + padding : padding + row[c]);
        }
        return line.toString().stripTrailing();
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
