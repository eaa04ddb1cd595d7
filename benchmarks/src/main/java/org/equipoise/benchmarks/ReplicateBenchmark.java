package org.equipoise.benchmarks;

import java.util.concurrent.TimeUnit;
import org.equipoise.simulator.engine.Block;
import org.equipoise.simulator.engine.Replicator;
import org.equipoise.simulator.speed.ReferenceKernel;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What does a whole replicate cost, beside one of the reference kernel? For a figure that a busy machine does not
 * disturb, ask the guard or {@code equipoise bench}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class ReplicateBenchmark {
    private static final int REPLICATES = 64;

    private final ReferenceKernel kernel = new ReferenceKernel(1);
    private final Replicator speed = new Replicator(Scenarios.speed());
    private final Replicator speedWithoutEstimates = new Replicator(Scenarios.speed("simulation.estimates=none"));
    private final Replicator base = new Replicator(Scenarios.of(Scenarios.BASE));
    private long next;

    private Block simulate(Replicator replicator) {
        next += REPLICATES;
        return replicator.simulate(next, REPLICATES);
    }

    /** The baseline: a plain program for the speed scenario, without estimates. */
    @Benchmark
    @OperationsPerInvocation(REPLICATES)
    public int referenceKernel() {
        return kernel.simulate(REPLICATES);
    }

    /** The same trial by the engine. */
    @Benchmark
    @OperationsPerInvocation(REPLICATES)
    public Block speedWithoutEstimates() {
        return simulate(speedWithoutEstimates);
    }

    /** With the Cox estimate. */
    @Benchmark
    @OperationsPerInvocation(REPLICATES)
    public Block speed() {
        return simulate(speed);
    }

    /** The base scenario, with the Cox estimate. */
    @Benchmark
    @OperationsPerInvocation(REPLICATES)
    public Block base() {
        return simulate(base);
    }
}
