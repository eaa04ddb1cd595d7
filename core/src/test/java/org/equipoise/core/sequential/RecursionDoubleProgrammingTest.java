package org.equipoise.core.sequential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.equipoise.core.numerics.GaussLegendre;
import org.equipoise.core.numerics.Quadrature;
import org.equipoise.core.numerics.StandardNormal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The recursion against two plain ones: probabilities as nested integrals over independent increments, and Jennison and
 * Turnbull's grid with Simpson's rule; and against itself with panels half and a third as wide.
 */
class RecursionDoubleProgrammingTest {
    private static final GaussLegendre RULE = GaussLegendre.ofNodes(150);

    static Stream<Arguments> trials() {
        return Stream.of(
                Arguments.of(new double[] {0.5, 1}, new double[] {0.3, 1.9}, new double[] {2.8, 1.98}, 0.0),
                Arguments.of(new double[] {0.5, 1}, new double[] {0.3, 1.9}, new double[] {2.8, 1.98}, 3.2),
                Arguments.of(new double[] {0.2, 0.9}, new double[] {-1, 0.5}, new double[] {3.5, 2.1}, -2.0),
                Arguments.of(new double[] {0.3, 0.6, 1}, new double[] {-0.5, 0.6, 2}, new double[] {3.7, 2.5, 2}, 0.0),
                Arguments.of(new double[] {0.3, 0.6, 1}, new double[] {-0.5, 0.6, 2}, new double[] {3.7, 2.5, 2}, 3.0),
                Arguments.of(
                        new double[] {0.7, 0.71, 1}, new double[] {-0.5, 0.6, 1}, new double[] {2.2, 2.1, 2}, 1.5));
    }

    @ParameterizedTest
    @MethodSource("trials")
    void crossingProbabilitiesAreNestedIntegrals(double[] t, double[] lower, double[] upper, double drift) {
        CrossingProbabilities crossing =
                StoppingBounds.oneSided(t, upper, lower).crossing(drift);
        for (int k = 1; k <= t.length; k++) {
            assertThat(crossing.efficacy(k))
                    .as("efficacy %d", k)
                    .isCloseTo(exit(t, lower, upper, drift, k, true), within(1e-12));
            assertThat(crossing.futility(k))
                    .as("futility %d", k)
                    .isCloseTo(exit(t, lower, upper, drift, k, false), within(1e-12));
        }
    }

    /** P(inside the bounds before look {@code k}, then beyond its upper or lower bound), by increments of B = Z√t. */
    private static double exit(double[] t, double[] lower, double[] upper, double drift, int k, boolean up) {
        return exit(t, lower, upper, drift, k, up, 0, 0, 0);
    }

    private static double exit(
            double[] t,
            double[] lower,
            double[] upper,
            double drift,
            int k,
            boolean up,
            int j,
            double b,
            double before) {
        double step = Math.sqrt(t[j] - before);
        double mean = b + drift * (t[j] - before);
        double root = Math.sqrt(t[j]);
        if (j == k - 1) {
            return up
                    ? StandardNormal.upperTail((upper[j] * root - mean) / step)
                    : StandardNormal.upperTail((mean - lower[j] * root) / step);
        }
        DoubleUnaryOperator path = x -> {
            double u = (x - mean) / step;
            return Math.exp(-u * u / 2)
                    / (step * Math.sqrt(2 * Math.PI))
                    * exit(t, lower, upper, drift, k, up, j + 1, x, t[j]);
        };
        double half = (upper[j] - lower[j]) * root / 2;
        double middle = (upper[j] + lower[j]) * root / 2;
        double sum = 0;
        for (int i = 0; i < RULE.nodes(); i++) {
            sum += half * RULE.weight(i) * path.applyAsDouble(middle + half * RULE.point(i));
        }
        return sum;
    }

    /** Two-sided with a wedge: P(stop in the wedge at look 2) as a double integral. */
    @Test
    void wedgeIsNestedIntegralToo() {
        double[] t = {0.4, 1};
        StoppingBounds bounds = StoppingBounds.twoSided(t, new double[] {2.9, 2}, new double[] {0.5, 2});
        double drift = 2.4;
        double root = Math.sqrt(t[0]);
        double step = Math.sqrt(t[1] - t[0]);
        DoubleUnaryOperator path = z -> {
            double u = z - drift * root;
            double mean = z * root + drift * (t[1] - t[0]);
            double inside = StandardNormal.upperTail((-2 - mean) / step) - StandardNormal.upperTail((2 - mean) / step);
            return Math.exp(-u * u / 2) / Math.sqrt(2 * Math.PI) * inside;
        };
        double expected = Quadrature.integrate(path, new double[] {-2.9, -0.5}, 1e-12)
                + Quadrature.integrate(path, new double[] {0.5, 2.9}, 1e-12);
        CrossingProbabilities crossing = bounds.crossing(drift);
        assertThat(crossing.futility(2)).isCloseTo(expected, within(1e-12));
        assertThat(crossing.futility(1))
                .isCloseTo(
                        StandardNormal.upperTail(-0.5 - drift * root) - StandardNormal.upperTail(0.5 - drift * root),
                        within(1e-14));
        assertThat(crossing.rejectionEitherSide() + crossing.cumulativeFutility(2))
                .isCloseTo(1, within(1e-12));
    }

