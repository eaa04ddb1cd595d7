package org.equipoise.simulator.analytic;

/**
 * A figure under both hypotheses, and between them.
 *
 * @param h0 under the null hypothesis
 * @param between with half the logarithm of every hazard ratio, or half of the difference; NaN where there is no figure
 * @param h1 under the alternative
 */
public record UnderHypotheses(double h0, double between, double h1) {}
