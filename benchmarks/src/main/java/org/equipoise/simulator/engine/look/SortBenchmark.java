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

/** What does it cost to know who is at risk at each time: by cells, and by sorting with the library? */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class SortBenchmark {
    private static final int COHORTS = 256;
    private static final double CUT = 24;

    /** Patients followed. */
    @Param({"176", "2000"})
    private int patients;

    private final double[][] times = new double[COHORTS][];
    private AtRiskCells cells = new AtRiskCells(1);
    private long[] sorted = new long[0];
    private int[] atRisk = new int[0];
    private int next;

    /** Simulates patients. */
    @Setup
    public void simulate() {
        List<Cohort> cohorts = Scenarios.cohorts(Scenarios.speed("enrolment.patients=" + patients), COHORTS);
        for (int c = 0; c < COHORTS; c++) {
            Cohort cohort = cohorts.get(c);
            times[c] = new double[patients];
            Arrays.setAll(
                    times[c],
                    i -> Math.min(cohort.eventTime[i], Math.min(cohort.dropoutTime[i], CUT - cohort.entry[i])));
        }
        cells = new AtRiskCells(patients);
        sorted = new long[patients];
        atRisk = new int[2 * patients];
    }

    /** The subject. */
    @Benchmark
    public int[] cells() {
        if (!cells.place(times[next++ % COHORTS], patients / 2, patients, CUT)) {
            throw new IllegalStateException("times are tied");
        }
        for (int i = 0; i < patients; i++) {
            atRisk[2 * i] = cells.controlsAtRisk(i);
            atRisk[2 * i + 1] = cells.experimentalsAtRisk(i);
        }
        return atRisk;
    }

    /** The baseline: keys with the arm in the last bit, sorted, walked through from the longest. */
    @Benchmark
    public int[] library() {
        double[] cohort = times[next++ % COHORTS];
        for (int i = 0; i < patients; i++) {
            sorted[i] = Double.doubleToRawLongBits(cohort[i]) & -2L | (i < patients / 2 ? 0 : 1);
        }
        Arrays.sort(sorted);
        int experimental = 0;
        for (int i = patients - 1; i >= 0; i--) {
            experimental += (int) sorted[i] & 1;
            atRisk[2 * i] = patients - i - experimental;
            atRisk[2 * i + 1] = experimental;
        }
        return atRisk;
    }
}