    static Stream<Arguments> spacings() {
        double[] fifty = new double[50];
        Arrays.setAll(fifty, k -> (k + 1) / 50.0);
        double[] bunched = {0.001, 0.002, 0.5, 0.999, 1};
        return Stream.of(
                        new double[] {0.5, 1},
                        new double[] {0.3, 0.6, 1},
                        new double[] {0.1, 0.11, 0.9, 1},
                        new double[] {0.2, 0.4, 0.6, 0.8, 1},
                        bunched,
                        fifty)
                .flatMap(t -> Stream.of(
                                Spending.lanDeMetsOBrienFleming(),
                                Spending.lanDeMetsPocock(),
                                Spending.kimDeMets(8),
                                Spending.hwangShihDeCani(4))
                        .map(spending -> Arguments.of(t, spending)));
    }

    @ParameterizedTest
    @MethodSource("spacings")
    void finerGridsChangeNothing(double[] t, Spending spending) {
        double[] bounds = bounds(t, spending, 1);
        assertThat(bounds).containsExactly(bounds(t, spending, 2), within(2e-12));
        assertThat(bounds).containsExactly(bounds(t, spending, 3), within(2e-12));
    }

    private static double[] bounds(double[] t, Spending spending, double resolution) {
        BoundWalk walk = new BoundWalk(1, false, false, resolution);
        walk.start(0);
        return Arrays.stream(t)
                .map(at -> {
                    walk.efficacy(at, Double.NaN, spending.spent(0.025, at));
                    return walk.efficacy();
                })
                .toArray();
    }

    @ParameterizedTest
    @MethodSource("spacings")
    void spendsWhatSimpsonsRuleSays(double[] t, Spending spending) {
        double[] upper = bounds(t, spending, 1);
        double[] lower = new double[t.length];
        Arrays.fill(lower, -9);
        Simpson simpson = new Simpson(60);
        double before = 0;
        for (int k = 0; k < Math.min(t.length, 12); k++) {
            double spent = spending.spent(0.025, t[k]);
            // The grid of Jennison and Turnbull is uniform in Z and too coarse for looks that nearly coincide.
            if (k > 0 && (t[k] - t[k - 1]) / t[k] < 0.05) {
                break;
            }
            assertThat(simpson.above(t[k], upper[k])).as("look %d", k + 1).isCloseTo(spent - before, within(1e-9));
            simpson.advance(t[k], upper[k]);
            before = spent;
        }
    }

    /** Jennison and Turnbull 2000, section 19.2, word for word, without lower bound. */
    private static final class Simpson {
        private final int r;
        private double t;
        private double[] node = {0};
        private double[] mass = {1};

        Simpson(int r) {
            this.r = r;
        }

        double above(double next, double bound) {
            double sum = 0;
            for (int i = 0; i < node.length; i++) {
                double at = (bound * Math.sqrt(next) - node[i] * Math.sqrt(t)) / Math.sqrt(next - t);
                sum += mass[i] * StandardNormal.upperTail(at);
            }
            return sum;
        }

        void advance(double next, double efficacy) {
            double[] x = new double[6 * r - 1];
            for (int i = 1; i < 6 * r; i++) {
                x[i - 1] = i < r
                        ? -3 - 4 * Math.log((double) r / i)
                        : i <= 5 * r ? -3 + 3.0 * (i - r) / (2 * r) : 3 + 4 * Math.log(r / (6.0 * r - i));
            }
            double bound = Math.min(efficacy, 12);
            double[] ends = Arrays.stream(x).filter(value -> value < bound).toArray();
            ends = Arrays.copyOf(ends, ends.length + 1);
            ends[ends.length - 1] = bound;
            double[] z = new double[2 * ends.length - 1];
            double[] weight = new double[z.length];
            for (int i = 0; i + 1 < ends.length; i++) {
                double width = ends[i + 1] - ends[i];
                z[2 * i] = ends[i];
                z[2 * i + 1] = (ends[i] + ends[i + 1]) / 2;
                weight[2 * i] += width / 6;
                weight[2 * i + 1] = width * 4 / 6;
                weight[2 * i + 2] = width / 6;
            }
            z[z.length - 1] = bound;
            double[] masses = new double[z.length];
            double step = Math.sqrt(next - t);
            for (int j = 0; j < z.length; j++) {
                double sum = 0;
                for (int i = 0; i < node.length; i++) {
                    double u = (z[j] * Math.sqrt(next) - node[i] * Math.sqrt(t)) / step;
                    sum += mass[i] * Math.exp(-u * u / 2);
                }
                masses[j] = weight[j] * sum * Math.sqrt(next) / (step * Math.sqrt(2 * Math.PI));
            }
            node = z;
            mass = masses;
            t = next;
        }
    }
}
