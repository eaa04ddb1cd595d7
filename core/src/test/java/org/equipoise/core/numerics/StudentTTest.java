package org.equipoise.core.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class StudentTTest {
    /** Tables: t with 10 and 30 degrees of freedom; one degree is Cauchy's. */
    @Test
    void quantiles() {
        assertThat(StudentT.upperQuantile(0.025, 10)).isCloseTo(2.228138852, within(1e-9));
        assertThat(StudentT.upperQuantile(0.975, 30)).isCloseTo(-2.042272456, within(1e-9));
        assertThat(StudentT.upperTail(1, 1)).isCloseTo(0.25, within(1e-14));
        assertThat(StudentT.upperTail(-1, 1)).isCloseTo(0.75, within(1e-14));
        assertThat(StudentT.upperQuantile(0.5, 7)).isZero();
    }

    @Test
    void withoutNoncentralityItIsCentral() {
        for (double degrees : new double[] {0.7, 1, 2.5, 10, 98, 1000}) {
            for (double t : new double[] {-2, 0, 0.5, 3}) {
                assertThat(StudentT.noncentralUpperTail(t, degrees, 0))
                        .isCloseTo(StudentT.upperTail(t, degrees), within(1e-9));
            }
        }
    }
}
