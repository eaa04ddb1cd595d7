package org.equipoise.simulator.sweep;

/**
 * A segment to simulate.
 *
 * @param scenario it belongs to
 * @param first number of its first replicate
 * @param replicates how many
 */
record SegmentTask(OngoingScenario scenario, long first, int replicates) {}
