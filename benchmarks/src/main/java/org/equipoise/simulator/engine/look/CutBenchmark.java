package org.equipoise.simulator.engine.look;

import java.util.concurrent.TimeUnit;
import org.equipoise.benchmarks.Scenarios;
import org.equipoise.simulator.engine.cohort.Cohort;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What does it cost to find the time of the 128th event of 176 patients by counting, and what by quickselect? */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class CutBenchmark {
    private static final int COHORTS = 256;
    private static final int EVENTS = 128;

    private final Cohort[] cohorts = new Cohort[COHORTS];
    private final EventClock clock = new EventClock(176, 40);
    private final double[] selected = new double[176];
    private int next;

    /** Simulates patients. */
    @Setup
    public void simulate() {
        Scenarios.cohorts(Scenarios.speed(), COHORTS).toArray(cohorts);
    }

    /** The subject. */
    @Benchmark
    public double counting() {
        clock.read(cohorts[next++ % COHORTS]);
        return clock.timeOf(EVENTS);
    }

    /** What it replaced (Hoare 1961, CACM 4:321). */
    @Benchmark
    public double quickselect() {
        double[] calendar = cohorts[next++ % COHORTS].eventCalendar;
        System.arraycopy(calendar, 0, selected, 0, calendar.length);
        int low = 0;
        int high = selected.length - 1;
        int k = EVENTS - 1;
        while (low < high) {
            double pivot = selected[(low + high) >>> 1];
            int i = low;
            int j = high;
            while (i <= j) {
                while (selected[i] < pivot) {
                    i++;
                }
                while (selected[j] > pivot) {
                    j--;
                }
                if (i <= j) {
                    double moved = selected[i];
                    selected[i++] = selected[j];
                    selected[j--] = moved;
                }
            }
            if (k <= j) {
                high = j;
            } else if (k >= i) {
                low = i;
            } else {
                break;
            }
        }
        return selected[k];
    }
}
