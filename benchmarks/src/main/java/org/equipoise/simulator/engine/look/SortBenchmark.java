package org.equipoise.simulator.engine.look;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.equipoise.benchmarks.Scenarios;
import org.equipoise.simulator.engine.cohort.Cohort;
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

/** What does it cost to sort follow-up times by cells, and what by the library? */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class SortBenchmark {
    private static final int COHORTS = 256;

    /** Patients followed. */
    @Param({"176", "2000"})
    private int patients;

    private final long[][] keys = new long[COHORTS][];
    private KeySorter sorter = new KeySorter(1);
    private long[] sorted = new long[0];
    private int next;

    /** Simulates patients. */
    @Setup
    public void simulate() {
        List<Cohort> cohorts = Scenarios.cohorts(Scenarios.speed("enrolment.patients=" + patients), COHORTS);
        for (int c = 0; c < COHORTS; c++) {
            Cohort cohort = cohorts.get(c);
            keys[c] = new long[patients];
            for (int i = 0; i < patients; i++) {
                double followUp = Math.min(cohort.eventTime[i], Math.min(cohort.dropoutTime[i], 24 - cohort.entry[i]));
                keys[c][i] = Double.doubleToRawLongBits(followUp);
            }
        }
        sorter = new KeySorter(patients);
        sorted = new long[patients];
    }

    /** The subject. */
    @Benchmark
    public long[] cells() {
        return sorter.sort(keys[next++ % COHORTS], patients);
    }

    /** The baseline. */
    @Benchmark
    public long[] library() {
        System.arraycopy(keys[next++ % COHORTS], 0, sorted, 0, patients);
        Arrays.sort(sorted);
        return sorted;
    }
}
