package org.equipoise.core.sequential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Designs against trials that are simulated as sums of independent increments. The seed is fixed; with another one each
 * of some 200 shares would be out by five standard errors once in two million times, so this class fails by chance
 * about once in 10,000.
 */
class DesignStatisticalTest {
    private static final int TRIALS = 200_000;

    static Stream<Named<GroupSequentialDesign>> designs() {
        Spending early = Spending.lanDeMetsPocock();
        return Stream.of(
                Named.of(
                        "two-sided Pampallona-Tsiatis",
                        two().efficacy(Boundary.wangTsiatis(0.1))
                                .bindingFutility(Boundary.wangTsiatis(0))
                                .build()),
                Named.of(
                        "two-sided Pampallona-Tsiatis, not binding",
                        two().efficacy(Boundary.obrienFleming())
                                .futility(Boundary.obrienFleming())
                                .build()),
                Named.of(
                        "two-sided beta-spending",
                        two().efficacy(early).bindingFutility(early).build()),
                Named.of(
                        "alpha by spending, futility of a shape",
                        one().efficacy(early)
                                .bindingFutility(Boundary.wangTsiatis(0.2))
                                .build()),
                Named.of(
                        "alpha of a shape, futility by spending",
                        one().efficacy(Boundary.pocock()).bindingFutility(early).build()),
                Named.of(
                        "looks without bounds, another spending time",
                        one().efficacy(early)
                                .futility(early)
                                .withoutEfficacyAt(1, 2)
                                .withoutFutilityAt(3)
                                .spendingTimes(0.3, 0.5, 0.6, 1)
                                .build()),
                Named.of(
                        "Haybittle-Peto with harm",
                        one().efficacy(Boundary.haybittlePeto(2.8))
                                .bindingHarm(early, 0.1)
                                .build()));
    }

    private static DesignBuilder one() {
        return GroupSequentialDesign.at(0.25, 0.4, 0.8, 1).power(0.9);
    }

    private static DesignBuilder two() {
        return one().alphaTwoSided(0.1);
    }

    @ParameterizedTest
    @MethodSource("designs")
    void stopsAsOftenAsItSays(GroupSequentialDesign design) {
        for (double drift : new double[] {0, design.drift() / 2, design.drift()}) {
            CrossingProbabilities expected = design.crossing(drift);
            StoppingBounds bounds = design.bounds();
            int[][] counts = new int[design.looks() + 1][3];
            SplittableRandom random = new SplittableRandom(20261122);
            double information = 0;
            for (int trial = 0; trial < TRIALS; trial++) {
                information += simulate(bounds, drift, random, counts);
            }
            for (int k = 1; k <= design.looks(); k++) {
                assertShare(counts[k][0], expected.efficacy(k));
                assertShare(counts[k][1], expected.opposite(k));
                assertShare(counts[k][2], expected.futility(k));
            }
            assertThat(information / TRIALS)
                    .isCloseTo(expected.expectedInformation(), within(5 * 0.5 / Math.sqrt(TRIALS)));
        }
        assertThat(design.crossing(design.drift()).rejection()).isCloseTo(design.power(), within(1e-10));
        double total = design.sides() * design.alpha();
        assertThat(design.typeIError()).isCloseTo(total, within(1e-10));
    }

    private static void assertShare(int count, double probability) {
        double error = Math.sqrt(probability * (1 - probability) / TRIALS);
        assertThat((double) count / TRIALS).isCloseTo(probability, within(5 * error + 5.0 / TRIALS));
    }

    /** One trial; returns the information where it stopped. */
    private static double simulate(StoppingBounds bounds, double drift, SplittableRandom random, int[][] counts) {
        double b = 0;
        double before = 0;
        for (int k = 1; k <= bounds.looks(); k++) {
            double t = bounds.information(k);
            b += drift * (t - before) + Math.sqrt(t - before) * random.nextGaussian();
            before = t;
            double z = b / Math.sqrt(t);
            double size = bounds.sides() == 2 ? Math.abs(z) : z;
            if (size >= bounds.efficacy(k)) {
                counts[k][z > 0 ? 0 : 1]++;
                return t;
            }
            if (size <= bounds.futility(k)) {
                counts[k][2]++;
                return t;
            }
        }
        return 1;
    }
}
