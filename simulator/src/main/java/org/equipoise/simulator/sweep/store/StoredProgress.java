package org.equipoise.simulator.sweep.store;

/**
 * How far a scenario is.
 *
 * @param version of the program that simulated it
 * @param complete whether it is finished
 */
record StoredProgress(String version, boolean complete) {}
