package org.equipoise.simulator.speed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.equipoise.simulator.engine.Block;
import org.junit.jupiter.api.Test;

class SpeedComparisonTest {
    /**
     * Work of two trials of the kernel for each replicate takes twice the time: a limit of 10 % is far beyond the
     * noise, even while other tests run.
     */
    @Test
    void twiceTheWorkTakesTwiceTheTime() {
        ReferenceKernel kernel = new ReferenceKernel(2);
        int[] rejections = new int[1];
        SpeedComparison comparison =
                new SpeedComparison((first, replicates) -> rejections[0] += kernel.simulate(2 * replicates));
        comparison.warmUp(0.5);
        SpeedRatio ratio = comparison.measure(0.3);
        assertThat(ratio.median()).isBetween(1.8, 2.2);
        assertThat(ratio.lowerQuartile()).isLessThanOrEqualTo(ratio.median());
        assertThat(ratio.upperQuartile()).isGreaterThanOrEqualTo(ratio.median());
        assertThat(ratio.standardError()).isBetween(0.0, 0.2);
        assertThat(rejections[0]).isPositive();
        assertThat(comparison.rejections()).isPositive();
    }

    @Test
    void replicatesNeverRepeatAndFitIntoABlock() {
        List<long[]> calls = new ArrayList<>();
        SpeedComparison comparison =
                new SpeedComparison((first, replicates) -> calls.add(new long[] {first, replicates}));
        comparison.warmUp(0.01);
        comparison.measure(0.01);
        long next = 0;
        for (long[] call : calls) {
            assertThat(call[0]).isGreaterThanOrEqualTo(next);
            assertThat(call[1]).isBetween(1L, (long) Block.SIZE);
            next = call[0] + call[1];
        }
    }
}
