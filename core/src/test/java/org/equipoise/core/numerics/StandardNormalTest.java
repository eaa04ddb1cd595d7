package org.equipoise.core.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandardNormalTest {

    /** -log(erfc(z/√2)/2) by mpmath with 30 digits. */
    @ParameterizedTest
    @CsvSource({
        "-8, 6.2209605742717858094e-16",
        "-3, 0.0013508099647481937988",
        "-1, 0.17275377902344988953",
        "-0.5, 0.36894641528865639307",
        "0, 0.69314718055994530942",
        "0.3, 0.96210281816885065666",
        "0.67, 1.380595052695189026",
        "0.7, 1.4189677615315315793",
        "1, 1.8410216450092635058",
        "3, 6.6077262215103495433",
        "5, 15.064998393988725736",
        "5.7, 18.93311242322474297",
        "8, 35.013437159914549896",
        "20, 203.91715537109726394",
        "37, 689.0305855768905936",
        "50, 1254.8313611394199013",
        "100, 5005.5242086942050886",
        "1e4, 50000010.129278915181"
    })
    void cumulativeHazardAndItsInverseAgreeWithMpmath(double z, double hazard) {
        assertThat(StandardNormal.cumulativeHazard(z)).isCloseTo(hazard, within(1e-15 * hazard));
        assertThat(StandardNormal.inverseCumulativeHazard(hazard)).isCloseTo(z, within(2e-15 * Math.abs(z) + 3e-16));
    }

    @Test
    void tailsAgreeWithCommonsStatistics() {
        NormalDistribution normal = NormalDistribution.of(0, 1);
        // Theirs goes through erfc(z/√2), where the rounding of z/√2 costs z² ulps.
        for (double z = -37.5; z <= 37.5; z += 0.03125) {
            double survival = normal.survivalProbability(z);
            assertThat(StandardNormal.upperTail(z)).isCloseTo(survival, within((1e-15 + 2e-16 * z * z) * survival));
            double hazard = normal.density(z) / survival;
            assertThat(StandardNormal.hazard(z)).isCloseTo(hazard, within((2e-15 + 3e-16 * z * z) * hazard));
        }
    }

    @Test
    void upperQuantilesAgreeWithCommonsStatistics() {
        NormalDistribution normal = NormalDistribution.of(0, 1);
        for (double p : new double[] {1e-300, 1e-20, 1e-6, 0.0125, 0.025, 0.2, 0.5, 0.8, 0.9, 0.975, 1 - 1e-9}) {
            double z = normal.inverseSurvivalProbability(p);
            assertThat(StandardNormal.upperQuantile(p)).isCloseTo(z, within(1e-14 * Math.abs(z) + 1e-15));
        }
        assertThat(StandardNormal.upperQuantile(0)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(StandardNormal.upperQuantile(1)).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @Test
    void inverseUndoesTheCumulativeHazardInBothTails() {
        for (double z = -37; z < 1e150; z = z < 50 ? z + 0.0371 : z * 1.7) {
            double back = StandardNormal.inverseCumulativeHazard(StandardNormal.cumulativeHazard(z));
            assertThat(back).isCloseTo(z, within(2e-15 * Math.abs(z) + 5e-16));
        }
    }

    @Test
    void endsAreInfinite() {
        assertThat(StandardNormal.inverseCumulativeHazard(0)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(StandardNormal.inverseCumulativeHazard(Double.POSITIVE_INFINITY))
                .isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(StandardNormal.cumulativeHazard(Double.NEGATIVE_INFINITY)).isZero();
        assertThat(StandardNormal.cumulativeHazard(Double.POSITIVE_INFINITY)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(StandardNormal.upperTail(Double.POSITIVE_INFINITY)).isZero();
        assertThat(StandardNormal.upperTail(Double.NEGATIVE_INFINITY)).isEqualTo(1);
        assertThat(StandardNormal.hazard(Double.NEGATIVE_INFINITY)).isZero();
        assertThat(StandardNormal.hazard(1e200)).isEqualTo(1e200);
        assertThat(StandardNormal.inverseCumulativeHazard(Double.MIN_VALUE)).isCloseTo(-38.485, within(0.1));
    }
}
