package org.equipoise.core.planning;

import java.util.List;

/**
 * When the patients of a Poisson process have come. Given the mean of the process at arrival n + 1, a gamma variable,
 * the n entries before it are independent draws from the rates up to there. Means over that variable are taken by the
 * rule of Gauss and Hermite of three nodes, for the normal distribution.
 *
 * @param total mean of the process at arrival n + 1
 * @param weight of this node; the weights add up to 1
 */
public record LastArrival(double total, double weight) {
    private static final double OUTER = Math.sqrt(3);

    /** Mean of the process at arrival n + 1. */
    public static double mean(double patients) {
        return patients + 1;
    }

    /**
     * The nodes.
     *
     * @param patients n, positive; need not be a whole number
     */
    public static List<LastArrival> nodes(double patients) {
        double mean = mean(patients);
        double deviation = Math.sqrt(mean);
        return List.of(
                new LastArrival(mean - OUTER * deviation, 1 / 6.0),
                new LastArrival(mean, 2 / 3.0),
                new LastArrival(mean + OUTER * deviation, 1 / 6.0));
    }
}
