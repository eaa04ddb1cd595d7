package org.equipoise.core.sequential;

import java.util.Arrays;

/**
 * Nodes of a quadrature over the values of Z with which a trial goes on: one or two intervals, each in panels of equal
 * length with {@link PanelKernel#NODES} nodes. Panels and nodes are counted over all intervals. Mutable, reused from
 * look to look, allocates only to grow.
 */
final class Panels {
    private static final int NODES = PanelKernel.NODES;

    private int intervals;
    /** First panel of each interval, and one beyond the last. */
    private final int[] first = new int[3];

    private final double[] half = new double[2];
    private double[] middle = new double[0];
    private double[] node = new double[0];

    /** The intervals of a region, in panels that are not wider than {@code width}. */
    void cover(Region region, double width) {
        intervals = 0;
        for (int i = 0; i < region.intervals(); i++) {
            if (region.from(i) < region.to(i)) {
                add(region.from(i), region.to(i), width);
            }
        }
    }

    /** One node, which belongs to no panel. */
    void onePoint(double z) {
        intervals = 0;
        grow(1);
        node[0] = z;
    }

    private void add(double from, double to, double width) {
        int begin = first[intervals];
        int panels = (int) Math.ceil((to - from) / width);
        grow(begin + panels);
        double length = (to - from) / (2 * panels);
        for (int p = 0; p < panels; p++) {
            double centre = from + (2 * p + 1) * length;
            middle[begin + p] = centre;
            for (int j = 0; j < NODES; j++) {
                node[NODES * (begin + p) + j] = centre + length * PanelKernel.point(j);
            }
        }
        half[intervals] = length;
        intervals++;
        first[intervals] = begin + panels;
    }

    private void grow(int panels) {
        if (panels > middle.length) {
            int room = Math.max(panels, 2 * middle.length);
            middle = Arrays.copyOf(middle, room);
            node = Arrays.copyOf(node, NODES * room);
        }
    }

    int intervals() {
        return intervals;
    }

    /** Number of nodes. */
    int size() {
        return NODES * first[intervals];
    }

    /** First panel of an interval; for the number of intervals, the number of panels. */
    int first(int interval) {
        return first[interval];
    }

    /** Half the length of each panel of an interval. */
    double half(int interval) {
        return half[interval];
    }

    double middle(int panel) {
        return middle[panel];
    }

    /** Value of Z at node {@code i}. */
    double node(int i) {
        return node[i];
    }
}
