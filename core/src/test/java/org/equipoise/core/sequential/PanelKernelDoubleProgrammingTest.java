package org.equipoise.core.sequential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PanelKernelDoubleProgrammingTest {
    private static final int NODES = PanelKernel.NODES;

    @ParameterizedTest
    @CsvSource({"2.8, 0.1, 0", "0.3, 2.8, 4.2", "2, 2, -7.5", "5.6, 5.6, 11", "1.4, 2.1, -30"})
    void sumsAreThoseOverAllPairsOfNodes(double sourceHalf, double targetHalf, double distance) {
        Random random = new Random(20260115);
        double[] mass = random.doubles(3 * NODES).toArray();
        double[] sums = random.doubles(2 * NODES).toArray();
        double[] before = sums.clone();

        PanelKernel kernel = new PanelKernel();
        kernel.set(9, 9);
        kernel.set(sourceHalf, targetHalf);
        kernel.add(distance, mass, NODES, sums, NODES);

        for (int j = 0; j < NODES; j++) {
            double expected = 0;
            for (int i = 0; i < NODES; i++) {
                double d = distance + targetHalf * PanelKernel.point(j) - sourceHalf * PanelKernel.point(i);
                expected += mass[NODES + i] * StrictMath.exp(-d * d / 2);
            }
            assertThat(sums[j]).isEqualTo(before[j]);
            assertThat(sums[NODES + j] - before[NODES + j]).isCloseTo(expected, within(1e-13 * expected + 1e-15));
        }
    }
}
