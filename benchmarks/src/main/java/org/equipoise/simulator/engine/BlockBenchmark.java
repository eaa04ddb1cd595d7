package org.equipoise.simulator.engine;

import java.util.concurrent.TimeUnit;
import org.equipoise.benchmarks.Scenarios;
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

/** What does it cost to gather a block of 256 replicates, beside simulating it? */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class BlockBenchmark {
    private final Scenario scenario = Scenarios.of(Scenarios.BASE);
    private final Replicator replicator = new Replicator(scenario);
    private final BlockTally tally = new BlockTally(1, 2);
    private final BlockTally total = new BlockTally(1, 2);
    private final Sketches sketches = new Sketches(1, 1);
    private Block block = replicator.simulate(0, Block.SIZE);
    private long next;

    /** Simulates a block. */
    @Benchmark
    public Block simulate() {
        next += Block.SIZE;
        block = replicator.simulate(next, Block.SIZE);
        return block;
    }

    /** Sums and sketches what it shows; always of the same block, so a little too cheap. */
    @Benchmark
    public BlockTally gather() {
        sketches.add(block);
        tally.read(block);
        total.merge(tally);
        return total;
    }
}
