package org.equipoise.simulator.report.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Where an axis has its ticks: as many as have room for their labels, at round numbers.
 *
 * @param values ascending, on the axis
 * @param labels one for each
 */
record Ticks(List<Double> values, List<String> labels) {
    private static final double[] DECIMAL = {1, 2, 2.5, 5, 10};
    private static final double[] WHOLE = {1, 2, 5, 10};

    /** Months are counted by the dozen. */
    private static final double[] MONTHS = {1, 2, 3, 6, 12, 24, 36, 60, 120, 240, 600, 1200};

    private static final double[][] RATIOS = {{1}, {1, 3}, {1, 2, 5}, {1, 1.5, 2, 3, 5, 7}, {1, 2, 3, 4, 5, 6, 7, 8, 9}
    };
    private static final int MOST = 9;

    /** Length of a name, in letters, from which on it gives way. */
    private static final double LONG = 4;

    /** Copies the lists. */
    Ticks {
        values = List.copyOf(values);
        labels = List.copyOf(labels);
    }

    /**
     * The ticks of an axis.
     *
     * @param length in pixels
     * @param size of the font, in pixels
     * @param across whether labels stand side by side; else one above the other
     */
    static Ticks of(Axis axis, double length, double size, boolean across) {
        if (!axis.categories().isEmpty()) {
            return ofCategories(axis.categories(), length / axis.categories().size(), size, across);
        }
        Ticks best = null;
        for (List<Double> candidate : candidates(axis)) {
            Ticks ticks = new Ticks(candidate, labels(candidate, axis.scale() == Axis.Scale.LOG));
            if (ticks.fit(axis, length, size, across) && (best == null || ticks.values.size() > best.values.size())) {
                best = ticks;
            }
        }
        return best == null ? new Ticks(List.of(), List.of()) : best;
    }

    /** Every name that has room; long ones give way, short ones stand at every second, fifth, … place. */
    private static Ticks ofCategories(List<String> names, double each, double size, boolean across) {
        double longest = names.stream()
                .mapToDouble(name -> TextWidth.of(name, size))
                .max()
                .orElse(0);
        double needed = across ? Math.min(longest, LONG * size) + size / 4 : 1.2 * size;
        int every = 1;
        for (int k = 0; every * each < needed && every < names.size(); k++) {
            every = (int) (WHOLE[k % 3] * Math.pow(10, k / 3));
        }
        List<Double> places = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        for (int i = 0; i < names.size(); i += every) {
            places.add((double) i);
            labels.add(across ? TextWidth.fitted(names.get(i), size, every * each - size / 4) : names.get(i));
        }
        return new Ticks(places, labels);
    }

    private static List<List<Double>> candidates(Axis axis) {
        List<List<Double>> all = new ArrayList<>();
        if (axis.scale() == Axis.Scale.LOG) {
            for (double[] mantissas : RATIOS) {
                all.add(ratios(axis, mantissas));
            }
            if (all.get(all.size() - 1).size() >= 3) {
                return all;
            }
        }
        double span = axis.high() - axis.low();
        if (axis.scale() == Axis.Scale.MONTHS && span > 3) {
            for (double step : MONTHS) {
                all.add(multiples(axis, step));
            }
            return all;
        }
        double power = Math.pow(10, Math.floor(Math.log10(span)) - 1);
        for (int decade = 0; decade < 3; decade++) {
            for (double mantissa : power >= 1 ? WHOLE : DECIMAL) {
                all.add(multiples(axis, mantissa * power));
            }
            power *= 10;
        }
        return all;
    }

    private static List<Double> multiples(Axis axis, double step) {
        List<Double> values = new ArrayList<>();
        for (double k = Math.ceil(axis.low() / step - 1e-9); k * step <= axis.high() + 1e-9 * step; k++) {
            // Multiples of 0.1 are not those of the binary number beside it.
            values.add(BigDecimal.valueOf(k * step)
                    .setScale(12, RoundingMode.HALF_EVEN)
                    .doubleValue());
        }
        return values;
    }

    private static List<Double> ratios(Axis axis, double[] mantissas) {
        List<Double> values = new ArrayList<>();
        for (int e = (int) Math.floor(Math.log10(axis.low())); e <= Math.log10(axis.high()); e++) {
            for (double mantissa : mantissas) {
                double value = new BigDecimal(Double.toString(mantissa))
                        .scaleByPowerOfTen(e)
                        .doubleValue();
                if (axis.holds(value)) {
                    values.add(value);
                }
            }
        }
        return values;
    }

    /** All with the same number of decimals, as many as any of them needs; ratios each with its own. */
    private static List<String> labels(List<Double> values, boolean eachItsOwn) {
        int most = values.stream().mapToInt(Ticks::decimals).max().orElse(0);
        return values.stream()
                .map(v -> label(v, eachItsOwn ? decimals(v) : most))
                .toList();
    }

    static int decimals(double value) {
        return Math.max(0, BigDecimal.valueOf(value).stripTrailingZeros().scale());
    }

    static String label(double value, int decimals) {
        String text = BigDecimal.valueOf(value)
                .setScale(decimals, RoundingMode.HALF_EVEN)
                .toPlainString();
        if (Math.abs(value) >= 1000 && decimals == 0) {
            text = String.format(Locale.ROOT, "%,d", Math.round(value));
        }
        return text.startsWith("-") ? "−" + text.substring(1) : text;
    }

    private boolean fit(Axis axis, double length, double size, boolean across) {
        if (values.isEmpty() || values.size() > MOST) {
            return false;
        }
        for (int i = 1; i < values.size(); i++) {
            double apart = length * (axis.share(values.get(i)) - axis.share(values.get(i - 1)));
            double needed = across
                    ? (TextWidth.of(labels.get(i), size) + TextWidth.of(labels.get(i - 1), size)) / 2 + size
                    : 2 * size;
            if (apart < needed) {
                return false;
            }
        }
        return true;
    }
}
