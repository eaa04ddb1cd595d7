package org.equipoise.core.planning.logrank;

/**
 * A sum over patients, linear in the data: a patient of stratum s and arm a who leaves at patient time X adds A(X), and
 * B(X) more when an event is why. A is 0 at 0, so that those not yet enrolled add nothing.
 *
 * <p>Indices are stratum, arm, node. {@code slope} is the derivative of {@code path}.
 */
record Linear(double[][][] path, double[][][] slope, double[][][] jump) {
    /** {@code a} times this plus {@code b} times {@code other}. */
    Linear combine(double a, Linear other, double b) {
        return new Linear(sum(a, path, b, other.path), sum(a, slope, b, other.slope), sum(a, jump, b, other.jump));
    }

    private static double[][][] sum(double a, double[][][] f, double b, double[][][] g) {
        double[][][] sums = new double[f.length][2][];
        for (int stratum = 0; stratum < f.length; stratum++) {
            for (int arm = 0; arm < 2; arm++) {
                int count = Math.min(f[stratum][arm].length, g[stratum][arm].length);
                double[] column = new double[count];
                for (int i = 0; i < count; i++) {
                    column[i] = a * f[stratum][arm][i] + b * g[stratum][arm][i];
                }
                sums[stratum][arm] = column;
            }
        }
        return sums;
    }
}
