package org.equipoise.simulator.engine.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Quantiles of sketches against sorted data. A failure prints the seed of the data. */
class QuantileSketchPropertyTest {
    private static final double[] PROBABILITIES = {0, 0.001, 0.05, 0.25, 0.5, 0.75, 0.95, 0.999, 1};

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 120);
    }

    /** A quantile lies in the cell of the value of that rank, so it is within 1/1,024 of it. */
    @ParameterizedTest
    @MethodSource("seeds")
    void quantilesAreThoseOfSortedData(long seed) {
        double[] data = data(seed);
        QuantileSketch sketch = sketch(data);
        Arrays.sort(data);
        assertThat(sketch.count()).isEqualTo(data.length);
        for (double p : PROBABILITIES) {
            double exact = data[Math.min(data.length - 1, (int) Math.max(0, Math.ceil(p * data.length) - 1))];
            double told = sketch.quantile(p);
            if (Double.isInfinite(exact)) {
                assertThat(told).as("seed %d, p %s", seed, p).isEqualTo(exact);
            } else {
                assertThat(told).as("seed %d, p %s", seed, p).isCloseTo(exact, within(Math.abs(exact) / 1024 + 1e-12));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void sketchesMergeInAnyOrderToTheSameBits(long seed) {
        double[] data = data(seed);
        int cut = data.length / 3;
        QuantileSketch first = sketch(Arrays.copyOf(data, cut));
        QuantileSketch second = sketch(Arrays.copyOfRange(data, cut, data.length));
        QuantileSketch whole = sketch(data);
        QuantileSketch forwards = new QuantileSketch();
        forwards.merge(first);
        forwards.merge(second);
        second.merge(first);
        for (double p : PROBABILITIES) {
            assertThat(forwards.quantile(p)).as("seed %d", seed).isEqualTo(whole.quantile(p));
            assertThat(second.quantile(p)).as("seed %d", seed).isEqualTo(whole.quantile(p));
        }
        assertThat(second.count()).isEqualTo(data.length);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void quantilesAscend(long seed) {
        QuantileSketch sketch = sketch(data(seed));
        double before = Double.NEGATIVE_INFINITY;
        for (int i = 0; i <= 1000; i++) {
            double quantile = sketch.quantile(i / 1000.0);
            assertThat(quantile).as("seed %d, p %s", seed, i / 1000.0).isGreaterThanOrEqualTo(before);
            before = quantile;
        }
    }

    /** The error of a quantile is √(p(1 − p)/n) / density; for a uniform on (1, 2) the density is 1. */
    @Test
    void standardErrorOfAQuantile() {
        SplittableRandom random = new SplittableRandom(1);
        QuantileSketch sketch = new QuantileSketch();
        for (int i = 0; i < 1_000_000; i++) {
            sketch.add(1 + random.nextDouble());
        }
        assertThat(sketch.standardError(0.5)).isCloseTo(0.0005, within(0.00003));
        assertThat(sketch.standardError(0.05)).isCloseTo(0.000218, within(0.00002));
        assertThat(sketch.quantile(0.25)).isCloseTo(1.25, within(0.0025));
    }

    @Test
    void anEmptySketchHasNoQuantiles() {
        QuantileSketch sketch = new QuantileSketch();
        sketch.add(Double.NaN);
        assertThat(sketch.count()).isZero();
        assertThat(sketch.quantile(0.5)).isNaN();
    }

    private static QuantileSketch sketch(double[] data) {
        QuantileSketch sketch = new QuantileSketch();
        for (double x : data) {
            sketch.add(x);
        }
        return sketch;
    }

    /** Times, or log hazard ratios with zeros and infinities. */
    private static double[] data(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] data = new double[1 + random.nextInt(3_000)];
        boolean times = random.nextBoolean();
        boolean ends = random.nextInt(3) == 0;
        for (int i = 0; i < data.length; i++) {
            double x = -Math.log(1 - random.nextDouble()) * 20;
            if (!times) {
                x = x - 20;
                int special = random.nextInt(10);
                x = special == 0 ? 0 : ends && special == 1 ? Double.POSITIVE_INFINITY : x;
                x = ends && special == 2 ? Double.NEGATIVE_INFINITY : x;
            }
            data[i] = x;
        }
        return data;
    }
}
