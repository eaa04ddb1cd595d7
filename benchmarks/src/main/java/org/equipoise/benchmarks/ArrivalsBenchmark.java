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

/** What do the arrivals of one replicate cost, by process? Evenly spaced ones, which draw nothing, are the baseline. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class ArrivalsBenchmark {
    /** The scenario's {@code arrivals}. */
    @Param({"even", "uniform", "poisson"})
    private String arrivals = "";

    private Stage stage = (replicate, cohort) -> {};
    private Cohort cohort = new Cohort(0, 1);
    private long replicate;

    /** Compiles the scenario. */
    @Setup
    public void compile() {
        Scenario scenario = Scenarios.speed("enrolment.arrivals=" + arrivals);
        stage = Scenarios.stages(scenario)[0];
        cohort = Scenarios.cohort(scenario);
    }

    /** Arrivals at a constant rate. */
    @Benchmark
    public Cohort fill() {
        stage.fill(replicate++, cohort);
        return cohort;
    }
}
