package org.equipoise.core.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The kernels that allocate nothing, against the tests that are made of whole curves. */
class CurveTestKernelDoubleProgrammingTest {
    private static final double ROUNDING = 1e-10;

    static LongStream seeds() {
        return RandomPatients.seeds();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void restrictedMeans(long seed) {
        RandomPatients p = new RandomPatients(seed);
        for (double tau : new double[] {0.1, 3, 6, 6.1}) {
            CurveTestKernel kernel = CurveTestKernel.restrictedMean(p.time.length, tau);
            double z = isDefined(p, tau) ? RestrictedMeanTest.of(p.data(), tau).z() : 0;
            assertThat(z(kernel, p)).as("seed %d, tau %s", seed, tau).isCloseTo(z, within(ROUNDING));
            assertThat(z(kernel, p)).as("used again, seed %d", seed).isCloseTo(z, within(ROUNDING));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void milestones(long seed) {
        RandomPatients p = new RandomPatients(seed);
        for (SurvivalScale scale : SurvivalScale.values()) {
            for (double at : new double[] {0, 3, 6, 14}) {
                CurveTestKernel kernel = CurveTestKernel.milestone(p.time.length, at, scale);
                double z =
                        isDefined(p, at) ? MilestoneTest.of(p.data(), at, scale).z() : 0;
                assertThat(z(kernel, p))
                        .as("seed %d, %s at %s", seed, scale, at)
                        .isCloseTo(z, within(ROUNDING));
            }
        }
    }

    @Test
    void without_patients_there_is_nothing_to_tell() {
        assertThat(CurveTestKernel.restrictedMean(3, 1).z()).isZero();
        assertThat(CurveTestKernel.milestone(3, 1, SurvivalScale.LOG_LOG).z()).isZero();
    }

    private static boolean isDefined(RandomPatients p, double time) {
        return time <= p.data().curve(false).definedUpTo()
                && time <= p.data().curve(true).definedUpTo();
    }

    private static double z(CurveTestKernel kernel, RandomPatients p) {
        kernel.clear();
        for (int i = 0; i < p.time.length; i++) {
            kernel.add(p.experimental[i], p.time[i], p.event[i]);
        }
        return kernel.z();
    }
}
