package org.equipoise.core.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Beside the exact figure by incomplete gamma functions. */
class StoppedPoissonDoubleProgrammingTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 30, 81, 82, 176, 1000, 10_000, 1_000_000})
    void isTheMeanOfTheStoppedCount(int patients) {
        Enrolment enrolment = Enrolment.of(patients, new double[] {0}, new double[] {1});
        StoppedPoisson stopped = new StoppedPoisson(patients);
        double sd = Math.sqrt(patients);
        for (double at = -12; at <= 14; at += 0.037) {
            double mean = patients + at * sd;
            double exact = ArrivalProcess.POISSON.expectedEnrolled(enrolment, Math.max(mean, 0));
            assertThat(stopped.mean(mean)).as("mean %s", mean).isCloseTo(exact, within(4e-14 * patients));
        }
        assertThat(stopped.mean(0)).isEqualTo(0);
        assertThat(stopped.mean(100.0 * patients + 100)).isEqualTo(patients);
    }
}
