package org.equipoise.simulator.analytic;

/**
 * The normal distribution of a test statistic at one look, before any look stops the trial. Between looks the
 * statistics correlate as √(information / later information).
 *
 * @param information about the log hazard ratio, increasing from look to look
 * @param mean above 0 in favour of the experimental arm
 * @param sd standard deviation
 */
public record ZAtLook(double information, double mean, double sd) {}
