package org.equipoise.simulator.report.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.equipoise.simulator.report.figure.Numbers;
import org.equipoise.simulator.report.words.Digits;

/**
 * Expected patients and events over calendar time, in characters.
 *
 * @param enrolled expected by a calendar time
 * @param events expected by a calendar time
 * @param looks calendar times of those that are expected
 * @param units of time
 */
record TimeCourse(DoubleUnaryOperator enrolled, DoubleUnaryOperator events, List<Double> looks, String units) {
    private static final int ROWS = 11;
    private static final char PATIENTS = 'o';
    private static final char EVENTS = '*';
    private static final char LOOK = '┊';

    /**
     * The lines; none where no look is expected.
     *
     * @param width columns of a line
     */
    List<String> lines(int width) {
        double last = looks.stream().mapToDouble(look -> look).max().orElse(0);
        if (!(last > 0)) {
            return List.of();
        }
        double end = 1.1 * last;
        double top = Numbers.roundUp(Math.max(1, enrolled.applyAsDouble(end)));
        String highest = Digits.plain(top);
        int margin = Math.max(4, highest.length());
        TextScale scale = new TextScale(0, end, width - margin - 4);
        char[][] rows = rows(scale, top);
        List<String> lines = new ArrayList<>();
        lines.add("Expected over calendar time, " + units);
        for (int r = 0; r < ROWS; r++) {
            String label = r == 0 ? highest : r == ROWS - 1 ? "0" : "";
            lines.add((" ".repeat(margin - label.length()) + label + " ┤" + new String(rows[r])).stripTrailing());
        }
        lines.add(" ".repeat(margin + 2) + scale.labels(false));
        lines.add("");
        lines.add(PATIENTS + " patients   " + EVENTS + " events   " + LOOK + " look");
        return lines;
    }

    private char[][] rows(TextScale scale, double top) {
        char[][] rows = new char[ROWS][scale.columns()];
        for (char[] row : rows) {
            Arrays.fill(row, ' ');
            looks.forEach(look -> row[scale.column(look)] = LOOK);
        }
        for (int c = 0; c < scale.columns(); c++) {
            rows[row(enrolled.applyAsDouble(scale.middle(c)), top)][c] = PATIENTS;
            rows[row(events.applyAsDouble(scale.middle(c)), top)][c] = EVENTS;
        }
        return rows;
    }

    private static int row(double value, double top) {
        return (int) (ROWS - 1 - Math.rint(Math.max(0, Math.min(1, value / top)) * (ROWS - 1)));
    }
}
