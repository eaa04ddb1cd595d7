package org.equipoise.core.numerics;

import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * Nodes and weights of Gauss-Legendre rules on [-1, 1] (Abramowitz and Stegun 1964, 25.4.29): exact for polynomials of
 * degree 2n - 1.
 */
public final class GaussLegendre {
    private final double[] points;
    private final double[] weights;

    private GaussLegendre(double[] points, double[] weights) {
        this.points = points;
        this.weights = weights;
    }

    /**
     * The rule of that many nodes, computed anew: keep it.
     *
     * @throws IllegalArgumentException when {@code nodes} is less than 1
     */
    public static GaussLegendre ofNodes(int nodes) {
        if (nodes < 1) {
            throw new IllegalArgumentException("nodes must be at least 1, was " + nodes);
        }
        GaussIntegrator rule = new GaussIntegratorFactory().legendre(nodes);
        double[] points = new double[nodes];
        double[] weights = new double[nodes];
        for (int i = 0; i < nodes; i++) {
            points[i] = rule.getPoint(i);
            weights[i] = rule.getWeight(i);
        }
        return new GaussLegendre(points, weights);
    }

    /** Number of nodes. */
    public int nodes() {
        return points.length;
    }

    /** Node {@code i}, counted from 0, ascending. */
    public double point(int i) {
        return points[i];
    }

    /** Weight of node {@code i}; they add up to 2. */
    public double weight(int i) {
        return weights[i];
    }
}
