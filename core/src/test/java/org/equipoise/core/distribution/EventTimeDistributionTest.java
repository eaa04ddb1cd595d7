package org.equipoise.core.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import org.equipoise.core.distribution.AllDistributions.Entry;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold of every distribution. */
class EventTimeDistributionTest {
    private static final String ALL = "org.equipoise.core.distribution.AllDistributions#entries";
    private static final double INFINITY = Double.POSITIVE_INFINITY;

    private static final double[] HAZARDS = {
        1e-15, 1e-12, 1e-9, 1e-6, 1e-4, 0.001, 0.01, 0.05, 0.1, 0.2, 0.3, 0.5, 0.6931, 0.8, 1, 1.3, 1.7, 2, 3, 5, 8, 13,
        21, 30
    };
    private static final double[] EXTREME_TIMES = {
        -INFINITY, -1, -0.0, 0, Double.MIN_VALUE, 1e-300, 1e-100, 1e100, 1e300, Double.MAX_VALUE, INFINITY
    };
    private static final double[] EXTREME_HAZARDS = {
        0,
        Double.MIN_VALUE,
        1e-300,
        1e-100,
        36,
        599.9,
        600.1,
        699.9,
        700.1,
        745.2,
        1e3,
        1e10,
        1e300,
        Double.MAX_VALUE,
        INFINITY
    };

