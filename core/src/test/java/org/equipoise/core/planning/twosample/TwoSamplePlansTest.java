package org.equipoise.core.planning.twosample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TwoSamplePlansTest {
    private static final ProportionPlan RESPONSE = new ProportionPlan(0.33, 0.5, 1, 0, 0.025);

    @ParameterizedTest
    @EnumSource(ProportionTest.class)
    void requiredPatientsGiveThePower(ProportionTest test) {
        double patients = RESPONSE.requiredPatients(test, 0.8);
        assertThat(RESPONSE.power(test, patients))
                .isCloseTo(0.8, within(test == ProportionTest.FISHER_EXACT ? 0.01 : 1e-9));
        assertThat(patients).isBetween(250.0, 300.0);
    }

    @Test
    void miettinenAndNurminenNeedAboutOnePatientMore() {
        ProportionPlan plan = new ProportionPlan(0.6, 0.6, 1, 0.1, 0.025);
        double without = plan.requiredPatients(ProportionTest.FARRINGTON_MANNING, 0.8);
        assertThat(plan.requiredPatients(ProportionTest.MIETTINEN_NURMINEN, 0.8) - without)
                .isBetween(0.3, 1.0);
    }

    /** Second implementation: every table, its p-value summed anew. */
    @Test
    void powerOfFishersTestIsThatOfAllTables() {
        int n = 17;
        int m = 12;
        double power = 0;
        for (int x = 0; x <= n; x++) {
            for (int y = 0; y <= m; y++) {
                double p = 0;
                for (int k = x; k <= Math.min(n, x + y); k++) {
                    p += choose(n, k) * choose(m, x + y - k) / choose(n + m, x + y);
                }
                if (p <= 0.05) {
                    power += choose(n, x)
                            * Math.pow(0.7, x)
                            * Math.pow(0.3, n - x)
                            * choose(m, y)
                            * Math.pow(0.2, y)
                            * Math.pow(0.8, m - y);
                }
            }
        }
        assertThat(FisherPower.of(m, n, 0.2, 0.7, 0.05)).isCloseTo(power, within(1e-12));
    }

    private static double choose(int n, int k) {
        double result = 1;
        for (int i = 1; i <= k; i++) {
            result *= (n - k + i) / (double) i;
        }
        return k < 0 || k > n ? 0 : result;
    }

    /** The restricted proportions maximise the likelihood among pairs with the given difference. */
    @Test
    void restrictedProportionsAreOfGreatestLikelihood() {
        double difference = -0.1;
        double best = RestrictedProportion.experimental(0.45, 0.5, 0.5, difference);
        for (double p = 0.01; p < 0.9; p += 0.01) {
            assertThat(likelihood(p, difference)).isLessThanOrEqualTo(likelihood(best, difference));
        }
    }

    private static double likelihood(double p, double difference) {
        double other = p - difference;
        return 0.45 * Math.log(p) + 0.55 * Math.log(1 - p) + 0.5 * (0.5 * Math.log(other) + 0.5 * Math.log(1 - other));
    }

    @Test
    void requiredPatientsOfTheTTestGiveThePower() {
        for (double ratio : new double[] {0.5, 1, 3}) {
            MeanPlan plan = new MeanPlan(2, 4, ratio, 0, 0.025);
            assertThat(plan.power(plan.requiredPatients(0.9))).isCloseTo(0.9, within(1e-10));
            assertThat(plan.normalPower(plan.requiredPatientsNormal(0.9))).isCloseTo(0.9, within(1e-12));
        }
        assertThat(new MeanPlan(0, 4, 1, 0, 0.025).power(40)).isCloseTo(0.025, within(1e-10));
        assertThat(new MeanPlan(-1, 4, 1, 3, 0.025).power(60))
                .isCloseTo(new MeanPlan(2, 4, 1, 0, 0.025).power(60), within(1e-12));
    }

    @Test
    void invalidPlansAreRejected() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ProportionPlan(0, 0.5, 1, 0, 0.025));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new ProportionPlan(0.5, 0.4, 1, 0, 0.025).requiredPatients(ProportionTest.POOLED, 0.8))
                .withMessageContaining("must exceed 0.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ProportionPlan(0.5, 0.5, 1, 0.1, 0.025).power(ProportionTest.POOLED, 100))
                .withMessageContaining("superiority only");
        assertThatIllegalArgumentException().isThrownBy(() -> new MeanPlan(1, 0, 1, 0, 0.025));
        assertThatIllegalArgumentException().isThrownBy(() -> new MeanPlan(0, 1, 1, 0, 0.025).requiredPatients(0.8));
        assertThatIllegalArgumentException().isThrownBy(() -> new MeanPlan(1, 1, 1, 0, 0.025).power(2));
    }
}
