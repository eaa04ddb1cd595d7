package org.equipoise.core.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.assertj.core.data.Offset;
import org.equipoise.core.distribution.EventTimeDistribution;
import org.equipoise.core.distribution.PiecewiseExponential;
import org.equipoise.core.numerics.StepFunction;
import org.junit.jupiter.api.Test;

/**
 * The closed form against {@link IncidenceTable}, which integrates numerically and knows nothing of constant hazards.
 */
class SteppedIncidenceDoubleProgrammingTest {
    private static final double RELATIVE = 1e-11;

    /** Hazards from 1e-4 to 10 a month, some of them 0, that change at up to four times within some years. */
    @Test
    void areasAndTotalsAgreeWithQuadrature() {
        Random random = new Random(20261123);
        for (int trial = 0; trial < 300; trial++) {
            StepFunction event = steps(random);
            StepFunction dropout = steps(random);
            String of = "trial " + trial + ": " + event + " against " + dropout;
            IncidenceCurve closed = new SteppedIncidence(1, event, dropout);
            IncidenceCurve integrated = new IncidenceTable(times(event), times(dropout));
            assertThat(closed.total()).as(of).isCloseTo(integrated.total(), near(integrated.total()));
            double at = random.nextInt(4) == 0 ? 0 : 30 * random.nextDouble();
            IncidenceCurve.Walk one = closed.walkFrom(at);
            IncidenceCurve.Walk other = integrated.walkFrom(at);
            for (int step = 0; step < 6; step++) {
                double width = Math.pow(10, 4 * random.nextDouble() - 2.5);
                at += width;
                double expected = other.areaUpTo(at, width);
                assertThat(one.areaUpTo(at, width)).as(of + " up to " + at).isCloseTo(expected, near(expected));
            }
        }
    }

    @Test
    void withoutCompetitionAllHaveTheirEvent() {
        StepFunction hazards = StepFunction.of("hazards", new double[] {0, 3}, new double[] {0, 0.2});
        SteppedIncidence curve = new SteppedIncidence(0.25, hazards, never());
        assertThat(curve.total()).isEqualTo(0.25);
        assertThat(curve.walkFrom(0).areaUpTo(3, 3)).isZero();
        assertThat(curve.walkFrom(1000).areaUpTo(1002, 2)).isCloseTo(0.5, within(1e-15));
    }

    @Test
    void withoutHazardNobodyHas() {
        SteppedIncidence curve = new SteppedIncidence(1, never(), never());
        assertThat(curve.total()).isZero();
        assertThat(curve.walkFrom(5).areaUpTo(8, 3)).isZero();
    }

    /** Early in time the area is λ x² / 2, less a share of (λ + μ) x / 3: no digit of it is lost. */
    @Test
    void smallAreasKeepTheirDigits() {
        SteppedIncidence curve = new SteppedIncidence(1, constant(0.1), constant(0.02));
        double x = 1e-6;
        double expected = 0.1 * x * x / 2 * (1 - 0.12 * x / 3);
        assertThat(curve.walkFrom(0).areaUpTo(x, x) / expected).isCloseTo(1, within(1e-14));
    }

    private static Offset<Double> near(double value) {
        return within(RELATIVE * value + 1e-300);
    }

    private static StepFunction steps(Random random) {
        int pieces = 1 + random.nextInt(5);
        double[] starts = new double[pieces];
        double[] hazards = new double[pieces];
        for (int k = 0; k < pieces; k++) {
            starts[k] = k == 0 ? 0 : starts[k - 1] + 0.1 + 12 * random.nextDouble();
            hazards[k] = k + 1 < pieces && random.nextInt(5) == 0 ? 0 : Math.pow(10, 5 * random.nextDouble() - 4);
        }
        return StepFunction.of("hazards", starts, hazards);
    }

    private static EventTimeDistribution times(StepFunction hazards) {
        return new PiecewiseExponential(hazards);
    }

    private static StepFunction never() {
        return constant(0);
    }

    private static StepFunction constant(double hazard) {
        return StepFunction.of("hazards", new double[] {0}, new double[] {hazard});
    }
}
