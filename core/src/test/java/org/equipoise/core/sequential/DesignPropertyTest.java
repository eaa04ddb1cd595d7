package org.equipoise.core.sequential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every design, over designs drawn at random; the seed is in the name of the test. */
class DesignPropertyTest {
    static LongStream seeds() {
        return LongStream.rangeClosed(1, 40);
    }

    private record Drawn(
            double[] looks, double alpha, double power, Boundary efficacy, Boundary futility, boolean binding) {
        static Drawn from(long seed) {
            SplittableRandom random = new SplittableRandom(seed);
            double[] looks = new double[1 + random.nextInt(6)];
            double at = 0;
            for (int k = 0; k < looks.length; k++) {
                at += 0.2 + random.nextDouble();
                looks[k] = at;
            }
            return new Drawn(
                    looks,
                    0.005 + 0.1 * random.nextDouble(),
                    0.6 + 0.35 * random.nextDouble(),
                    boundary(random),
                    boundary(random),
                    random.nextInt(2) == 0);
        }

        private static Boundary boundary(SplittableRandom random) {
            return switch (random.nextInt(5)) {
                case 0 -> Boundary.spending(Spending.lanDeMetsOBrienFleming());
                case 1 -> Boundary.spending(Spending.lanDeMetsPocock());
                case 2 -> Boundary.spending(Spending.hwangShihDeCani(-6 + 8 * random.nextDouble()));
                case 3 -> Boundary.spending(Spending.kimDeMets(0.5 + 4 * random.nextDouble()));
                default -> Boundary.wangTsiatis(0.4 * random.nextDouble());
            };
        }

        DesignBuilder builder() {
            return GroupSequentialDesign.at(looks).alpha(alpha).power(power).efficacy(efficacy);
        }

        GroupSequentialDesign withFutility() {
            return (binding ? builder().bindingFutility(futility) : builder().futility(futility)).build();
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void keepsItsLevelAndPowerAndMeetsAtTheEnd(long seed) {
        Drawn drawn = Drawn.from(seed);
        GroupSequentialDesign design = drawn.withFutility();
        assertThat(design.typeIError()).isCloseTo(drawn.alpha(), within(1e-11));
        CrossingProbabilities alternative = design.crossing(design.drift());
        assertThat(alternative.rejection()).isCloseTo(drawn.power(), within(1e-11));
        assertThat(alternative.rejection() + alternative.cumulativeFutility(design.looks()))
                .isCloseTo(1, within(1e-11));
        assertThat(design.bounds().futility(design.looks()))
                .isEqualTo(design.bounds().efficacy(design.looks()));
        assertThat(design.inflation()).isGreaterThan(1 - 1e-9);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void spendsWhatItsFunctionsSay(long seed) {
        Drawn drawn = Drawn.from(seed);
        for (Look look : drawn.withFutility().table()) {
            if (drawn.efficacy() instanceof Boundary.ErrorSpending spending) {
                assertThat(look.alphaSpent())
                        .isCloseTo(spending.function().spent(drawn.alpha(), look.spendingTime()), within(1e-12));
            }
            // A bound that would cross the efficacy bound is cut there; that happens late, and never here.
            if (drawn.futility() instanceof Boundary.ErrorSpending spending) {
                assertThat(look.betaSpent())
                        .isCloseTo(spending.function().spent(1 - drawn.power(), look.spendingTime()), within(1e-10));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theUnitOfInformationDoesNotMatter(long seed) {
        Drawn drawn = Drawn.from(seed);
        double[] larger = drawn.looks().clone();
        for (int k = 0; k < larger.length; k++) {
            larger[k] *= 137;
        }
        Drawn scaled =
                new Drawn(larger, drawn.alpha(), drawn.power(), drawn.efficacy(), drawn.futility(), drawn.binding());
        GroupSequentialDesign one = drawn.withFutility();
        GroupSequentialDesign other = scaled.withFutility();
        for (int k = 1; k <= one.looks(); k++) {
            assertThat(other.bounds().efficacy(k)).isCloseTo(one.bounds().efficacy(k), within(1e-9));
            assertThat(other.bounds().futility(k)).isCloseTo(one.bounds().futility(k), within(1e-9));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void monitoringAsPlannedGivesThePlan(long seed) {
        GroupSequentialDesign design = Drawn.from(seed).withFutility();
        Monitor monitor = design.monitor();
        for (int round = 0; round < 2; round++) {
            monitor.reset();
            for (int k = 1; k <= design.looks(); k++) {
                if (k < design.looks()) {
                    monitor.look(design.bounds().information(k));
                } else {
                    monitor.finalLook(1);
                }
                assertThat(monitor.efficacy()).isCloseTo(design.bounds().efficacy(k), within(1e-8));
                assertThat(monitor.futility()).isCloseTo(design.bounds().futility(k), within(1e-8));
            }
            assertThat(monitor.alphaSpent()).isCloseTo(design.alpha(), within(1e-12));
        }
    }

    /** Lan and DeMets' point: whatever the looks were, the level is kept. */
    @ParameterizedTest
    @MethodSource("seeds")
    void otherLooksThanPlannedKeepTheLevel(long seed) {
        GroupSequentialDesign design = Drawn.from(seed).builder().build();
        SplittableRandom random = new SplittableRandom(seed);
        double[] information = new double[1 + random.nextInt(5)];
        double[] efficacy = new double[information.length];
        Monitor monitor = design.monitor();
        double at = 0;
        for (int k = 0; k < information.length; k++) {
            at += 0.05 + 0.4 * random.nextDouble();
            information[k] = at;
            if (k < information.length - 1) {
                monitor.look(at);
            } else {
                monitor.finalLook(at);
            }
            efficacy[k] = monitor.efficacy();
        }
        CrossingProbabilities crossing =
                StoppingBounds.oneSided(information, efficacy).crossing(0);
        // Bounds of a shape may have spent more than all when looks are added.
        boolean shape = Drawn.from(seed).efficacy() instanceof Boundary.Shape;
        assertThat(crossing.rejection()).isCloseTo(design.alpha(), within(shape ? 0.1 : 1e-11));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void inferenceFitsTheDecision(long seed) {
        GroupSequentialDesign design = Drawn.from(seed).builder().build();
        RepeatedInference repeated = RepeatedInference.of(design);
        for (Look look : design.table()) {
            double z = look.efficacyZ();
            StagewiseInference stopped = design.stoppedAt(look.look(), z);
            assertThat(stopped.pValue()).isCloseTo(look.alphaSpent(), within(1e-12));
            assertThat(stopped.extremeness(stopped.medianUnbiasedEstimate())).isCloseTo(0.5, within(1e-9));
            ConfidenceInterval exact = stopped.confidenceInterval(1 - 2 * look.alphaSpent());
            assertThat(exact.low()).isCloseTo(0, within(1e-8));
            assertThat(stopped.extremeness(exact.high())).isCloseTo(1 - look.alphaSpent(), within(1e-9));
            assertThat(repeated.pValue(look.look(), z)).isCloseTo(design.alpha(), within(1e-9));
            assertThat(repeated.confidenceInterval(look.look(), z).low()).isCloseTo(0, within(1e-12));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void powerAtAnInterimIsAPartOfPower(long seed) {
        GroupSequentialDesign design = Drawn.from(seed).withFutility();
        for (int k = 1; k < design.looks(); k++) {
            Interim interim = design.interim(k);
            double z = interim.zForConditionalPower(0.3, design.drift());
            assertThat(interim.conditionalPower(z, design.drift())).isCloseTo(0.3, within(1e-9));
            assertThat(interim.predictivePower(interim.zForPredictivePower(0.3)))
                    .isCloseTo(0.3, within(1e-9));
            assertThat(interim.powerUnderTrend(interim.zForPowerUnderTrend(0.3)))
                    .isCloseTo(0.3, within(1e-9));
            double flat = interim.zForPredictivePower(0.6, 0, 1e4);
            assertThat(interim.predictivePower(flat)).isCloseTo(0.6, within(1e-6));
            // A prior that is certain leaves conditional power.
            assertThat(interim.predictivePower(z, design.drift(), 1e-5)).isCloseTo(0.3, within(1e-6));
        }
    }
}
