package org.equipoise.benchmarks;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.equipoise.core.survival.CoxFit;
import org.equipoise.core.survival.LogRankKernel;
import org.equipoise.core.survival.RiskSets;
import org.equipoise.core.survival.SurvivalData;
import org.equipoise.core.survival.Ties;
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

/**
 * What do the log-rank test and the Cox model cost on the risk sets of one look (128 events), and what does a start
 * near the estimate save?
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class SurvivalTestBenchmark {
    private static final int COHORTS = 256;
    private static final int EVENTS = 128;

    private final RiskSets[] riskSets = new RiskSets[COHORTS];
    private final LogRankKernel logRank = new LogRankKernel();
    private final CoxFit cox = new CoxFit(Ties.EFRON);
    private int next;

    /** Simulates patients, and cuts at the look. */
    @Setup
    public void simulate() {
        List<Cohort> cohorts = Scenarios.cohorts(Scenarios.speed(), COHORTS);
        for (int c = 0; c < COHORTS; c++) {
            riskSets[c] = cut(cohorts.get(c), Scenarios.eventTime(cohorts.get(c), EVENTS));
        }
    }

    private static RiskSets cut(Cohort cohort, double cut) {
        int n = cohort.patients();
        double[] time = new double[n];
        boolean[] event = new boolean[n];
        boolean[] experimental = new boolean[n];
        for (int i = 0; i < n; i++) {
            event[i] = cohort.eventCalendar[i] <= cut;
            double censored = Math.min(cohort.dropoutTime[i], Math.max(0, cut - cohort.entry[i]));
            time[i] = event[i] ? cohort.eventTime[i] : censored;
            experimental[i] = i >= cohort.start(1);
        }
        return SurvivalData.of(time, event, experimental).riskSets();
    }

    /** Log-rank test. */
    @Benchmark
    public double logRank() {
        logRank.evaluate(riskSets[next++ % COHORTS], 1);
        return logRank.z();
    }

    /** Cox model from Peto's estimate, which the log-rank test yields, as the engine fits it. */
    @Benchmark
    public double coxFromPeto() {
        RiskSets sets = riskSets[next++ % COHORTS];
        logRank.evaluate(sets, 1);
        return cox.fit(sets, logRank.petoLogHazardRatio()).logHazardRatio();
    }

    /** Cox model from no effect. */
    @Benchmark
    public double coxFromZero() {
        return cox.fit(riskSets[next++ % COHORTS]).logHazardRatio();
    }
}
