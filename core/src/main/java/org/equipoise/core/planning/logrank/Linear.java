package org.equipoise.core.planning.logrank;

import org.jspecify.annotations.Nullable;

/**
 * A sum over patients at one cut, linear in the data: a patient of stratum s and arm a who leaves at patient time X
 * adds A(X), and B(X) more when an event is why. A is 0 at 0, so that those not yet enrolled add nothing.
 *
 * <p>Indices are stratum, arm, node.
 */
final class Linear {
    private final double[][][] path;
    private final double[][][] slope;
    private final double[][][] jump;
    /** Made when it is first asked for, because moments ask often. */
    private double @Nullable [][][] byFollowUp;

    /**
     * @param path A
     * @param slope derivative of A
     * @param jump B
     */
    Linear(double[][][] path, double[][][] slope, double[][][] jump) {
        this.path = path;
        this.slope = slope;
        this.jump = jump;
    }

    /** A at the nodes. */
    double[][][] path() {
        return path;
    }

    /** Derivative of A at the nodes. */
    double[][][] slope() {
        return slope;
    }

    /** B at the nodes. */
    double[][][] jump() {
        return jump;
    }

    /**
     * Mean of a patient's part by the time for which observation is possible.
     *
     * @param cut the one of this sum
     * @return not to be modified
     */
    double[][][] byFollowUp(Cut cut) {
        double[][][] made = byFollowUp;
        if (made == null) {
            made = new double[path.length][2][];
            for (int stratum = 0; stratum < path.length; stratum++) {
                for (int arm = 0; arm < 2; arm++) {
                    made[stratum][arm] = cut.running(cut.growth(this, stratum, arm));
                }
            }
            byFollowUp = made;
        }
        return made;
    }

    /** {@code a} times this plus {@code b} times {@code other}, both at the same cut. */
    Linear combine(double a, Linear other, double b) {
        Linear sum =
                new Linear(sum(a, path, b, other.path), sum(a, slope, b, other.slope), sum(a, jump, b, other.jump));
        if (byFollowUp != null && other.byFollowUp != null) {
            sum.byFollowUp = sum(a, byFollowUp, b, other.byFollowUp);
        }
        return sum;
    }

    private static double[][][] sum(double a, double[][][] f, double b, double[][][] g) {
        double[][][] sums = new double[f.length][2][];
        for (int stratum = 0; stratum < f.length; stratum++) {
            for (int arm = 0; arm < 2; arm++) {
                double[] one = f[stratum][arm];
                double[] other = g[stratum][arm];
                double[] column = new double[one.length];
                for (int i = 0; i < column.length; i++) {
                    column[i] = a * one[i] + b * other[i];
                }
                sums[stratum][arm] = column;
            }
        }
        return sums;
    }
}
