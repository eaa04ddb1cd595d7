package org.equipoise.simulator.reading;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.equipoise.simulator.reading.Node.Scalar;
import org.equipoise.simulator.scenario.Faults;
import org.equipoise.simulator.scenario.Range;
import org.jspecify.annotations.Nullable;

/**
 * Reads numbers: decimal, with or without an exponent, and for whole numbers also spelled {@code 12.0} or {@code 1e5}.
 * Text in quotes is never a number. A number outside its range is a fault; the nearest one inside stands in for it, so
 * that what depends on it can still be checked.
 */
final class Numbers {
    private static final Pattern DECIMAL =
            Pattern.compile("[-+]?(?:(?:0|[1-9][0-9]*)(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][-+]?[0-9]+)?");
    private static final int LONGEST = 400;
    private static final int LONGEST_EXACT = 40;
    private static final double SMALLEST = 1e-30;
    private static final double LARGEST = 1e30;

    private Numbers() {}

    static boolean isNumber(Scalar scalar) {
        return !scalar.quoted() && looksLikeNumber(scalar.text());
    }

    private static boolean looksLikeNumber(String text) {
        return text.length() <= LONGEST && DECIMAL.matcher(text).matches();
    }

    /** A finite double within a range, or null. */
    static @Nullable Double real(Spot spot, @Nullable Range range, FaultLog log) {
        String text = digits(spot, "a number", log);
        if (text == null) {
            return null;
        }
        double value = Double.parseDouble(text) + 0.0; // turns -0 into 0
        if (Double.isInfinite(value)) {
            log.add(spot, "is too large a number: " + text, range == null ? "" : "must be " + Faults.words(range));
            return null;
        }
        if (range != null && !Faults.contains(range, value)) {
            log.add(spot, "must be " + Faults.words(range) + ", was " + text, "");
            return nearest(range, value);
        }
        return value;
    }

    /** A decimal number, exactly as it is written, within a range; or null. */
    static @Nullable BigDecimal decimal(Spot spot, @Nullable Range range, FaultLog log) {
        String text = digits(spot, "a number", log);
        if (text == null) {
            return null;
        }
        double rough = Double.parseDouble(text);
        if (range != null && !Faults.contains(range, rough)) {
            log.add(spot, "must be " + Faults.words(range) + ", was " + text, "");
            return null;
        }
        if (rough != 0 && !(Math.abs(rough) >= SMALLEST && Math.abs(rough) <= LARGEST)
                || text.length() > LONGEST_EXACT) {
            log.add(spot, "must be a number of ordinary size, was " + text, "");
            return null;
        }
        return rough == 0 ? BigDecimal.ZERO : new BigDecimal(text);
    }

    /** A whole number within a range and within {@code least} to {@code most}, or null. */
    static @Nullable Long whole(Spot spot, @Nullable Range range, long least, long most, FaultLog log) {
        String text = digits(spot, "a whole number", log);
        if (text == null) {
            return null;
        }
        double rough = Double.parseDouble(text);
        if (rough != Math.rint(rough)) {
            log.add(spot, "must be a whole number, was " + text, "");
            return null;
        }
        if (range != null && !Faults.contains(range, rough)) {
            log.add(spot, "must be " + Faults.words(range) + ", was " + text, "");
            return (long) nearest(range, rough);
        }
        Long value = exact(text, rough);
        if (value == null || value < least || value > most) {
            log.add(spot, "must be a whole number from " + least + " to " + most + ", was " + text, "");
            return null;
        }
        return value;
    }

    private static @Nullable Long exact(String text, double rough) {
        if (Math.abs(rough) > 0x1p63) {
            return null;
        }
        try {
            return rough == 0 && !text.contains(".") ? 0L : new BigDecimal(text).longValueExact();
        } catch (ArithmeticException | NumberFormatException e) {
            return null;
        }
    }

    private static double nearest(Range range, double value) {
        double least = Math.max(range.atLeast(), Math.nextUp(range.above()));
        double most = Math.min(range.atMost(), Math.nextDown(range.below()));
        return Math.max(least, Math.min(most, value));
    }

    /** The text of a decimal number; null when it is something else, which is noted. */
    private static @Nullable String digits(Spot spot, String expected, FaultLog log) {
        if (spot.node() instanceof Scalar scalar) {
            if (isNumber(scalar)) {
                return scalar.text();
            }
            if (scalar.isEmpty()) {
                Scalars.addEmpty(spot, log);
            } else {
                log.add(spot, "expected " + expected + ", found " + scalar.words(), remedy(scalar));
            }
        } else {
            log.add(spot, "expected " + expected + ", found " + spot.node().words(), "");
        }
        return null;
    }

    private static String remedy(Scalar scalar) {
        String text = scalar.text().strip();
        if (text.length() > LONGEST) {
            return "a number has at most " + LONGEST + " characters";
        }
        if (looksLikeNumber(text)) {
            return "write " + text + " without quotes";
        }
        if (text.endsWith("%")
                && looksLikeNumber(text.substring(0, text.length() - 1).strip())) {
            return "write a share: 5 % is 0.05";
        }
        for (String[] habit : new String[][] {{"_", ""}, {",", "."}}) {
            String plain = text.replace(habit[0], habit[1]);
            if (looksLikeNumber(plain)) {
                return "write " + plain;
            }
        }
        if (text.matches("[-+]?0[xXoObB]?[0-9a-fA-F.]+")) {
            return "write it in decimal, without leading zeros";
        }
        return text.matches("[-+]?\\.?(?i:inf|infinity|nan)") ? "it must be finite" : "";
    }
}
