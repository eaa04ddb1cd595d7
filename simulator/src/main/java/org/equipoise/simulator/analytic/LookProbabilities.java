package org.equipoise.simulator.analytic;

/**
 * How likely one look decides the trial.
 *
 * @param rejected probability of rejecting there, for the first time
 * @param cumulativeRejected probability of having rejected by then
 * @param futile probability of stopping there for futility
 */
public record LookProbabilities(double rejected, double cumulativeRejected, double futile) {}
