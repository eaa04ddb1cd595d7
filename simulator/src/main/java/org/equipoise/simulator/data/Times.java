package org.equipoise.simulator.data;

import java.util.regex.Pattern;

/** Reads times: decimal numbers with a point, finite and not negative. */
final class Times {
    private static final Pattern DECIMAL =
            Pattern.compile("[-+]?(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][-+]?[0-9]+)?");
    private static final Pattern INFINITE = Pattern.compile("[-+]?(?i:inf|infinity|∞)");
    private static final Pattern DATE = Pattern.compile("[0-9]{1,4}[-/.][0-9]{1,2}[-/.][0-9]{1,4}(?:[ T].*)?");
    private static final int LONGEST = 400;

    private Times() {}

    /** The number, or NaN when it is none. */
    static double number(String field) {
        return field.length() <= LONGEST && DECIMAL.matcher(field).matches()
                ? Double.parseDouble(field) + 0.0 // turns -0 into 0
                : Double.NaN;
    }

    /** What is wrong with a time; empty when nothing is. */
    static String problem(String field, double number) {
        if (Missing.is(field)) {
            return Missing.problem(field);
        }
        if (number < 0) {
            return "must not be negative, was " + field;
        }
        if (number == Double.POSITIVE_INFINITY || INFINITE.matcher(field).matches()) {
            return "must be finite, was " + field;
        }
        return Double.isNaN(number) ? "must be a number, was " + DataFaults.quoted(field) : "";
    }

    /** The way out. */
    static String remedy(String field, double number) {
        if (Missing.is(field)) {
            return Missing.remedy();
        }
        if (number < 0) {
            return "a time runs from the patient's start to event or censoring; correct it, or delete the line";
        }
        if (number == Double.POSITIVE_INFINITY || INFINITE.matcher(field).matches()) {
            return "give the time of last follow-up, and say by the status that it is censored";
        }
        if (DATE.matcher(field).matches()) {
            return "give the time from the patient's start in days or months, not a date";
        }
        if (field.endsWith("+") && !Double.isNaN(number(field.substring(0, field.length() - 1)))) {
            return "write " + field.substring(0, field.length() - 1) + ", and say by the status that it is censored";
        }
        String point = field.replace(',', '.');
        return !Double.isNaN(number(point))
                ? "write " + point + " if the comma is a decimal one"
                : "in digits, without a unit";
    }
}
