package org.equipoise.core.enrolment;

/**
 * Mean of min(N, K) for a whole N and K Poisson, as a function of the mean m of K, for many evaluations. Immutable.
 *
 * <p>Its second derivative by m is -P(K = N - 1). That is held as Chebyshev polynomials over panels of about a standard
 * deviation, integrated twice; from the first panel down the mean is m, beyond the last one N. The error is below 4e-14
 * of N.
 */
final class StoppedPoisson {
    private static final int TERMS = 20;
    /** COSINES[j][i] is the Chebyshev polynomial j at node i. */
    private static final double[][] COSINES = new double[TERMS][TERMS];

    static {
        for (int j = 0; j < TERMS; j++) {
            for (int i = 0; i < TERMS; i++) {
                COSINES[j][i] = StrictMath.cos(Math.PI * j * (i + 0.5) / TERMS);
            }
        }
    }

    /** In standard deviations of K. */
    private static final double PANEL = 1;
    /** Beyond so many standard deviations, by Chernoff's bound, the rest is lost in rounding. */
    private static final double REACH = 9;

    private final double count;
    private final double from;
    private final double to;
    private final double width;
    /** Coefficients of the mean, panel by panel. */
    private final double[][] mean;

    StoppedPoisson(int count) {
        this.count = count;
        from = Math.max(0, count - REACH * Math.sqrt(count));
        double root = (REACH + Math.sqrt(REACH * REACH + 4.0 * count)) / 2;
        to = root * root;
        int panels = (int) Math.ceil((to - from) / (PANEL * Math.sqrt(count)));
        width = (to - from) / panels;
        double[][] distribution = new double[panels][];
        double before = 0;
        for (int p = 0; p < panels; p++) {
            distribution[p] = integral(density(from + p * width), before);
            before = sum(distribution[p]);
        }
        mean = new double[panels][];
        double stopped = 0;
        for (int p = 0; p < panels; p++) {
            // What is left out by the ends, and the constant of the density, are made good by the total.
            double[] going = distribution[p];
            for (int j = 0; j < TERMS; j++) {
                going[j] = (j == 0 ? 1 : 0) - going[j] / before;
            }
            mean[p] = integral(going, from + stopped);
            stopped = sum(mean[p]) - from;
        }
    }

    /** E min(N, K) when E K is {@code m}. */
    double mean(double m) {
        if (m <= from) {
            return Math.max(m, 0);
        }
        if (m >= to) {
            return count;
        }
        int panel = Math.min((int) ((m - from) / width), mean.length - 1);
        double x = 2 * (m - from - panel * width) / width - 1;
        double[] c = mean[panel];
        double next = 0;
        double afterNext = 0;
        for (int j = TERMS - 1; j > 0; j--) { // Clenshaw's recurrence
            double now = 2 * x * next - afterNext + c[j];
            afterNext = next;
            next = now;
        }
        return Math.min(x * next - afterNext + c[0], count);
    }

    /** Coefficients of P(K = N - 1) over one panel, up to a constant factor. */
    private double[] density(double start) {
        double[] values = new double[TERMS];
        for (int i = 0; i < TERMS; i++) {
            values[i] = densityAt(start + width * (COSINES[1][i] + 1) / 2);
        }
        double[] c = new double[TERMS];
        for (int j = 0; j < TERMS; j++) {
            for (int i = 0; i < TERMS; i++) {
                c[j] += values[i] * COSINES[j][i];
            }
            c[j] *= (j == 0 ? 1.0 : 2.0) / TERMS;
        }
        return c;
    }

    /** m^(N-1) exp(-m), relative to its maximum. */
    private double densityAt(double m) {
        double mode = count - 1;
        if (mode == 0) {
            return StrictMath.exp(-m);
        }
        double u = (m - mode) / mode;
        return StrictMath.exp(mode * (StrictMath.log1p(u) - u));
    }

    /**
     * Coefficients of the integral from the start of a panel, where it has the given value; the last term is dropped.
     */
    private double[] integral(double[] c, double atStart) {
        double[] integral = new double[TERMS];
        double sign = 1;
        double ends = 0;
        for (int j = 1; j < TERMS; j++) {
            double lower = j == 1 ? 2 * c[0] : c[j - 1];
            double upper = j + 1 < TERMS ? c[j + 1] : 0;
            integral[j] = width / 2 * (lower - upper) / (2 * j);
            sign = -sign;
            ends += sign * integral[j];
        }
        integral[0] = atStart - ends;
        return integral;
    }

    /** Value at the end of a panel. */
    private static double sum(double[] c) {
        double sum = 0;
        for (double each : c) {
            sum += each;
        }
        return sum;
    }
}
