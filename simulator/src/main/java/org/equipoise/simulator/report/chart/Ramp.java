package org.equipoise.simulator.report.chart;

/**
 * Classes of a number, each with a shade: the higher, the further from the colour of the page.
 *
 * @param low lower end of the first class
 * @param step width of each
 * @param classes how many
 */
public record Ramp(double low, double step, int classes) {
    private static final double[] MANTISSAS = {1, 2, 2.5, 5, 10};

    /** Multiples of a binary fraction are not always those of the decimal number beside it. */
    private static final double SLACK = 1e-9;

    /** @throws IllegalArgumentException when there are no classes, or more than shades */
    public Ramp {
        if (classes < 1 || classes > Ink.shades() || !(step > 0) || !Double.isFinite(low)) {
            throw new IllegalArgumentException(classes + " classes of " + step + " from " + low + " on");
        }
    }

    /** Classes with round ends that hold all numbers between two. */
    public static Ramp over(double least, double most) {
        double span = Math.max(most - least, 1e-6 * Math.max(1, Math.abs(most)));
        double power = Math.pow(10, Math.floor(Math.log10(span)) - 1);
        while (true) {
            for (double mantissa : MANTISSAS) {
                double step = mantissa * power;
                double low = Math.floor(least / step + SLACK);
                int classes = (int) Math.max(1, Math.ceil(most / step - SLACK) - low);
                if (classes <= Ink.shades()) {
                    return new Ramp(low * step, step, classes);
                }
            }
            power *= 10;
        }
    }

    /** Upper end of the last class. */
    public double high() {
        return low + classes * step;
    }

    /** The class of a number, from 0; those beyond the ends belong to the first and the last. */
    int at(double value) {
        return (int) Math.max(0, Math.min(classes - 1, Math.floor((value - low) / step + SLACK)));
    }

    /** The shade of a class. */
    Ink shade(int index) {
        return Ink.shade(
                classes == 1 ? Ink.shades() / 2 : Math.round((float) index * (Ink.shades() - 1) / (classes - 1)));
    }
}
