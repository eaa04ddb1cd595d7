package org.equipoise.simulator.report.rcode;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Numbers and comments as R reads them. */
final class RText {
    private static final int DIGITS = 12;
    private static final int WIDTH = 90;

    /** Of comments, which a page breaks where they are wider. */
    private static final int COMMENT = 80;

    private RText() {}

    /** A number with at most twelve significant digits: {@code 176}, {@code 0.62}, {@code 4.5e-05}. */
    static String number(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return Long.toString((long) value);
        }
        BigDecimal rounded =
                new BigDecimal(value).round(new MathContext(DIGITS)).stripTrailingZeros();
        return Math.abs(value) < 1e-4 ? rounded.toString().toLowerCase(Locale.ROOT) : rounded.toPlainString();
    }

    /** {@code c(1, 2)}, {@code rep(0.1, 3)}, or one number. */
    static String vector(double[] values) {
        if (values.length == 1) {
            return number(values[0]);
        }
        boolean same = Arrays.stream(values).allMatch(value -> value == values[0]);
        if (same) {
            return "rep(" + number(values[0]) + ", " + values.length + ")";
        }
        String text = Arrays.stream(values).mapToObj(RText::number).collect(Collectors.joining(", ", "c(", ")"));
        return text.length() <= WIDTH ? text : wrapped(text);
    }

    private static String wrapped(String text) {
        StringBuilder lines = new StringBuilder();
        int column = 0;
        for (String part : text.split("(?<=, )", -1)) {
            if (column + part.length() > WIDTH) {
                lines.setLength(lines.length() - 1);
                lines.append("\n    ");
                column = 0;
            }
            lines.append(part);
            column += part.length();
        }
        return lines.toString();
    }

    /** A comment of as many lines as it takes. */
    static String comment(String text) {
        StringBuilder lines = new StringBuilder();
        StringBuilder line = new StringBuilder("#");
        for (String word : safe(text).split(" +", -1)) {
            if (line.length() + 1 + word.length() > COMMENT) {
                lines.append(line).append('\n');
                line = new StringBuilder("#");
            }
            line.append(' ').append(word);
        }
        return lines.append(line).append('\n').toString();
    }

    /** On one line and in printable characters, whatever a scenario is called. */
    private static String safe(String text) {
        StringBuilder safe = new StringBuilder();
        text.codePoints()
                .forEach(c -> safe.appendCodePoint(c < ' ' || c >= 0x7F && !Character.isLetterOrDigit(c) ? ' ' : c));
        return safe.toString().strip();
    }

    /** Figures of Equipoise beside those of R. */
    static String shown(double[] values, int decimals) {
        return Arrays.stream(values)
                .mapToObj(value ->
                        Double.isFinite(value) ? String.format(Locale.ROOT, "%." + decimals + "f", value) : "none")
                .collect(Collectors.joining(", "));
    }
}
