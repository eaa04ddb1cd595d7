package org.equipoise.benchmarks;

import java.util.concurrent.TimeUnit;
import org.equipoise.simulator.engine.cohort.Cohort;
import org.equipoise.simulator.engine.cohort.Stage;
import org.equipoise.simulator.scenario.Scenario;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What does it cost to allocate the patients of one replicate? Blocks of 4 come from a table of orders, blocks of 16
 * are shuffled.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class AllocationBenchmark {
    /** The scenario's {@code randomisation}. */
    @Param({
        "{method: permutedBlock, blockSize: 4}",
        "{method: permutedBlock, blockSize: 16}",
        "{method: complete}",
        "{method: simple}"
    })
    private String randomisation = "";

    private Stage stage = (replicate, cohort) -> {};
    private Cohort cohort = new Cohort(0, 1);
    private long replicate;

    /** Compiles the scenario, and lets patients arrive. */
    @Setup
    public void compile() {
        Scenario scenario = Scenarios.speed("randomisation=" + randomisation);
        Stage[] stages = Scenarios.stages(scenario);
        cohort = Scenarios.cohort(scenario);
        stages[0].fill(0, cohort);
        stage = stages[1];
    }

    /** Chooses arms and puts patients into their slots. */
    @Benchmark
    public Cohort fill() {
        stage.fill(replicate++, cohort);
        return cohort;
    }
}
