package org.equipoise.simulator.speed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SpeedRatioTest {
    @Test
    void medianAndQuartilesAreThoseOfThePairs() {
        double[] subject = {1, 2, 3, 4, 5};
        double[] reference = {1, 1, 1, 1, 1};
        SpeedRatio ratio = SpeedRatio.of(subject, reference);
        assertThat(ratio.median()).isEqualTo(3);
        assertThat(ratio.lowerQuartile()).isEqualTo(2);
        assertThat(ratio.upperQuartile()).isEqualTo(4);
        assertThat(ratio.pairs()).isEqualTo(5);
        assertThat(ratio.perSecond()).isEqualTo(1.0 / 3);
        assertThat(ratio.referencePerSecond()).isEqualTo(1);
    }

    @Test
    void whatSlowsBothPartnersOfAPairDoesNotShow() {
        double[] subject = {0.5, 5, 50, 0.5, 5000};
        double[] reference = {1, 10, 100, 1, 10000};
        SpeedRatio ratio = SpeedRatio.of(subject, reference);
        assertThat(ratio.median()).isEqualTo(0.5);
        assertThat(ratio.standardError()).isZero();
    }

    @Test
    void aPairThatWasInterruptedDoesNotShow() {
        double[] subject = new double[301];
        Arrays.fill(subject, 2);
        subject[7] = 1e6;
        double[] reference = new double[301];
        Arrays.fill(reference, 1);
        reference[100] = 1e6;
        assertThat(SpeedRatio.of(subject, reference).median()).isEqualTo(2);
    }

    /**
     * The median of n normal values has the standard error 1.2533 sd/√n. Of 2,000 such errors the mean is within 10 %
     * of it.
     */
    @Test
    void standardErrorIsThatOfTheMedian() {
        Random random = new Random(1);
        int pairs = 30;
        double[] reference = new double[pairs];
        Arrays.fill(reference, 1);
        double sum = 0;
        for (int i = 0; i < 2000; i++) {
            double[] subject = new double[pairs];
            Arrays.setAll(subject, k -> 100 + random.nextGaussian());
            sum += SpeedRatio.of(subject, reference).standardError();
        }
        double expected = 1.2533 / Math.sqrt(pairs);
        assertThat(sum / 2000).isCloseTo(expected, within(0.1 * expected));
    }

    /**
     * A neighbour slows the subject to twice, the reference to one and a half times its time, during nine pairs of ten.
     */
    @Test
    void aBusyNeighbourDoesNotShowWhileSomePairsAreCalm() {
        double[] subject = new double[1000];
        double[] reference = new double[1000];
        Arrays.setAll(subject, i -> i % 10 == 0 ? 0.5 : 1);
        Arrays.setAll(reference, i -> i % 10 == 0 ? 1 : 1.5);
        assertThat(SpeedRatio.of(subject, reference).median()).isEqualTo(0.5);
    }

    @Test
    void oneOrTwoPairsAreEnough() {
        assertThat(SpeedRatio.of(new double[] {3}, new double[] {2}).median()).isEqualTo(1.5);
        assertThat(SpeedRatio.of(new double[] {1, 2}, new double[] {1, 1}).median())
                .isEqualTo(1.5);
    }
}
