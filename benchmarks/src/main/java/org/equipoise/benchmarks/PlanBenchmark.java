package org.equipoise.benchmarks;

import java.util.concurrent.TimeUnit;
import org.equipoise.core.planning.fixed.PowerMethod;
import org.equipoise.simulator.analytic.Planner;
import org.equipoise.simulator.analytic.Sought;
import org.equipoise.simulator.analytic.TrialPlan;
import org.equipoise.simulator.scenario.Scenario;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What does the whole plan of a group-sequential survival trial cost (three looks, efficacy and futility by spending:
 * bounds, times, patients, power and expectations), by method and by what is sought?
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class PlanBenchmark {
    /** How power is computed. */
    @Param({"SECOND_ORDER", "FIRST_ORDER", "SCHOENFELD"})
    public PowerMethod method = PowerMethod.SECOND_ORDER;

    /** What is sought. */
    @Param({"POWER", "EVENTS", "PATIENTS"})
    public Sought sought = Sought.POWER;

    private final Scenario scenario = Scenarios.of(
            Scenarios.BASE,
            "analysis={looks: [{information: 0.5}, {information: 0.75}, {events: 148}],"
                    + " efficacy: {spending: obrienFleming}, futility: {spending: hwangShihDeCani, gamma: -2}}");

    /** The plan. */
    @Benchmark
    public TrialPlan plan() {
        return Planner.of(scenario, sought).plan(method);
    }
}
