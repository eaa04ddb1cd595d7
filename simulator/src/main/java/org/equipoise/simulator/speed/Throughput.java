package org.equipoise.simulator.speed;

import org.equipoise.simulator.engine.Simulation;
import org.equipoise.simulator.engine.SimulationResult;
import org.equipoise.simulator.scenario.Scenario;
import org.equipoise.simulator.scenario.SimulationPlan;

/** How many replicates a second a whole simulation gets through: on so many threads, with gathering and telling. */
public final class Throughput {
    private static final long ENDLESS = 1_000_000_000;

    private Throughput() {}

    /**
     * Measures, after a warm-up of a fourth of the time.
     *
     * @param seconds how long
     */
    public static double replicatesPerSecond(Scenario scenario, int threads, double seconds) {
        SimulationPlan plan = scenario.simulation();
        Scenario endless = scenario.withSimulation(new SimulationPlan(ENDLESS, plan.seed(), null, plan.estimates()));
        simulate(endless, threads, 0.2 * seconds);
        return simulate(endless, threads, 0.8 * seconds);
    }

    private static double simulate(Scenario endless, int threads, double seconds) {
        long start = System.nanoTime();
        long end = start + (long) (seconds * 1e9);
        SimulationResult result = Simulation.of(endless)
                .withThreads(threads)
                .withCancellation(() -> System.nanoTime() - end >= 0)
                .run();
        return result.replicates() / ((System.nanoTime() - start) * 1e-9);
    }
}
