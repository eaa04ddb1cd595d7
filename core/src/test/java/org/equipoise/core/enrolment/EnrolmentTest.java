package org.equipoise.core.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnrolmentTest {
    private final Enrolment ramp = Enrolment.of(176, new double[] {0, 3, 6}, new double[] {4, 8, 12});

    @Test
    void expectedNumbersFollowTheRatesUpToThePatients() {
        assertThat(ramp.expectedEnrolled(-1)).isZero();
        assertThat(ramp.expectedEnrolled(3)).isEqualTo(12);
        assertThat(ramp.expectedEnrolled(6)).isEqualTo(36);
        assertThat(ramp.duration()).isCloseTo(6 + 140 / 12.0, within(1e-14));
        assertThat(ramp.expectedEnrolled(100)).isEqualTo(176);
        assertThat(ramp.cumulative(100)).isEqualTo(36 + 94 * 12);
    }

    @Test
    void timesAreTheInverse() {
        for (double patients = 0; patients <= 176; patients += 0.5) {
            assertThat(ramp.expectedEnrolled(ramp.timeOf(patients))).isCloseTo(patients, within(1e-12));
        }
        assertThat(ramp.timeOf(176.5)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(ramp.inverseCumulative(36 + 94 * 12)).isEqualTo(100);
    }

    @Test
    void knotsEndWithTheEnrolment() {
        assertThat(ramp.knots()).containsExactly(3, 6, ramp.duration());
        assertThat(Enrolment.of(20, new double[] {0, 3, 6}, new double[] {4, 8, 12})
                        .knots())
                .containsExactly(3, 4);
        assertThat(ArrivalProcess.UNIFORM.knots(ramp)).containsExactly(ramp.knots());
        // A Poisson process may still be short of patients when the last rate begins.
        Enrolment small = Enrolment.of(20, new double[] {0, 3, 6}, new double[] {4, 8, 12});
        assertThat(ArrivalProcess.POISSON.knots(small)).containsExactly(3, 4, 6);
    }

    @Test
    void constantRateFillsTheTrialInItsDuration() {
        Enrolment constant = Enrolment.over(176, 18);
        assertThat(constant.duration()).isCloseTo(18, within(1e-14));
        assertThat(constant.expectedEnrolled(9)).isCloseTo(88, within(1e-12));
    }

    @Test
    void invalidEnrolmentsAreRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Enrolment.over(0, 18))
                .withMessage("patients must be at least 1, was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Enrolment.over(10, 0))
                .withMessageContaining("duration must be positive and finite, was 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Enrolment.of(10, new double[] {0, 3}, new double[] {4, 0}))
                .withMessageContaining("last of the enrolment rates must be greater than 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Enrolment.of(10, new double[] {0, 3}, new double[] {-4, 1}))
                .withMessageContaining("enrolment rates[0] must be finite and at least 0, was -4.0");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 20, 176, 3000})
    void poissonExpectationIsTheSumOfTailProbabilities(int patients) {
        Enrolment enrolment = Enrolment.over(patients, 10);
        for (double time : new double[] {1e-6, 0.1, 1, 5, 9, 10, 11, 15, 30}) {
            double expected = sumOfPoissonTails(patients, enrolment.cumulative(time));
            assertThat(ArrivalProcess.POISSON.expectedEnrolled(enrolment, time))
                    .isCloseTo(expected, within(1e-12 * expected));
        }
    }

    @Test
    void poissonFallsShortOfTheRatesByAboutTwoFifthsOfARootAtTheEnd() {
        Enrolment enrolment = Enrolment.over(10_000, 10);
        double shortfall = 10_000 - ArrivalProcess.POISSON.expectedEnrolled(enrolment, enrolment.duration());
        assertThat(shortfall).isCloseTo(Math.sqrt(10_000 / (2 * Math.PI)), within(0.2));
    }

    @ParameterizedTest
    @EnumSource(ArrivalProcess.class)
    void everyProcessStartsWithNobodyAndEndsWithAll(ArrivalProcess process) {
        assertThat(process.expectedEnrolled(ramp, -1)).isZero();
        assertThat(process.expectedEnrolled(ramp, 0)).isZero();
        assertThat(process.expectedEnrolled(ramp, 60)).isCloseTo(176, within(1e-10));
        assertThat(process.expectedEnrolled(ramp, Double.POSITIVE_INFINITY)).isEqualTo(176);
        double before = 0;
        for (double time = 0; time < 40; time += 0.1) {
            double now = process.expectedEnrolled(ramp, time);
            assertThat(now).isBetween(before * (1 - 1e-13), 176.0);
            before = now;
        }
    }

    /** E min(n, K) = Σ P(K ≥ k) for k = 1, …, n; the mass function by its recursion from its mode. */
    private static double sumOfPoissonTails(int n, double mean) {
        int end = (int) (mean + 60 * Math.sqrt(mean + 10)) + n + 10;
        double[] mass = new double[end + 1];
        int mode = (int) mean;
        mass[mode] = 1;
        for (int k = mode; k < end; k++) {
            mass[k + 1] = mass[k] * mean / (k + 1);
        }
        for (int k = mode; k > 0; k--) {
            mass[k - 1] = mass[k] * k / mean;
        }
        double total = 0;
        double weighted = 0;
        for (int k = end; k >= 0; k--) {
            total += mass[k];
            weighted += Math.min(k, n) * mass[k];
        }
        return weighted / total;
    }
}
