package org.equipoise.core.numerics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;

/**
 * Nodes and weights for means of smooth functions of several normal variables: a product of Gauss and Hermite's rules
 * (Abramowitz and Stegun 1964, 25.4.46) along the principal components, with fewer nodes for components that vary less.
 * Where the function varies on the scale of the variables themselves, 16 nodes for the first component leave an error
 * of some 1e-6, 28 of 1e-8.
 */
public final class NormalMean {
    /** Components beyond are held at their mean, unless they vary like the others. */
    private static final int MOST_COMPONENTS = 8;

    /** A rule of 64 nodes takes longer to find than most means. */
    private static final Map<Integer, GaussIntegrator> RULES = new ConcurrentHashMap<>();

    private final List<double[]> points = new ArrayList<>();
    private final List<Double> weights = new ArrayList<>();

    private NormalMean() {}

    /**
     * Of variables with mean 0.
     *
     * @param covariance symmetric, positive semidefinite; not modified
     * @param nodes for the first principal component, at least 1
     */
    public static NormalMean of(double[][] covariance, int nodes) {
        EigenDecomposition components = new EigenDecomposition(MatrixUtils.createRealMatrix(covariance));
        double largest = components.getRealEigenvalue(0);
        NormalMean mean = new NormalMean();
        mean.points.add(new double[covariance.length]);
        mean.weights.add(1.0);
        for (int i = 0; i < covariance.length; i++) {
            double variance = Math.max(0, components.getRealEigenvalue(i));
            int least = i < MOST_COMPONENTS ? 3 : 1;
            int count = Math.min(nodes, Math.max(least, (int) Math.round(nodes * Math.sqrt(variance / largest))));
            GaussIntegrator rule = RULES.computeIfAbsent(count, number -> new GaussIntegratorFactory().hermite(number));
            mean.multiply(rule, components.getEigenvector(i).toArray(), Math.sqrt(variance));
        }
        return mean;
    }

    /** @param rule for the weight exp(-x²) */
    private void multiply(GaussIntegrator rule, double[] direction, double scale) {
        List<double[]> before = List.copyOf(points);
        List<Double> weightsBefore = List.copyOf(weights);
        points.clear();
        weights.clear();
        for (int b = 0; b < before.size(); b++) {
            for (int i = 0; i < rule.getNumberOfPoints(); i++) {
                double[] point = before.get(b).clone();
                for (int k = 0; k < point.length; k++) {
                    point[k] += Math.sqrt(2) * rule.getPoint(i) * scale * direction[k];
                }
                points.add(point);
                weights.add(weightsBefore.get(b) * rule.getWeight(i) / Math.sqrt(Math.PI));
            }
        }
    }

    /** Number of nodes. */
    public int nodes() {
        return points.size();
    }

    /** Node {@code i}, counted from 0: a value of each variable. The array itself. */
    public double[] point(int i) {
        return points.get(i);
    }

    /** Weight of node {@code i}; they add up to 1. */
    public double weight(int i) {
        return weights.get(i);
    }
}
