package org.equipoise.core.sequential;

import java.util.Arrays;
import org.equipoise.core.numerics.GaussLegendre;
import org.equipoise.core.numerics.GaussianKernel;

/**
 * Sums Σ mass exp(-(target - source)²/2) from the nodes of one panel to those of another. With M between the middles of
 * the panels, a target's place A and a source's place B within theirs, the kernel is exp(-(M + A)²/2) exp(M B) exp(A B
 * - B²/2): the first two need an exponential for each node, and the last is the same for all panels of these sizes. So
 * 256 pairs of nodes cost some 24 exponentials.
 *
 * <p>Mutable, allocates nothing once it is made.
 */
final class PanelKernel {
    /** Of a panel. */
    static final int NODES = 16;

    private static final int HALF = NODES / 2;
    private static final double[] POINT = new double[NODES];
    private static final double[] WEIGHT = new double[NODES];

    static {
        GaussLegendre rule = GaussLegendre.ofNodes(NODES);
        for (int i = 0; i < HALF; i++) {
            POINT[i] = rule.point(i);
            POINT[NODES - 1 - i] = -rule.point(i);
            WEIGHT[i] = rule.weight(i);
            WEIGHT[NODES - 1 - i] = rule.weight(i);
        }
    }

    private double sourceHalf;
    private double targetHalf;
    /** At 16 i + j: exp(A B - B²/2) from source i to target j. */
    private final double[] within = new double[NODES * NODES];

    private final double[] sum = new double[NODES];

    /** Node {@code i} of a panel, ascending, in [-1, 1]; node 15 - i is the same with the other sign. */
    static double point(int i) {
        return POINT[i];
    }

    /** Its weight; all together have 2. */
    static double weight(int i) {
        return WEIGHT[i];
    }

    /** For panels of such half lengths, in standard deviations of the kernel. */
    void set(double ofSource, double ofTarget) {
        sourceHalf = ofSource;
        targetHalf = ofTarget;
        for (int i = 0; i < HALF; i++) {
            double b = ofSource * POINT[i];
            double own = GaussianKernel.of(b);
            for (int j = 0; j < HALF; j++) {
                // Both places are on the same side here, and on opposite ones where one of the two changes sides.
                double apart = GaussianKernel.decay(b * ofTarget * POINT[j]);
                double same = own / apart;
                double opposite = own * apart;
                within[NODES * i + j] = same;
                within[NODES * i + NODES - 1 - j] = opposite;
                within[NODES * (NODES - 1 - i) + j] = opposite;
                within[NODES * (NODES - 1 - i) + NODES - 1 - j] = same;
            }
        }
    }

    /** Half the length of a source's panel. */
    double sourceHalf() {
        return sourceHalf;
    }

    /** Half the length of a target's panel. */
    double targetHalf() {
        return targetHalf;
    }

    /**
     * Adds what goes from one panel to another.
     *
     * @param distance from the middle of the source to that of the target, in standard deviations of the kernel
     * @param mass of the source, 16 entries beginning at {@code from}; not modified
     * @param sums of the target, 16 entries beginning at {@code to}; modified
     */
    void add(double distance, double[] mass, int from, double[] sums, int to) {
        double[] s = sum;
        Arrays.fill(s, 0);
        for (int i = 0; i < HALF; i++) {
            double x = distance * sourceHalf * POINT[i];
            double small = GaussianKernel.decay(Math.abs(x));
            double large = 1 / small;
            double low = mass[from + i] * (x < 0 ? small : large);
            double high = mass[from + NODES - 1 - i] * (x < 0 ? large : small);
            int lowRow = NODES * i;
            int highRow = NODES * (NODES - 1 - i);
            for (int j = 0; j < NODES; j++) {
                s[j] += within[lowRow + j] * low + within[highRow + j] * high;
            }
        }
        for (int j = 0; j < NODES; j++) {
            sums[to + j] += GaussianKernel.of(distance + targetHalf * POINT[j]) * s[j];
        }
    }
}
