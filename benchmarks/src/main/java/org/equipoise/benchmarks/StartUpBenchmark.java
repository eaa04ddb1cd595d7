package org.equipoise.benchmarks;

import java.util.concurrent.TimeUnit;
import org.equipoise.simulator.engine.Block;
import org.equipoise.simulator.engine.Replicator;
import org.equipoise.simulator.scenario.Scenario;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What does a fresh JVM need to read a scenario, to compile it, and to simulate the first block? Each fork answers
 * once.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
@Fork(10)
public class StartUpBenchmark {
    /** Reads the base scenario's text. */
    @Benchmark
    public Scenario read() {
        return Scenarios.of(Scenarios.BASE);
    }

    /** Reads it, makes the chain of stages, and simulates the first 256 replicates. */
    @Benchmark
    public Block readAndSimulateABlock() {
        return new Replicator(Scenarios.of(Scenarios.BASE)).simulate(0, Block.SIZE);
    }
}
