package org.equipoise.core.planning.logrank;

/**
 * A test statistic Z at one cut, as a functional of the data: its value at the expected data, its first derivative (a
 * sum over patients), and, when they are asked for, what its second derivative adds to its moments.
 */
interface Expansion {
    /** Where the data are cut. */
    Cut cut();

    /** U at the expected data: Z √V. */
    double score();

    /** V at the expected data: variance of the score under the null hypothesis. */
    double information();

    /** Z at the expected data. */
    double z();

    /** First derivative of Z. */
    Linear linear();

    /** Mean of Z less its value at the expected data, to second order. */
    double bias();

    /** What the variance of Z's second order is, as far as it comes from the events. */
    double noise();

    /**
     * Z at data other than those expected: numbers at risk and densities of events, by stratum, arm and node, are moved
     * by {@code step} times {@code atRisk} and {@code events}.
     */
    double moved(double[][][] atRisk, double[][][] events, double step);

    /** The same statistic at another cut. */
    Expansion at(Cut other);
}
