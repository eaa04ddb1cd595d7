package org.equipoise.core.numerics;

import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * Probabilities of two standard normal variables with a correlation, by Owen's T function (Owen 1956, Annals of
 * Mathematical Statistics 27:1075). Absolute error below 1e-14.
 */
public final class BivariateNormal {
    // T(h, a) is the integral of exp(-h²(1 + x²)/2) / (2π(1 + x²)) over x from 0 to a. For |a| ≤ 1 the integrand is
    // smooth, and a rule of 24 nodes leaves less than 1e-15; larger a are turned into smaller ones by Owen's (2.3).
    private static final int NODES = 24;
    private static final double[] SQUARED_POINTS = new double[NODES];
    private static final double[] WEIGHTS = new double[NODES];

    static {
        GaussIntegrator rule = new GaussIntegratorFactory().legendre(NODES, 0, 1);
        for (int i = 0; i < NODES; i++) {
            SQUARED_POINTS[i] = rule.getPoint(i) * rule.getPoint(i);
            WEIGHTS[i] = rule.getWeight(i) / (2 * Math.PI);
        }
    }

    private BivariateNormal() {}

    /**
     * P(X ≤ h, Y ≤ k).
     *
     * @param h may be infinite
     * @param k may be infinite
     * @param correlation in [−1, 1]
     */
    public static double below(double h, double k, double correlation) {
        if (!(Math.abs(correlation) <= 1)) {
            throw new IllegalArgumentException("correlation must be from -1 to 1, was " + correlation);
        }
        if (h == Double.NEGATIVE_INFINITY || k == Double.NEGATIVE_INFINITY) {
            return 0;
        }
        if (h == Double.POSITIVE_INFINITY || k == Double.POSITIVE_INFINITY) {
            return StandardNormal.lowerTail(Math.min(h, k));
        }
        double root = Math.sqrt((1 - correlation) * (1 + correlation));
        if (root == 0) {
            return correlation > 0
                    ? StandardNormal.lowerTail(Math.min(h, k))
                    : Math.max(0, StandardNormal.lowerTail(h) - StandardNormal.upperTail(k));
        }
        if (h == 0 && k == 0) {
            return 0.25 + StrictMath.asin(correlation) / (2 * Math.PI);
        }
        // Owen 1956, (2.1)
        boolean opposite = h * k < 0 || h * k == 0 && h + k < 0;
        double sum = 0.5 * (StandardNormal.lowerTail(h) + StandardNormal.lowerTail(k))
                - owenT(h, (k - correlation * h) / root)
                - owenT(k, (h - correlation * k) / root)
                - (opposite ? 0.5 : 0);
        return Math.max(0, sum);
    }

    /** Owen's T(h, a) with a given as the numerator of a fraction over h, so that h may be 0. */
    private static double owenT(double h, double numerator) {
        if (h == 0) {
            return Math.copySign(0.25, numerator);
        }
        // T is even in h and odd in a.
        double height = Math.abs(h);
        double size = Math.abs(numerator);
        double sign = Math.signum(numerator) * Math.signum(h);
        if (size <= height) {
            return sign * smallSlope(height, size / height);
        }
        double above = StandardNormal.upperTail(height);
        double aboveOther = StandardNormal.upperTail(size);
        return sign * (0.5 * (above + aboveOther) - above * aboveOther - smallSlope(size, height / size));
    }

    /** T(h, a) for h &gt; 0 and a in [0, 1]. */
    private static double smallSlope(double h, double a) {
        double half = 0.5 * h * h;
        if (half > 800) {
            return 0;
        }
        double square = a * a;
        double sum = 0;
        for (int i = 0; i < NODES; i++) {
            double v = 1 + square * SQUARED_POINTS[i];
            sum += WEIGHTS[i] * StrictMath.exp(-half * v) / v;
        }
        return a * sum;
    }

    /** Density at (x, y) for |{@code correlation}| &lt; 1; 0 where x or y is infinite. */
    public static double density(double x, double y, double correlation) {
        if (Double.isInfinite(x) || Double.isInfinite(y)) {
            return 0;
        }
        double rest = (1 - correlation) * (1 + correlation);
        double difference = x - y;
        // x² − 2ρxy + y², without cancellation when ρ is near 1 and x near y
        double form = difference * difference + 2 * (1 - correlation) * x * y;
        return StrictMath.exp(-0.5 * form / rest) / (2 * Math.PI * Math.sqrt(rest));
    }
}
