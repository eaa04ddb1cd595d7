package org.equipoise.simulator.report.chart;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.stream.Stream;

/**
 * A cell of a chart's table.
 *
 * @param text what it shows
 * @param numbers the numbers in that, in their order and in full; none where it holds words
 */
public record ChartCell(String text, List<Double> numbers) {
    /** Significant digits of a number that is shown. */
    public static final int DIGITS = 4;

    /** Where a mark has no value. */
    static final ChartCell NONE = words("");

    /** Copies the list. */
    public ChartCell {
        numbers = List.copyOf(numbers);
    }

    static ChartCell words(String text) {
        return new ChartCell(text, List.of());
    }

    /** A number; nothing where it does not exist. */
    static ChartCell number(double value) {
        return Double.isFinite(value) ? new ChartCell(shown(value), List.of(value)) : NONE;
    }

    /** Both limits; nothing where they do not exist. */
    static ChartCell limits(double low, double high) {
        return Double.isNaN(low) ? NONE : number(low).then(" to ", number(high));
    }

    /** A number with its limits in brackets, where it has some. */
    static ChartCell estimate(double value, double low, double high) {
        return high > low ? number(value).then(" (", limits(low, high)).then(")", NONE) : number(value);
    }

    /** The same with more behind it. */
    ChartCell then(String words, ChartCell next) {
        return new ChartCell(
                text + words + next.text,
                Stream.concat(numbers.stream(), next.numbers.stream()).toList());
    }

    private static String shown(double value) {
        String text = value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : new BigDecimal(value)
                        .round(new MathContext(DIGITS))
                        .stripTrailingZeros()
                        .toPlainString();
        return text.startsWith("-") ? "−" + text.substring(1) : text;
    }
}
