package org.equipoise.core.numerics;

/**
 * How fast the probability that up to four correlated standard normal variables are all at most z grows while their
 * correlations change: Σ ρ′ᵢⱼ φ₂(z, z; ρᵢⱼ) P(the rest ≤ z | Zᵢ = Zⱼ = z) over pairs (Plackett 1954, Biometrika
 * 41:351). Reused, allocates nothing.
 */
final class OrthantGrowth {
    /** Two variables whose correlation is nearer to 1 or −1 than this are one. */
    private static final double SAME = 1e-9;

    private final double[][] now;
    private final double[][] change;

    OrthantGrowth(int size) {
        now = new double[size][size];
        change = new double[size][size];
    }

    /** The correlation of two of the variables, and how fast it changes. */
    void set(int i, int j, double correlation, double slope) {
        now[i][j] = correlation;
        now[j][i] = correlation;
        change[i][j] = slope;
    }

    /** Rate at which P(max ≤ z) grows. */
    double rate(double z, int count) {
        double rate = 0;
        for (int i = 1; i < count; i++) {
            for (int j = 0; j < i; j++) {
                double rho = now[i][j];
                if (change[i][j] != 0 && Math.abs(rho) < 1) {
                    double density =
                            StrictMath.exp(-z * z / (1 + rho)) / (2 * Math.PI * Math.sqrt((1 - rho) * (1 + rho)));
                    rate += change[i][j] * density * rest(z, i, j, count);
                }
            }
        }
        return rate;
    }

    /** Probability that the variables other than i and j are at most z, given that these two are z. */
    private double rest(double z, int i, int j, int count) {
        if (count == 2) {
            return 1;
        }
        int k = other(i, j, -1);
        if (count == 3) {
            return StandardNormal.lowerTail(height(z, i, j, k));
        }
        int l = other(i, j, k);
        double rho = now[i][j];
        double first = height(z, i, j, k);
        double second = height(z, i, j, l);
        double covariance = now[k][l]
                - (now[i][k] * now[i][l]
                                + now[j][k] * now[j][l]
                                - rho * (now[i][k] * now[j][l] + now[i][l] * now[j][k]))
                        / ((1 - rho) * (1 + rho));
        double left = covariance / (deviation(i, j, k) * deviation(i, j, l));
        if (left > 1 - SAME) {
            return StandardNormal.lowerTail(Math.min(first, second));
        }
        if (left < SAME - 1) {
            return Math.max(0, StandardNormal.lowerTail(first) - StandardNormal.upperTail(second));
        }
        return BivariateNormal.below(first, second, left);
    }

    /** The least index that is none of these. */
    private static int other(int i, int j, int k) {
        int index = 0;
        while (index == i || index == j || index == k) {
            index++;
        }
        return index;
    }

    /** How many standard deviations z lies above what the k-th is expected to be when the other two are z. */
    private double height(double z, int i, int j, int k) {
        return z * (1 - (now[i][k] + now[j][k]) / (1 + now[i][j])) / deviation(i, j, k);
    }

    private double deviation(int i, int j, int k) {
        double rho = now[i][j];
        double explained = (now[i][k] * now[i][k] + now[j][k] * now[j][k] - 2 * rho * now[i][k] * now[j][k])
                / ((1 - rho) * (1 + rho));
        // What the two determine keeps a trace of spread: its probability is then all or nothing.
        return Math.sqrt(Math.max(1 - explained, Double.MIN_NORMAL));
    }
}
