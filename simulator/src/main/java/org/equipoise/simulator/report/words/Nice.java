package org.equipoise.simulator.report.words;

/** Round numbers for the steps of a scale. */
public final class Nice {
    private static final double[] MANTISSAS = {1, 2, 3, 5, 6, 10};

    private Nice() {}

    /** The smallest round number that is at least {@code step} > 0. */
    public static double step(double step) {
        double power = Math.pow(10, Math.floor(Math.log10(step)));
        for (double mantissa : MANTISSAS) {
            if (mantissa * power >= step * (1 - 1e-9)) {
                return mantissa * power;
            }
        }
        return 10 * power;
    }
}
