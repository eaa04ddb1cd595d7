package org.equipoise.core.numerics;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * Adaptive integration of functions that are smooth between given breakpoints.
 *
 * <p>Each piece gets a Gauss-Legendre rule of 15 nodes, and is halved until the rule on the whole and the rules on the
 * halves agree. No rule touches the end of a piece, so a function may be singular there as long as it is integrable;
 * towards 0 and ∞, where floating-point numbers are dense, halving goes on as long as it takes.
 */
public final class Quadrature {
    private static final int NODES = 15;
    private static final double[] POINTS = new double[NODES];
    private static final double[] WEIGHTS = new double[NODES];
    /** Agreement relative to the piece itself that rounding alone may spoil. */
    private static final double ROUNDING = 4e-15;
    /** Far above what any function of this library needs (some hundreds). */
    private static final int MAX_PIECES = 1_000_000;

    private static final int MAX_DEPTH = 480;

    static {
        gaussLegendre(POINTS, WEIGHTS);
    }

    /** Fills in the points in (-1, 1), ascending, and the weights of the Gauss-Legendre rule of as many nodes. */
    static void gaussLegendre(double[] points, double[] weights) {
        GaussIntegrator rule = new GaussIntegratorFactory().legendre(points.length);
        for (int i = 0; i < points.length; i++) {
            points[i] = rule.getPoint(i);
            weights[i] = rule.getWeight(i);
        }
    }

    private final DoubleUnaryOperator f;
    private double tolerated;
    private int pieces;

    private Quadrature(DoubleUnaryOperator f) {
        this.f = f;
    }

    /**
     * Integral of {@code f} from the first to the last breakpoint.
     *
     * @param f finite and smooth inside each piece, integrable
     * @param breakpoints ascending, at least two; pieces of length 0 count nothing; not modified
     * @param tolerance largest error aimed at, relative to the integral of |f|; 1e-12 is sensible
     * @throws ArithmeticException when {@code f} yields NaN, or the tolerance is out of reach
     */
    public static double integrate(DoubleUnaryOperator f, double[] breakpoints, double tolerance) {
        return new Quadrature(f).overPieces(breakpoints, tolerance);
    }

    private double overPieces(double[] breakpoints, double tolerance) {
        int count = breakpoints.length - 1;
        double[] coarse = new double[count];
        double size = 0;
        for (int k = 0; k < count; k++) {
            if (!(breakpoints[k] <= breakpoints[k + 1])) {
                throw new IllegalArgumentException(
                        "breakpoints must ascend, but " + breakpoints[k + 1] + " follows " + breakpoints[k]);
            }
            coarse[k] = gauss(breakpoints[k], breakpoints[k + 1]);
            size += Math.abs(coarse[k]);
        }
        tolerated = tolerance * size;
        double sum = 0;
        for (int k = 0; k < count; k++) {
            sum += refine(breakpoints[k], breakpoints[k + 1], coarse[k], MAX_DEPTH);
        }
        return sum;
    }

    private double refine(double from, double to, double whole, int depth) {
        double middle = from + (to - from) / 2;
        if (!(from < middle && middle < to) || depth == 0) {
            return whole;
        }
        double left = gauss(from, middle);
        double right = gauss(middle, to);
        double difference = Math.abs(left + right - whole);
        if (difference <= tolerated || difference <= ROUNDING * (Math.abs(left) + Math.abs(right))) {
            return left + right;
        }
        if (++pieces > MAX_PIECES) {
            throw new ArithmeticException("the integral cannot be computed to the tolerance asked for: " + MAX_PIECES
                    + " pieces were not enough");
        }
        return refine(from, middle, left, depth - 1) + refine(middle, to, right, depth - 1);
    }

    private double gauss(double from, double to) {
        double half = (to - from) / 2;
        double middle = from + half;
        double sum = 0;
        for (int i = 0; i < NODES; i++) {
            sum += WEIGHTS[i] * f.applyAsDouble(middle + half * POINTS[i]);
        }
        if (Double.isNaN(sum)) {
            throw new ArithmeticException("the integrand is not a number somewhere between " + from + " and " + to);
        }
        return half * sum;
    }
}
