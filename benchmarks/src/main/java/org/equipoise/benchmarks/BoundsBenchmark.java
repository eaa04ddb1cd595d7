package org.equipoise.benchmarks;

import java.util.concurrent.TimeUnit;
import org.equipoise.core.sequential.Boundary;
import org.equipoise.core.sequential.DesignBuilder;
import org.equipoise.core.sequential.GroupSequentialDesign;
import org.equipoise.core.sequential.Spending;
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
 * What do the bounds of a group-sequential design cost, by the number of looks? Spending alone finds one look after the
 * other; a shape has a constant to be found, futility a drift, and both at once when the futility bounds bind.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class BoundsBenchmark {
    /** Number of looks. */
    @Param({"3", "5", "10"})
    public int looks;

    private DesignBuilder design() {
        return GroupSequentialDesign.evenly(looks).alpha(0.025).power(0.9);
    }

    /** Efficacy by spending. */
    @Benchmark
    public GroupSequentialDesign spending() {
        return design().efficacy(Spending.lanDeMetsOBrienFleming()).build();
    }

    /** The same, and the drift that gives the power, of which the inflation factor is made. */
    @Benchmark
    public double spendingAndInflation() {
        return design().efficacy(Spending.lanDeMetsOBrienFleming()).build().inflation();
    }

    /** Efficacy of a shape. */
    @Benchmark
    public GroupSequentialDesign shape() {
        return design().efficacy(Boundary.obrienFleming()).build();
    }

    /** Futility by β-spending that does not bind. */
    @Benchmark
    public GroupSequentialDesign futility() {
        return design().futility(Spending.hwangShihDeCani(-2)).build();
    }

    /** Futility by β-spending that binds. */
    @Benchmark
    public GroupSequentialDesign bindingFutility() {
        return design().bindingFutility(Spending.hwangShihDeCani(-2)).build();
    }
}
