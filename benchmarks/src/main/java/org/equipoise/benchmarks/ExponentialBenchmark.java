package org.equipoise.benchmarks;

import java.util.concurrent.TimeUnit;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.equipoise.core.random.ExponentialSampler;
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

/** What does a column of exponential draws cost, and what did inversion cost in its place? */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class ExponentialBenchmark {
    /** Patients, so draws in a column. */
    @Param({"176", "2000"})
    private int patients;

    private double[] draws = new double[0];
    private long replicate;
    private final RandomStream stream = new RandomStream(1, 1);
    private final UniformRandomProvider sequential = RandomSource.XO_RO_SHI_RO_128_PP.create(1L);
    private final ZigguratSampler library = ZigguratSampler.Exponential.of(sequential);

    /** Allocates the column. */
    @Setup
    public void allocate() {
        draws = new double[patients];
    }

    /** The subject: one word for each draw, another replicate's stream each time. */
    @Benchmark
    public double[] ziggurat() {
        stream.select(replicate++);
        ExponentialSampler.fill(stream, draws, 0, patients);
        return draws;
    }

    /** What it replaced: the logarithm of each word, the same on every machine. */
    @Benchmark
    public double[] inversionByStrictMathLog() {
        stream.select(replicate++);
        long[] words = stream.words(patients);
        for (int i = 0; i < patients; i++) {
            draws[i] = -StrictMath.log(((words[i] >>> 12) + 0.5) * 0x1p-52);
        }
        return draws;
    }

    /** The baseline: the library's Ziggurat, whose draws cannot be addressed. */
    @Benchmark
    public double[] libraryZiggurat() {
        for (int i = 0; i < patients; i++) {
            draws[i] = library.sample();
        }
        return draws;
    }
}
