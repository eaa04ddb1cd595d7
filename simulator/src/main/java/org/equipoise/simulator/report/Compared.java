package org.equipoise.simulator.report;

import org.equipoise.simulator.reading.ReadScenario;
import org.equipoise.simulator.sweep.difference.TracedResult;

/**
 * A scenario beside others.
 *
 * @param source where it is from, as on the command line
 * @param read the scenario
 * @param traced what it has come to
 */
public record Compared(String source, ReadScenario read, TracedResult traced) {}
