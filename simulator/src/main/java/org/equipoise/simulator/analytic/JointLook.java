package org.equipoise.simulator.analytic;

/**
 * What is known of all comparisons together at one look, of several experimental arms.
 *
 * @param any probability of having rejected some null hypothesis by then
 * @param all probability of having rejected every one
 * @param decided probability that every comparison is decided by then, so that the trial ends there or before
 */
public record JointLook(double any, double all, double decided) {}
