package org.equipoise.simulator.report;

import org.equipoise.simulator.scenario.Scenario;
import org.equipoise.simulator.speed.SpeedRatio;

/**
 * How fast a scenario is simulated on this machine.
 *
 * @param scenario what was simulated
 * @param scenarioHash names the scenario's content
 * @param version of the program
 * @param ratio to the reference kernel, on one thread
 * @param oneThread replicates a second of a whole simulation on one thread
 * @param allThreads the same on {@code threads} threads
 * @param threads how many those are
 */
public record SpeedReport(
        Scenario scenario,
        String scenarioHash,
        String version,
        SpeedRatio ratio,
        double oneThread,
        double allThreads,
        int threads) {}
