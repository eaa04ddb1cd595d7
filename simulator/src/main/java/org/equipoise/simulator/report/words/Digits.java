package org.equipoise.simulator.report.words;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import org.equipoise.simulator.engine.summary.Estimate;

/** Numbers with as many digits as their error supports. */
public final class Digits {
    private static final int MOST_DECIMALS = 10;

    /** Width of 95 % limits in standard errors. */
    private static final double LIMITS = 2 * 1.96;

    private Digits() {}

    /**
     * Decimals for a figure with a standard error: two digits of the error when they are 35 or less, else one (the rule
     * of the Particle Data Group, Review of Particle Physics, section 5.3).
     *
     * @param standardError 0 or NaN when there is none
     */
    public static int decimals(double standardError) {
        if (!(standardError > 0 && standardError < Double.POSITIVE_INFINITY)) {
            return 0;
        }
        int exponent = (int) Math.floor(Math.log10(standardError));
        long leading = Math.round(standardError * Math.pow(10, 2.0 - exponent));
        return Math.max(0, Math.min(MOST_DECIMALS, leading < 355 ? 1 - exponent : -exponent));
    }

    /** A number with so many decimals; a dash where there is none. */
    public static String fixed(double value, int decimals) {
        if (Double.isNaN(value)) {
            return "–";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "∞" : "−∞";
        }
        String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
        return text.startsWith("-") ? minus(text) : text;
    }

    /**
     * A number with so many decimals, and with none where it is whole and 2 or more: patients and events that were
     * given.
     */
    public static String wholeOrFixed(double value, int decimals) {
        boolean whole = Math.abs(value - Math.rint(value)) < 1e-9 * Math.abs(value) && Math.abs(value) >= 2;
        return fixed(value, whole ? 0 : decimals);
    }

    /** {@link #fixed} with its sign. */
    public static String signed(double value, int decimals) {
        String text = fixed(value, decimals);
        return Character.isDigit(text.charAt(0)) ? "+" + text : text;
    }

    private static String minus(String text) {
        boolean zero = text.chars().noneMatch(c -> c >= '1' && c <= '9');
        return zero ? text.substring(1) : "−" + text.substring(1);
    }

    /** A given number, as a person would write it: at most six significant digits, no zeros at the end. */
    public static String plain(double value) {
        return plain(value, 6);
    }

    /** The same with at most so many significant digits; a whole number keeps its own. */
    public static String plain(double value, int significant) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return fixed(value, 0);
        }
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return String.format(Locale.ROOT, "%d", (long) value);
        }
        String text = new BigDecimal(value)
                .round(new MathContext(significant))
                .stripTrailingZeros()
                .toPlainString();
        return text.startsWith("-") ? "−" + text.substring(1) : text;
    }

    /**
     * What the decimals of an estimate go by: its standard error, or, for a share of none or all, where that is 0, what
     * its limits say.
     */
    public static double error(Estimate estimate) {
        return estimate.standardError() > 0 ? estimate.standardError() : (estimate.high() - estimate.low()) / LIMITS;
    }

    /** An estimate with as many decimals as its error supports. */
    public static String of(Estimate estimate) {
        return fixed(estimate.value(), decimals(error(estimate)));
    }

    /** A share in per cent, where 0 % means never and 100 % always. */
    public static String percent(double share) {
        if (share == 0 || share == 1 || Double.isNaN(share)) {
            return fixed(100 * share, 0) + " %";
        }
        String text = fixed(100 * share, 1);
        return (text.equals("0.0") ? "< 0.1" : text.equals("100.0") ? "> 99.9" : text) + " %";
    }

    /** A whole number with its thousands apart: {@code 100,000}. */
    public static String grouped(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }
}
