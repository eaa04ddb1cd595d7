package org.equipoise.simulator.report.figure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Locale;

/** Numbers for axes and labels. */
public final class Numbers {
    private Numbers() {}

    /** So many numbers from {@code low} to {@code high}, evenly. */
    public static double[] grid(double low, double high, int number) {
        double[] grid = new double[number];
        Arrays.setAll(grid, i -> low + (high - low) * i / (number - 1));
        return grid;
    }

    /** A number with so many decimals, and a proper minus. */
    public static String fixed(double value, int decimals) {
        String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
        return text.startsWith("-") ? "−" + text.substring(1) : text;
    }

    /** A given number without zeros at its end. */
    public static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString().replace('-', '−');
    }

    /** A number with so many significant digits, and no zeros at its end. */
    public static String significant(double value, int digits) {
        return plain(new BigDecimal(value).round(new MathContext(digits)).doubleValue());
    }

    /** A whole number with its thousands apart. */
    public static String grouped(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** Quantile of sorted numbers: the smallest of which at least a share {@code p} is at or below it. */
    public static double quantile(double[] sorted, double p) {
        return sorted[(int) Math.max(0, Math.ceil(p * sorted.length) - 1)];
    }

    /** The smallest of 1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8 times a power of 10 that is at least {@code value} > 0. */
    public static double roundUp(double value) {
        double power = Math.pow(10, Math.floor(Math.log10(value)));
        for (double mantissa : new double[] {1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8}) {
            if (mantissa * power >= value * (1 - 1e-12)) {
                return mantissa * power;
            }
        }
        return 10 * power;
    }
}
