package org.equipoise.simulator.speed;

/** What is to be measured: work that is counted in simulated trials. */
@FunctionalInterface
public interface Workload {
    /**
     * Simulates.
     *
     * @param first number of the first replicate; grows from call to call, so that data never repeat
     * @param replicates how many, at most {@link org.equipoise.simulator.engine.Block#SIZE}
     */
    void simulate(long first, int replicates);
}
