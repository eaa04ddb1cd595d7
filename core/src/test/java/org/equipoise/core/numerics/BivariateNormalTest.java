package org.equipoise.core.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** Owen's form against the integral over one variable of the conditional distribution of the other. */
class BivariateNormalTest {
    private static final double[] PLACES = {-6, -2.5, -1, -0.3, 0, 0.2, 1, 1.0001, 3, 7};
    private static final double[] CORRELATIONS = {-0.9999, -0.8, -0.1, 0, 0.3, 0.7, 0.99, 0.999999};

    @Test
    void agreesWithConditioning() {
        for (double rho : CORRELATIONS) {
            double root = Math.sqrt((1 - rho) * (1 + rho));
            for (double h : PLACES) {
                for (double k : PLACES) {
                    double plain = Quadrature.integrate(
                            x -> Math.exp(-0.5 * x * x)
                                    / Math.sqrt(2 * Math.PI)
                                    * StandardNormal.lowerTail((k - rho * x) / root),
                            breakpoints(h, k, rho),
                            1e-13,
                            1e-15);
                    assertThat(BivariateNormal.below(h, k, rho))
                            .as("%s, %s, correlation %s", h, k, rho)
                            .isCloseTo(plain, within(1e-13));
                }
            }
        }
    }

    /** The conditional probability falls where x is near k / ρ, steeply when the correlation is near ±1. */
    private static double[] breakpoints(double h, double k, double rho) {
        double fall = rho == 0 ? 0 : k / rho;
        double width = 8 * Math.sqrt((1 - rho) * (1 + rho));
        return DoubleStream.of(-10, fall - width, fall, fall + width, h)
                .map(x -> Math.max(-10, Math.min(h, x)))
                .sorted()
                .toArray();
    }

    @Test
    void limitsAreExact() {
        double infinite = Double.POSITIVE_INFINITY;
        assertThat(BivariateNormal.below(infinite, 1, 0.5)).isEqualTo(StandardNormal.lowerTail(1));
        assertThat(BivariateNormal.below(-infinite, 1, 0.5)).isZero();
        assertThat(BivariateNormal.below(0.5, 1, 1)).isEqualTo(StandardNormal.lowerTail(0.5));
        assertThat(BivariateNormal.below(-0.5, 0.2, -1)).isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BivariateNormal.below(0, 0, 1.1))
                .withMessageContaining("was 1.1");
    }
}
