package org.equipoise.benchmarks;

import java.util.concurrent.TimeUnit;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.equipoise.core.random.RandomStream;
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

/** What does an addressable stream cost beside a fast sequential generator, for one column of a cohort? */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class RandomStreamBenchmark {
    /** Patients, so words in a column. */
    @Param({"176", "2000"})
    private int patients;

    private long[] words = new long[0];
    private long replicate;
    private final RandomStream stream = new RandomStream(1, 1);
    private final UniformRandomProvider sequential = RandomSource.XO_RO_SHI_RO_128_PP.create(1L);

    /** Allocates the column. */
    @Setup
    public void allocate() {
        words = new long[patients];
    }

    /** The subject: another replicate's stream each time, as in a simulation. */
    @Benchmark
    public long[] addressable() {
        stream.select(replicate++);
        return stream.words(patients);
    }

    /** The baseline: one generator that goes on and on. */
    @Benchmark
    public long[] sequential() {
        for (int i = 0; i < patients; i++) {
            words[i] = sequential.nextLong();
        }
        return words;
    }
}
