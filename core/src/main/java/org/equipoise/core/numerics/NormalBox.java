package org.equipoise.core.numerics;

import java.util.Arrays;

/** Correlated standard normal variables, and an interval for each. Immutable. */
final class NormalBox {
    /** Correlations are known to rounding; two variables nearer to one another than this are one. */
    private static final double SAME = 1e-13;
    /** Rounding that a correlation may show above 1, or its matrix below its transpose. */
    private static final double ROUNDING = 1e-8;

    private final double[] lower;
    private final double[] upper;
    private final double[][] correlation;

    private NormalBox(double[] lower, double[] upper, double[][] correlation) {
        this.lower = lower;
        this.upper = upper;
        this.correlation = correlation;
    }

    /** Checks its arguments; variables that are copies of others are merged with them. */
    static NormalBox of(double[] lower, double[] upper, double[][] correlation) {
        int n = correlation.length;
        if (n > MultivariateNormal.MOST_VARIABLES) {
            throw new IllegalArgumentException(
                    "there must be at most " + MultivariateNormal.MOST_VARIABLES + " variables, were " + n);
        }
        if (lower.length != n || upper.length != n) {
            throw new IllegalArgumentException("lower and upper must have one entry for each of " + n
                    + " variables, have " + lower.length + " and " + upper.length);
        }
        for (int i = 0; i < n; i++) {
            if (!(lower[i] <= upper[i])) {
                throw new IllegalArgumentException(
                        "lower must not exceed upper, were " + lower[i] + " and " + upper[i] + " at " + i);
            }
            checkRow(correlation, i);
        }
        return new NormalBox(lower.clone(), upper.clone(), correlation).merged();
    }

    private static void checkRow(double[][] correlation, int i) {
        int n = correlation.length;
        if (correlation[i].length != n) {
            throw new IllegalArgumentException("correlation must be square, but row " + i + " of " + n + " has "
                    + correlation[i].length + " entries");
        }
        for (int j = 0; j <= i; j++) {
            double rho = correlation[i][j];
            boolean valid = i == j ? Math.abs(rho - 1) <= ROUNDING : Math.abs(rho) <= 1 + ROUNDING;
            if (!valid || !(Math.abs(rho - correlation[j][i]) <= ROUNDING)) {
                throw new IllegalArgumentException("correlation must be symmetric, from -1 to 1, and 1 on the diagonal;"
                        + " entries (" + i + ", " + j + ") and (" + j + ", " + i + ") were " + rho + " and "
                        + correlation[j][i]);
            }
        }
    }

    private NormalBox merged() {
        double[] low = lower.clone();
        double[] high = upper.clone();
        int[] kept = new int[size()];
        int count = 0;
        for (int i = 0; i < size(); i++) {
            int twin = -1;
            for (int k = 0; k < count && twin < 0; k++) {
                twin = Math.abs(correlation[i][kept[k]]) >= 1 - SAME ? kept[k] : -1;
            }
            if (twin < 0) {
                kept[count++] = i;
            } else {
                boolean mirrored = correlation[i][twin] < 0;
                low[twin] = Math.max(low[twin], mirrored ? -upper[i] : lower[i]);
                high[twin] = Math.max(low[twin], Math.min(high[twin], mirrored ? -lower[i] : upper[i]));
            }
        }
        return new NormalBox(low, high, correlation).chosen(Arrays.copyOf(kept, count));
    }

    private NormalBox chosen(int[] which) {
        int n = which.length;
        double[] low = new double[n];
        double[] high = new double[n];
        double[][] rho = new double[n][n];
        for (int i = 0; i < n; i++) {
            low[i] = lower[which[i]];
            high[i] = upper[which[i]];
            for (int j = 0; j < n; j++) {
                rho[i][j] = correlation[which[i]][which[j]];
            }
        }
        return new NormalBox(low, high, rho);
    }

    int size() {
        return lower.length;
    }

    double correlation(int i, int j) {
        return correlation[i][j];
    }

    double end(int i, boolean isUpper) {
        return isUpper ? upper[i] : lower[i];
    }

    /** Probability of one variable's interval. */
    double interval(int i) {
        return StandardNormal.between(lower[i], upper[i]);
    }

    /** Probability beside one variable's interval. */
    double tails(int i) {
        return StandardNormal.lowerTail(lower[i]) + StandardNormal.upperTail(upper[i]);
    }

    /** Probability of the box of exactly two variables. */
    double rectangle() {
        double rho = correlation[0][1];
        double all = BivariateNormal.below(upper[0], upper[1], rho)
                - BivariateNormal.below(lower[0], upper[1], rho)
                - BivariateNormal.below(upper[0], lower[1], rho)
                + BivariateNormal.below(lower[0], lower[1], rho);
        return Math.max(0, all);
    }

    /** All but the first variable. */
    NormalBox withoutFirst() {
        int[] rest = new int[size() - 1];
        Arrays.setAll(rest, i -> i + 1);
        return chosen(rest);
    }

    /**
     * All but two variables, given that the first is x and the {@code other}-th y, and after the correlations of the
     * first have been taken {@code t}-fold.
     */
    NormalBox given(int other, double x, double y, double t) {
        // The other is taken out before the first: what it leaves does not depend on t, so rounding of small
        // differences, where variables are nearly copies, does not make the result rough in t.
        int n = size() - 2;
        double ofFirst = t * correlation[0][other];
        double rest = (1 - ofFirst) * (1 + ofFirst);
        double excess = (x - ofFirst * y) / rest;
        int[] who = new int[n];
        Arrays.setAll(who, i -> i + 1 < other ? i + 1 : i + 2);
        double[] low = new double[n];
        double[] high = new double[n];
        double[] withFirst = new double[n];
        double[] sd = new double[n];
        double[][] rho = new double[n][n];
        for (int i = 0; i < n; i++) {
            double ofOther = correlation[other][who[i]];
            withFirst[i] = t * (correlation[0][who[i]] - ofOther * correlation[0][other]);
            double variance = (1 - ofOther) * (1 + ofOther) - withFirst[i] * withFirst[i] / rest;
            // A variable that the two determine keeps a trace of spread: its interval is then all or nothing.
            sd[i] = Math.sqrt(Math.max(variance, Double.MIN_NORMAL));
            double shift = withFirst[i] * excess;
            low[i] = (lower[who[i]] - ofOther * y - shift) / sd[i];
            high[i] = (upper[who[i]] - ofOther * y - shift) / sd[i];
            rho[i][i] = 1;
            for (int j = 0; j < i; j++) {
                double covariance = correlation[who[i]][who[j]]
                        - ofOther * correlation[other][who[j]]
                        - withFirst[i] * withFirst[j] / rest;
                rho[i][j] = Math.max(-1, Math.min(1, covariance / (sd[i] * sd[j])));
                rho[j][i] = rho[i][j];
            }
        }
        return new NormalBox(low, high, rho);
    }
}
