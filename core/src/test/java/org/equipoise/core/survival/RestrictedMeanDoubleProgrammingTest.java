package org.equipoise.core.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Restricted means and milestones against areas and products written straight from their definitions. */
class RestrictedMeanDoubleProgrammingTest {
    private static final double ROUNDING = 1e-10;

    @ParameterizedTest
    @MethodSource("seeds")
    void areaAndItsVarianceAreSumsOverSteps(long seed) {
        RandomPatients p = new RandomPatients(seed);
        RestrictedMeanTest test = RestrictedMeanTest.of(p.data(), tau(p));
        for (boolean arm : new boolean[] {false, true}) {
            double variance = 0;
            for (double t : eventTimes(p, arm)) {
                double n = count(p, arm, t, false);
                double d = count(p, arm, t, true);
                double area = area(p, arm, t, tau(p));
                variance += t <= tau(p) && n > d ? area * area * d / (n * (n - d)) : 0;
            }
            RestrictedMean mean = arm ? test.experimental() : test.control();
            assertThat(mean.mean()).as("seed %d", seed).isCloseTo(area(p, arm, 0, tau(p)), within(ROUNDING));
            assertThat(mean.standardError()).as("seed %d", seed).isCloseTo(Math.sqrt(variance), within(ROUNDING));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void withoutCensoringTheMeanIsThatOfTheCutTimes(long seed) {
        RandomPatients p = new RandomPatients(seed);
        boolean[] event = new boolean[p.time.length];
        Arrays.fill(event, true);
        KaplanMeier curve = KaplanMeier.of(p.time, event);
        double[] cut = Arrays.stream(p.time).map(t -> Math.min(t, 5)).toArray();
        double mean = Arrays.stream(cut).average().orElseThrow();
        double n = cut.length;
        double squares = Arrays.stream(cut).map(t -> (t - mean) * (t - mean)).sum();
        assertThat(RestrictedMean.of(curve, 5).mean()).as("seed %d", seed).isCloseTo(mean, within(ROUNDING));
        assertThat(RestrictedMean.of(curve, 5).standardError())
                .as("seed %d", seed)
                .isCloseTo(Math.sqrt(squares) / n, within(ROUNDING));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void milestoneOnEveryScaleFollowsFromGreenwood(long seed) {
        RandomPatients p = new RandomPatients(seed);
        double at = 0.6 * tau(p);
        for (SurvivalScale scale : SurvivalScale.values()) {
            double difference = 0;
            double variance = 0;
            for (boolean arm : new boolean[] {true, false}) {
                double s = survival(p, arm, at);
                double greenwood = 0;
                for (double t : eventTimes(p, arm)) {
                    double n = count(p, arm, t, false);
                    double d = count(p, arm, t, true);
                    greenwood += t <= at ? d / (n * (n - d)) : 0;
                }
                double slope = switch (scale) {
                    case PLAIN -> s;
                    case LOG -> 1;
                    case LOG_LOG -> 1 / Math.log(s);
                };
                double value = switch (scale) {
                    case PLAIN -> s;
                    case LOG -> Math.log(s);
                    case LOG_LOG -> -Math.log(-Math.log(s));
                };
                difference += arm ? value : -value;
                variance += slope * slope * greenwood;
            }
            MilestoneTest test = MilestoneTest.of(p.data(), at, scale);
            if (Double.isFinite(difference) && Double.isFinite(variance) && variance > 0) {
                assertThat(test.z())
                        .as("seed %d, %s", seed, scale)
                        .isCloseTo(difference / Math.sqrt(variance), within(ROUNDING));
            } else {
                assertThat(test.z()).as("seed %d, %s", seed, scale).isFinite();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void swappingTheArmsFlipsTheSign(long seed) {
        RandomPatients p = new RandomPatients(seed);
        double z = RestrictedMeanTest.of(p.data(), tau(p)).z();
        assertThat(RestrictedMeanTest.of(p.swapped(), tau(p)).z())
                .as("seed %d", seed)
                .isEqualTo(-z);
        RestrictedMeanTest scaled = RestrictedMeanTest.of(p.scaled(1024), 1024 * tau(p));
        assertThat(scaled.z()).as("seed %d", seed).isEqualTo(z);
        for (SurvivalScale scale : SurvivalScale.values()) {
            double there = MilestoneTest.of(p.data(), tau(p), scale).z();
            assertThat(MilestoneTest.of(p.swapped(), tau(p), scale).z())
                    .as("seed %d", seed)
                    .isEqualTo(-there + 0.0);
        }
    }

    /** A time to which both arms are followed. */
    private static double tau(RandomPatients p) {
        double shorter = Double.POSITIVE_INFINITY;
        for (boolean arm : new boolean[] {false, true}) {
            double longest = 0;
            for (int i = 0; i < p.time.length; i++) {
                longest = p.experimental[i] == arm ? Math.max(longest, p.time[i]) : longest;
            }
            shorter = Math.min(shorter, longest);
        }
        return shorter;
    }

    private static double[] eventTimes(RandomPatients p, boolean arm) {
        return IntStream.range(0, p.time.length)
                .filter(i -> p.experimental[i] == arm && p.event[i])
                .mapToDouble(i -> p.time[i])
                .distinct()
                .sorted()
                .toArray();
    }

    private static double count(RandomPatients p, boolean arm, double t, boolean events) {
        double count = 0;
        for (int i = 0; i < p.time.length; i++) {
            boolean counts = events ? p.time[i] == t && p.event[i] : p.time[i] >= t;
            count += p.experimental[i] == arm && counts ? 1 : 0;
        }
        return count;
    }

    private static double survival(RandomPatients p, boolean arm, double time) {
        double product = 1;
        for (double t : eventTimes(p, arm)) {
            product *= t <= time ? 1 - count(p, arm, t, true) / count(p, arm, t, false) : 1;
        }
        return product;
    }

    private static double area(RandomPatients p, boolean arm, double from, double to) {
        double area = 0;
        double last = from;
        for (double t : eventTimes(p, arm)) {
            if (t > from && t <= to) {
                area += survival(p, arm, last) * (t - last);
                last = t;
            }
        }
        return last > to ? 0 : area + survival(p, arm, last) * (to - last);
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 60);
    }
}