    @ParameterizedTest
    @MethodSource(ALL)
    void cumulativeHazardIsMinusTheLogarithmOfSurvival(Entry entry) {
        EventTimeDistribution d = entry.distribution();
        for (double t : times(d)) {
            double h = d.cumulativeHazard(t);
            assertThat(d.survival(t)).isCloseTo(StrictMath.exp(-h), within(1e-14 * (1 + h) * StrictMath.exp(-h)));
        }
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void hazardIsTheDerivativeOfTheCumulativeHazard(Entry entry) {
        EventTimeDistribution d = entry.distribution();
        for (double t : times(d)) {
            double step = 1e-3 * Math.min(t, d.cumulativeHazard(t) / d.hazard(t));
            if (Arrays.stream(d.knots()).noneMatch(k -> Math.abs(k - t) <= 3e-3 * t)) {
                double derivative = derivative(d::cumulativeHazard, t, step);
                double rounding = 2e-15 * d.cumulativeHazard(t) / step;
                assertThat(d.hazard(t)).isCloseTo(derivative, within(1e-8 * derivative + rounding));
            }
        }
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void densityIsHazardTimesSurvival(Entry entry) {
        EventTimeDistribution d = entry.distribution();
        for (double t : times(d)) {
            double expected = d.hazard(t) * d.survival(t);
            assertThat(d.density(t)).isCloseTo(expected, within(1e-13 * expected));
        }
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void densityIntegratesToDifferencesOfSurvival(Entry entry) {
        EventTimeDistribution d = entry.distribution();
        double[] times = DoubleStream.concat(Arrays.stream(times(d)), Arrays.stream(d.knots()))
                .sorted()
                .toArray();
        for (int i = 1; i < times.length; i++) {
            if (times[i] > times[i - 1]) {
                double integral = overLogTime(d::density, times[i - 1], times[i]);
                double difference = d.survival(times[i - 1]) - d.survival(times[i]);
                assertThat(integral).isCloseTo(difference, within(1e-9 * difference + 4e-16));
            }
        }
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void inverseUndoesTheCumulativeHazard(Entry entry) {
        EventTimeDistribution d = entry.distribution();
        for (double t : times(d)) {
            double h = d.cumulativeHazard(t);
            double amplified = 2e-15 * h / d.hazard(t);
            assertThat(d.inverseCumulativeHazard(h)).isCloseTo(t, within(1e-13 * t + amplified));
        }
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void cumulativeHazardUndoesTheInverse(Entry entry) {
        EventTimeDistribution d = entry.distribution();
        double last = d.cumulativeHazard(INFINITY);
        for (double h : HAZARDS) {
            double t = d.inverseCumulativeHazard(h);
            if (h < last) {
                double amplified = 2e-15 * t * d.hazard(t);
                assertThat(d.cumulativeHazard(t)).isCloseTo(h, within(2e-13 * h + amplified));
            } else {
                assertThat(t).isEqualTo(INFINITY);
            }
        }
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void quantileUndoesTheProbability(Entry entry) {
        EventTimeDistribution d = entry.distribution();
        for (double t : times(d)) {
            double h = d.cumulativeHazard(t);
            double probability = -StrictMath.expm1(-h);
            double amplified = 2e-15 * (h + probability / (1 - probability)) / d.hazard(t);
            if (h < 20) {
                assertThat(d.quantile(probability)).isCloseTo(t, within(1e-13 * t + amplified));
            }
        }
        assertThat(d.quantile(0)).isZero();
        assertThat(d.quantile(1)).isEqualTo(INFINITY);
        assertThat(d.median()).isCloseTo(d.quantile(0.5), within(1e-13 * Math.min(d.median(), 1e300)));
        assertThatIllegalArgumentException().isThrownBy(() -> d.quantile(1.5)).withMessageContaining("[0, 1], was 1.5");
        assertThatIllegalArgumentException().isThrownBy(() -> d.quantile(Double.NaN));
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void meanIsTheIntegralOfSurvival(Entry entry) {
        EventTimeDistribution d = entry.distribution();
        if (d.cureFraction() > 0 || entry.name().endsWith("without a mean")) {
            assertThat(d.mean()).isEqualTo(INFINITY);
        } else {
            double from = 1e-30;
            double to = d.inverseCumulativeHazard(300);
            double[] ends = DoubleStream.concat(DoubleStream.of(from, to), Arrays.stream(d.knots()))
                    .sorted()
                    .toArray();
            double integral = from;
            for (int i = 1; i < ends.length; i++) {
                integral += overLogTime(d::survival, ends[i - 1], ends[i]);
            }
            assertThat(d.mean()).isCloseTo(integral, within(1e-10 * integral));
        }
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void knotsAscendAndTheHazardIsContinuousFromTheRight(Entry entry) {
        EventTimeDistribution d = entry.distribution();
        double[] knots = d.knots();
        assertThat(knots).isSorted().doesNotHaveDuplicates();
        for (double knot : knots) {
            assertThat(knot).isPositive();
            double after = d.hazard(knot * (1 + 1e-12));
            assertThat(d.hazard(knot)).isCloseTo(after, within(1e-10 * after));
            double h = d.cumulativeHazard(knot);
            assertThat(d.cumulativeHazard(Math.nextDown(knot))).isCloseTo(h, within(1e-13 * h));
        }
        Arrays.fill(knots, -1);
        assertThat(d.knots()).doesNotContain(-1);
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void functionsAreMonotone(Entry entry) {
        EventTimeDistribution d = entry.distribution();
        double survival = 1;
        double hazard = 0;
        double time = 0;
        for (double logarithm = -30; logarithm < 12; logarithm += 0.003) {
            double x = Math.exp(logarithm);
            assertThat(d.survival(x)).isLessThanOrEqualTo(survival * (1 + 1e-14));
            assertThat(d.cumulativeHazard(x)).isGreaterThanOrEqualTo(hazard * (1 - 1e-14));
            assertThat(d.inverseCumulativeHazard(x)).isGreaterThanOrEqualTo(time * (1 - 2e-13));
            survival = d.survival(x);
            hazard = d.cumulativeHazard(x);
            time = d.inverseCumulativeHazard(x);
        }
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void extremesAreNumbersInRange(Entry entry) {
        EventTimeDistribution d = entry.distribution();
        for (double t : EXTREME_TIMES) {
            assertThat(d.survival(t)).as("survival at %s", t).isBetween(0.0, 1.0);
            assertThat(d.cumulativeHazard(t)).as("cumulative hazard at %s", t).isGreaterThanOrEqualTo(0);
            assertThat(d.hazard(t)).as("hazard at %s", t).isGreaterThanOrEqualTo(0);
            assertThat(d.density(t)).as("density at %s", t).isGreaterThanOrEqualTo(0);
            if (t <= 0) {
                assertThat(d.survival(t)).isEqualTo(1);
                assertThat(d.cumulativeHazard(t)).isZero();
            }
            if (t < 0) {
                assertThat(d.hazard(t)).isZero();
            }
        }
        for (double h : EXTREME_HAZARDS) {
            assertThat(d.inverseCumulativeHazard(h)).as("inverse at %s", h).isGreaterThanOrEqualTo(0);
        }
        assertThat(d.inverseCumulativeHazard(0)).isZero();
        assertThat(d.inverseCumulativeHazard(INFINITY)).isEqualTo(INFINITY);
        assertThat(d.cumulativeHazard(INFINITY) < 746).isEqualTo(d.cureFraction() > 0);
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void columnsAreTheSameToTheLastBitAndNothingElseIsTouched(Entry entry) {
        EventTimeDistribution d = entry.distribution();
        double[] column = new double[HAZARDS.length + 2];
        column[0] = -7;
        column[column.length - 1] = -8;
        System.arraycopy(HAZARDS, 0, column, 1, HAZARDS.length);
        d.toEventTimes(column, 1, column.length - 1);
        double[] expected =
                Arrays.stream(HAZARDS).map(d::inverseCumulativeHazard).toArray();
        assertThat(Arrays.copyOfRange(column, 1, column.length - 1)).containsExactly(expected);
        assertThat(column[0]).isEqualTo(-7);
        assertThat(column[column.length - 1]).isEqualTo(-8);
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void timeUnitChangesNothingButTheTimes(Entry entry) {
        EventTimeDistribution months = entry.distribution();
        double days = 30.4375;
        EventTimeDistribution scaled = entry.inUnits().apply(days);
        for (double t : times(months)) {
            double h = months.cumulativeHazard(t);
            assertThat(scaled.cumulativeHazard(t * days))
                    .isCloseTo(h, within(1e-12 * h + 2e-15 * t * months.hazard(t)));
            double hazard = months.hazard(t) / days;
            if (Arrays.stream(months.knots()).noneMatch(knot -> Math.abs(knot - t) < 1e-9)) {
                assertThat(scaled.hazard(t * days)).isCloseTo(hazard, within(1e-12 * hazard));
            }
        }
        if (months.mean() < INFINITY) {
            double mean = months.mean() * days;
            assertThat(scaled.mean()).isCloseTo(mean, within(1e-12 * mean));
        }
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void equalParametersMakeEqualDistributions(Entry entry) {
        EventTimeDistribution d = entry.distribution();
        assertThat(d).isEqualTo(entry.distribution()).hasSameHashCodeAs(entry.distribution());
        assertThat(d).isNotEqualTo(entry.inUnits().apply(2));
        assertThat(d.toString())
                .isEqualTo(entry.distribution().toString())
                .startsWith(d.getClass().getSimpleName());
    }

    /** Ascending times with finite cumulative hazards from 1e-15 to 30, where the hazard is positive. */
    private static double[] times(EventTimeDistribution d) {
        return Arrays.stream(HAZARDS)
                .map(d::inverseCumulativeHazard)
                .filter(t -> t < INFINITY && d.hazard(t) > 0)
                .toArray();
    }

    private static double derivative(DoubleUnaryOperator f, double x, double step) {
        return (8 * (f.applyAsDouble(x + step) - f.applyAsDouble(x - step))
                        - (f.applyAsDouble(x + 2 * step) - f.applyAsDouble(x - 2 * step)))
                / (12 * step);
    }

    /** Simpson's rule over ln t, on a grid so fine that its error is below 1e-10; {@code f} may jump at {@code to}. */
    private static double overLogTime(DoubleUnaryOperator f, double from, double to) {
        double a = Math.log(from);
        double b = Math.log(to);
        int steps = 2 * (int) Math.max(1000, (b - a) * 100);
        double width = (b - a) / steps;
        double sum = 0;
        for (int i = 0; i <= steps; i++) {
            double t = i == 0 ? from : i == steps ? Math.nextDown(to) : Math.exp(a + i * width);
            int weight = i == 0 || i == steps ? 1 : i % 2 == 0 ? 2 : 4;
            sum += weight * t * f.applyAsDouble(t);
        }
        return sum * width / 3;
    }
}
