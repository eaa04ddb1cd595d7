package org.equipoise.simulator.report.chart;

import java.util.List;

/**
 * One axis.
 *
 * @param title what is measured
 * @param unit of the numbers; empty where they have none: counts, shares, ratios
 * @param scale how numbers become lengths
 * @param low where it begins
 * @param high where it ends
 * @param categories names of whole numbers from 0; empty on an axis of numbers
 */
public record Axis(String title, String unit, Scale scale, double low, double high, List<String> categories) {
    /** How numbers become lengths. */
    public enum Scale {
        /** Evenly. */
        LINEAR,
        /** Evenly, in months: ticks at whole or half years when they are far apart. */
        MONTHS,
        /** Equal ratios have equal lengths. */
        LOG
    }

    /** @throws IllegalArgumentException when the axis has no title or no length, or a logarithmic one reaches 0 */
    public Axis {
        categories = List.copyOf(categories);
        if (title.isBlank()) {
            throw new IllegalArgumentException("an axis needs a title");
        }
        if (!(low < high && Double.isFinite(high - low)) || scale == Scale.LOG && low <= 0) {
            throw new IllegalArgumentException("an axis from " + low + " to " + high + " has no length");
        }
    }

    /** An axis of times, rates and whatever else has a unit. */
    public static Axis of(String title, String unit, double low, double high) {
        if (unit.isBlank()) {
            throw new IllegalArgumentException("'" + title + "' needs a unit");
        }
        Scale scale = unit.equals("months") ? Scale.MONTHS : Scale.LINEAR;
        return new Axis(title, unit, scale, low, high, List.of());
    }

    /** An axis of counts, shares, ratios or statistics, which have no unit. */
    public static Axis ofNumbers(String title, double low, double high) {
        return new Axis(title, "", Scale.LINEAR, low, high, List.of());
    }

    /** The same for ratios: those of 1/2 and 2 lie equally far from 1. */
    public static Axis ofRatios(String title, double low, double high) {
        return new Axis(title, "", Scale.LOG, low, high, List.of());
    }

    /** An axis with a row for each name. */
    public static Axis ofRows(String title, List<String> names) {
        return new Axis(title, "", Scale.LINEAR, -0.5, names.size() - 0.5, names);
    }

    /** Title and unit: {@code Calendar time, months}. */
    public String label() {
        return unit.isEmpty() ? title : title + ", " + unit;
    }

    /** The same in so much room: the title gives way, the unit does not. */
    String label(double size, double room) {
        String tail = unit.isEmpty() ? "" : ", " + unit;
        return TextWidth.fitted(title, size, room - TextWidth.of(tail, size)) + tail;
    }

    /** Where a number lies, from 0 at the beginning to 1 at the end. */
    double share(double value) {
        return scale == Scale.LOG
                ? (Math.log(value) - Math.log(low)) / (Math.log(high) - Math.log(low))
                : (value - low) / (high - low);
    }

    /** Whether a number lies on the axis, but for rounding. */
    boolean holds(double value) {
        double slack = 1e-9 * (high - low);
        return value >= low - slack && value <= high + slack;
    }
}
