package org.equipoise.simulator.sweep.store;

/** Cells of comma-separated values (RFC 4180). */
public final class CsvCells {
    private static final double MOST_PLAIN = 1e9;

    private CsvCells() {}

    /** A text, in quotes where it needs them. */
    public static String text(String cell) {
        return cell.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                ? '"' + cell.replace("\"", "\"\"") + '"'
                : cell;
    }

    /** A number that reads back to the same bits; nothing for NaN. */
    public static String number(double value) {
        if (value == Math.rint(value) && Math.abs(value) < MOST_PLAIN) {
            return Long.toString((long) value);
        }
        return Double.isNaN(value) ? "" : Double.toString(value);
    }
}
