package org.equipoise.simulator.engine.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Moments of parts, merged, against two passes over the whole. A failure prints the seed of the numbers. */
class MomentsPropertyTest {
    static LongStream seeds() {
        return LongStream.rangeClosed(1, 100);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void mergedPartsAreTheWhole(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double centre = random.nextInt(3) == 0 ? 1e6 : 10 * random.nextDouble();
        double[] whole = new double[random.nextInt(2_000)];
        for (int i = 0; i < whole.length; i++) {
            whole[i] = random.nextInt(5) == 0 ? Double.NaN : centre + random.nextDouble();
        }
        Moments merged = new Moments();
        Moments part = new Moments();
        for (int from = 0; from < whole.length; ) {
            int size = random.nextInt(Math.min(256, whole.length - from) + 1);
            part.read(Arrays.copyOfRange(whole, from, from + size + 10), size);
            merged.merge(part);
            from += size;
        }
        double[] told = Arrays.stream(whole).filter(x -> !Double.isNaN(x)).toArray();
        double mean = Arrays.stream(told).average().orElse(Double.NaN);
        double squares = Arrays.stream(told).map(x -> (x - mean) * (x - mean)).sum();
        double sd = told.length < 2 ? Double.NaN : Math.sqrt(squares / (told.length - 1));
        assertThat(merged.count()).as("seed %d", seed).isEqualTo(told.length);
        if (told.length > 0) {
            assertThat(merged.mean()).as("seed %d", seed).isCloseTo(mean, within(1e-14 * Math.abs(mean)));
        }
        if (told.length > 1) {
            assertThat(merged.sd()).as("seed %d", seed).isCloseTo(sd, within(1e-9 * sd));
            assertThat(merged.estimate()).isEqualTo(Estimate.mean(merged.mean(), merged.sd(), merged.count()));
        }
    }

    @Test
    void aConstantHasNoSpreadHoweverItIsMerged() {
        double[] column = new double[100];
        Arrays.fill(column, 137);
        Moments merged = new Moments();
        Moments part = new Moments();
        for (int i = 0; i < 1000; i++) {
            part.read(column, 1 + i % 100);
            merged.merge(part);
        }
        assertThat(merged.mean()).isEqualTo(137);
        assertThat(merged.sd()).isZero();
    }

    @Test
    void nothingHasNoMean() {
        Moments none = new Moments();
        none.read(new double[] {Double.NaN, 7}, 1);
        none.merge(new Moments());
        assertThat(none.count()).isZero();
        assertThat(none.mean()).isNaN();
        none.read(new double[] {7}, 1);
        assertThat(none.mean()).isEqualTo(7);
        assertThat(none.sd()).isNaN();
    }
}
