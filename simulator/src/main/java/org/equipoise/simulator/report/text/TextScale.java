package org.equipoise.simulator.report.text;

import java.util.Arrays;
import org.equipoise.simulator.report.words.Digits;
import org.equipoise.simulator.report.words.Nice;

/**
 * An axis across a chart of characters.
 *
 * @param low where the first column begins
 * @param high where the last one ends
 * @param columns how many there are
 */
record TextScale(double low, double high, int columns) {
    /** Columns that a label and the gap beside it may take. */
    private static final int LABEL = 9;

    /** Column (from 0) in which a number lies; the first or the last one where it lies beyond. */
    int column(double value) {
        return (int) Math.max(0, Math.min(columns - 1, Math.floor((value - low) / (high - low) * columns)));
    }

    /** Number of columns that lie below a number by more than half. */
    int below(double value) {
        return (int) Math.max(0, Math.min(columns, Math.rint((value - low) / (high - low) * columns)));
    }

    /** The middle of a column. */
    double middle(int column) {
        return low + (column + 0.5) * (high - low) / columns;
    }

    /** Round numbers, each below the column in which it lies; those in percent where the axis is of shares. */
    String labels(boolean percent) {
        double step = Nice.step((high - low) / Math.max(1, columns / LABEL));
        char[] line = new char[columns + LABEL];
        Arrays.fill(line, ' ');
        int free = 0;
        for (long i = (long) Math.ceil(low / step - 1e-9); i * step <= high + 1e-9 * step; i++) {
            double value = i * step;
            String text = percent
                    ? Digits.fixed(100 * value, 0) + " %"
                    : Digits.fixed(value, step < 1 ? (int) Math.ceil(-Math.log10(step) - 1e-9) : 0);
            int at = Math.max(free, column(value) - (value > low ? text.length() / 2 : 0));
            if (at + text.length() <= line.length) {
                text.getChars(0, text.length(), line, at);
                free = at + text.length() + 1;
            }
        }
        return new String(line).stripTrailing();
    }
}
