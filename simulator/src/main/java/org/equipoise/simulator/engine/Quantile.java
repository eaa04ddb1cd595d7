package org.equipoise.simulator.engine;

/**
 * A quantile of what replicates show, with its Monte Carlo error.
 *
 * @param probability share of replicates at or below it
 * @param value the quantile; NaN when no replicate tells it
 * @param standardError its Monte Carlo standard error
 */
public record Quantile(double probability, double value, double standardError) {}
