package org.equipoise.core.numerics;

import java.util.Arrays;

/**
 * Functions of one variable as columns of their values at Gauss-Legendre nodes, eight on each piece between
 * breakpoints; with integrals, running integrals and interpolation that are exact for polynomials of degree 15, 7 and 7
 * on each piece.
 *
 * <p>No node is at the end of a piece, so a function may jump or have a kink at a breakpoint. Columns may be longer
 * than the part that is used. Immutable.
 */
public final class GaussGrid {
    private static final int NODES = 8;
    private static final double[] POINTS = new double[NODES];
    private static final double[] WEIGHTS = new double[NODES];
    /** Weights of barycentric interpolation (Berrut and Trefethen 2004, SIAM Review 46:501-517). */
    private static final double[] BARYCENTRIC = new double[NODES];

    private static final int HALF = NODES / 2;
    /**
     * At 4 i + j, for nodes below 0: integral from 0, for EVEN, or from -1, for ODD, to node i of half the sum, or half
     * the difference, of the Lagrange polynomials of node j and of its mirror image.
     */
    private static final double[] EVEN = new double[HALF * HALF];

    private static final double[] ODD = new double[HALF * HALF];

    static {
        GaussLegendre rule = GaussLegendre.ofNodes(NODES);
        for (int j = 0; j < NODES; j++) {
            POINTS[j] = rule.point(j);
            WEIGHTS[j] = rule.weight(j);
        }
        for (int j = 0; j < NODES; j++) {
            double product = 1;
            for (int k = 0; k < NODES; k++) {
                product *= k == j ? 1 : POINTS[j] - POINTS[k];
            }
            BARYCENTRIC[j] = 1 / product;
        }
        for (int i = 0; i < HALF; i++) {
            for (int j = 0; j < HALF; j++) {
                double one = integral(j, POINTS[i]);
                double mirrored = integral(NODES - 1 - j, POINTS[i]);
                EVEN[HALF * i + j] = (one + mirrored - WEIGHTS[j]) / 2;
                ODD[HALF * i + j] = (one - mirrored) / 2;
            }
        }
    }

    /** Integral from -1 to {@code end} of the Lagrange polynomial of node {@code j}. */
    private static double integral(int j, double end) {
        double half = (end + 1) / 2;
        double sum = 0;
        for (int q = 0; q < NODES; q++) {
            double x = half * (POINTS[q] + 1) - 1;
            double lagrange = BARYCENTRIC[j];
            for (int k = 0; k < NODES; k++) {
                lagrange *= k == j ? 1 : x - POINTS[k];
            }
            sum += half * WEIGHTS[q] * lagrange;
        }
        return sum;
    }

    private final double[] breakpoints;
    private final double[] nodes;

    private GaussGrid(double[] breakpoints) {
        this.breakpoints = breakpoints;
        nodes = new double[NODES * (breakpoints.length - 1)];
        for (int i = 0; i < nodes.length; i++) {
            int piece = i / NODES;
            nodes[i] = breakpoints[piece] + half(piece) * (1 + POINTS[i % NODES]);
        }
    }

    /**
     * On the pieces between breakpoints.
     *
     * @param breakpoints strictly ascending, at least two; not modified, not kept
     * @throws IllegalArgumentException when one of these does not hold
     */
    public static GaussGrid of(double[] breakpoints) {
        if (breakpoints.length < 2) {
            throw new IllegalArgumentException("at least two breakpoints are needed, there are " + breakpoints.length);
        }
        for (int k = 1; k < breakpoints.length; k++) {
            if (!(breakpoints[k - 1] < breakpoints[k])) {
                throw new IllegalArgumentException("breakpoints must be strictly ascending, but " + breakpoints[k]
                        + " follows " + breakpoints[k - 1]);
            }
        }
        return new GaussGrid(breakpoints.clone());
    }

    /** Number of nodes. */
    public int size() {
        return nodes.length;
    }

    /** Node {@code i} in [0, size). */
    public double node(int i) {
        return nodes[i];
    }

    /** Number of nodes below {@code end}, which should be a breakpoint. */
    public int nodesBelow(double end) {
        int found = Arrays.binarySearch(nodes, end);
        return found >= 0 ? found : -found - 1;
    }

    /**
     * Integral over the pieces of the first {@code count} nodes.
     *
     * @param f values at the nodes; not modified
     * @param count a multiple of the nodes of one piece, such as {@link #nodesBelow} of a breakpoint
     */
    public double integral(double[] f, int count) {
        double sum = 0;
        for (int from = 0; from < count; from += NODES) {
            sum += piece(f, from);
        }
        return sum;
    }

    /** Integral from the first breakpoint to each of the first {@code count} nodes: a new column. */
    public double[] running(double[] f, int count) {
        double[] integrals = new double[count];
        double before = 0;
        for (int from = 0; from < count; from += NODES) {
            double half = half(from / NODES);
            // Much of the time that moments of log-rank tests take goes by here. The integral from the middle of a
            // piece of an even function is odd, and that of an odd one even: so half of the products do for both.
            double e0 = f[from] + f[from + 7];
            double e1 = f[from + 1] + f[from + 6];
            double e2 = f[from + 2] + f[from + 5];
            double e3 = f[from + 3] + f[from + 4];
            double o0 = f[from] - f[from + 7];
            double o1 = f[from + 1] - f[from + 6];
            double o2 = f[from + 2] - f[from + 5];
            double o3 = f[from + 3] - f[from + 4];
            double whole = half * (WEIGHTS[0] * e0 + WEIGHTS[1] * e1 + WEIGHTS[2] * e2 + WEIGHTS[3] * e3);
            double toMiddle = before + whole / 2;
            for (int i = 0, row = 0; i < HALF; i++, row += HALF) {
                double even = half * (EVEN[row] * e0 + EVEN[row + 1] * e1 + EVEN[row + 2] * e2 + EVEN[row + 3] * e3);
                double odd =
                        toMiddle + half * (ODD[row] * o0 + ODD[row + 1] * o1 + ODD[row + 2] * o2 + ODD[row + 3] * o3);
                integrals[from + i] = odd + even;
                integrals[from + NODES - 1 - i] = odd - even;
            }
            before += whole;
        }
        return integrals;
    }

    /** Integral from each of the first {@code count} nodes to the end of their last piece: a new column. */
    public double[] remaining(double[] f, int count) {
        double whole = integral(f, count);
        double[] integrals = running(f, count);
        for (int i = 0; i < count; i++) {
            integrals[i] = whole - integrals[i];
        }
        return integrals;
    }

    /** Value at {@code x}, by the polynomial through the nodes of the piece that holds it; the outermost ones go on. */
    public double value(double[] f, double x) {
        int found = Arrays.binarySearch(breakpoints, x);
        int piece = Math.min(Math.max(found >= 0 ? found : -found - 2, 0), breakpoints.length - 2);
        double position = (x - breakpoints[piece]) / half(piece) - 1;
        double numerator = 0;
        double denominator = 0;
        for (int j = 0; j < NODES; j++) {
            double distance = position - POINTS[j];
            double value = f[piece * NODES + j];
            if (distance == 0) {
                return value;
            }
            double weight = BARYCENTRIC[j] / distance;
            numerator += weight * value;
            denominator += weight;
        }
        return numerator / denominator;
    }

    private double piece(double[] f, int from) {
        double sum = 0;
        for (int j = 0; j < NODES; j++) {
            sum += WEIGHTS[j] * f[from + j];
        }
        return half(from / NODES) * sum;
    }

    private double half(int piece) {
        return (breakpoints[piece + 1] - breakpoints[piece]) / 2;
    }
}
