package org.equipoise.core.survival;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The kernel as a simulation uses it: again and again, on risk sets of its own making. */
class WeightedLogRankKernelTest {
    @ParameterizedTest
    @MethodSource("seeds")
    void clearedKernelKeepsNothingOfItsPast(long seed) {
        RiskSets riskSets = new RandomPatients(seed).data().riskSets();
        RiskSets others = new RandomPatients(seed + 1).data().riskSets();
        int[] early = {riskSets.count() / 2, 0};
        int[] othersEarly = {0, 0};
        Weights[] weights = {new Weights.ModestlyWeighted(3), new Weights.FlemingHarrington(0, 1)};
        WeightedLogRankKernel used = new WeightedLogRankKernel(1, weights).add(others, othersEarly);
        WeightedLogRankKernel fresh = new WeightedLogRankKernel(1, weights).add(riskSets, early);
        used.clear().add(riskSets, early);
        for (int i = 0; i < 2; i++) {
            assertThat(used.z(i)).as("seed %d", seed).isEqualTo(fresh.z(i));
            assertThat(used.covariance(0, i)).as("seed %d", seed).isEqualTo(fresh.covariance(0, i));
        }
    }

    @Test
    void evaluationAllocatesNothing() {
        RiskSets riskSets = new RandomPatients(3).data().riskSets();
        WeightedLogRankKernel kernel = new WeightedLogRankKernel(
                1, new Weights.FlemingHarrington(0, 1), new Weights.FlemingHarrington(1, 0), new Weights.TaroneWare());
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        double sum = evaluate(kernel, riskSets, 20_000);
        long before = threads.getCurrentThreadAllocatedBytes();
        sum += evaluate(kernel, riskSets, 10_000);
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertThat(sum).isFinite();
        // The measurement itself takes some hundred bytes; one object in each evaluation would be 160,000.
        assertThat(allocated).isLessThan(20_000);
    }

    private static double evaluate(WeightedLogRankKernel kernel, RiskSets riskSets, int times) {
        double sum = 0;
        for (int i = 0; i < times; i++) {
            kernel.clear().add(riskSets);
            sum += kernel.z(0) + kernel.correlation(0, 1);
        }
        return sum;
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 20);
    }
}
