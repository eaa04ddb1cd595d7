package org.equipoise.core.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * The Ziggurat written again, plainly: rectangles as the paper describes them, a point thrown into one of them, kept
 * when it lies under the curve.
 */
class ExponentialSamplerDoubleProgrammingTest {
    private static final int LAYERS = 256;
    private static final double TAIL = 7.69711747013104972;

    /**
     * Right ends of the layers, the widest first; the first is the rectangle that has the area of the bottom strip with
     * its tail.
     */
    private static final double[] RIGHT = new double[LAYERS + 1];

    static {
        double area = TAIL * Math.exp(-TAIL) + Math.exp(-TAIL);
        RIGHT[0] = area / Math.exp(-TAIL);
        RIGHT[1] = TAIL;
        for (int i = 2; i < LAYERS; i++) {
            RIGHT[i] = -Math.log(Math.exp(-RIGHT[i - 1]) + area / RIGHT[i - 1]);
        }
    }

    @Test
    void layersHaveEqualAreaAndEndAtTheTop() {
        double area = TAIL * Math.exp(-TAIL) + Math.exp(-TAIL);
        double top = Math.exp(-RIGHT[LAYERS - 1]);
        assertThat(RIGHT[LAYERS - 1] * (1 - top)).isCloseTo(area, within(1e-13));
    }

    @Test
    void bothGiveTheSameDraws() {
        SplittableRandom random = new SplittableRandom(20261122);
        int beyond = 0;
        for (int i = 0; i < 2_000_000; i++) {
            long word = random.nextLong();
            double plain = plain(word);
            assertThat(ExponentialSampler.of(word)).as("%x", word).isCloseTo(plain, within(1e-12 * plain));
            beyond += isSettledAtOnce(word) ? 0 : 1;
        }
        // About 2.2 % of 2,000,000; the band is wider than six standard errors.
        assertThat(beyond).isBetween(42_500, 46_200);
    }

    private static boolean isSettledAtOnce(long word) {
        int layer = (int) (word & 255);
        return x(word, layer) < RIGHT[layer + 1];
    }

    private static double x(long word, int layer) {
        BigInteger place =
                new BigInteger(Long.toUnsignedString(word)).shiftRight(11).setBit(0);
        return new BigDecimal(place).doubleValue() / 9007199254740992.0 * RIGHT[layer];
    }

    private static double plain(long first) {
        long word = first;
        double beginning = 0;
        while (true) {
            int layer = (int) (word & 255);
            double x = x(word, layer);
            if (layer == 0) {
                if (x < TAIL) {
                    return beginning + x;
                }
                beginning += TAIL;
            } else {
                if (x < RIGHT[layer + 1]) {
                    return beginning + x;
                }
                word = next(word);
                double below = Math.exp(-RIGHT[layer]);
                double above = Math.exp(-RIGHT[layer + 1]);
                double y = below + (word >>> 11) / 9007199254740992.0 * (above - below);
                if (y < Math.exp(-x)) {
                    return beginning + x;
                }
            }
            word = next(word);
        }
    }

    /** The first word of the JDK's SplitMix64 in that state. */
    private static long next(long state) {
        return new SplittableRandom(state).nextLong();
    }
}
