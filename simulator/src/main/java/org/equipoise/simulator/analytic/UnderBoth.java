package org.equipoise.simulator.analytic;

/**
 * A figure under both hypotheses.
 *
 * @param h0 under the null hypothesis
 * @param h1 under the alternative
 */
public record UnderBoth(double h0, double h1) {}
