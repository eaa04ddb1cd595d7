package org.equipoise.core.planning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import org.equipoise.core.distribution.ConstantHazards;
import org.equipoise.core.distribution.EventTimeDistribution;
import org.equipoise.core.enrolment.ArrivalProcess;
import org.equipoise.core.numerics.Quadrature;
import org.equipoise.core.numerics.StepFunction;
import org.jspecify.annotations.Nullable;

/** Expected numbers of whichever of two competing times comes first, over calendar time. Immutable. */
final class Incidence {
    // With I(x) = ∫₀ˣ f(u) G(u) du the share of patients by patient time, entries at rate a over calendar time give
    // ∫ a(s) I(t - s) ds: over each step of the rates, the area below I. A Poisson process falls short of its rates
    // where the last patient comes; that is integrated apart.

    /** Relative to the patients and for each piece; what halving leaves is far smaller. */
    private static final double TOLERANCE = 1e-13;

    private final EventTimeDistribution first;
    private final @Nullable EventTimeDistribution other;
    /** Of parts of the patients; they add up. */
    private final List<IncidenceCurve> curves;

    /** Cumulative hazards of the first time at which either is not smooth, ascending. */
    private final double[] knots;

    /** @param other null when nothing competes */
    Incidence(EventTimeDistribution first, @Nullable EventTimeDistribution other) {
        this.first = first;
        this.other = other;
        curves = curves(first, other);
        double[] times = other == null ? first.knots() : StepFunction.union(first.knots(), other.knots());
        knots = Arrays.stream(times).map(first::cumulativeHazard).distinct().toArray();
    }

    private static List<IncidenceCurve> curves(EventTimeDistribution first, @Nullable EventTimeDistribution other) {
        List<IncidenceCurve> stepped = new ArrayList<>();
        List<ConstantHazards> competing = other == null ? List.of(ConstantHazards.never()) : ConstantHazards.of(other);
        for (ConstantHazards one : ConstantHazards.of(first)) {
            for (ConstantHazards rival : competing) {
                stepped.add(new SteppedIncidence(one.share() * rival.share(), one.hazards(), rival.hazards()));
            }
        }
        return stepped.isEmpty() ? List.of(new IncidenceTable(first, other)) : List.copyOf(stepped);
    }

    /** Probability that the first time ever comes, and before the other. */
    double everFirst() {
        double sum = 0;
        for (IncidenceCurve curve : curves) {
            sum += curve.total();
        }
        return sum;
    }

    /** Patients expected by calendar time {@code time} whose first time has come, before the other, among all. */
    double expected(Accrual accrual, double time) {
        if (!(time > 0)) {
            return 0;
        }
        if (time == Double.POSITIVE_INFINITY) {
            return accrual.patients() * everFirst();
        }
        return followingRates(accrual, time) - shortfall(accrual, time);
    }

    private double followingRates(Accrual accrual, double time) {
        double sum = 0;
        for (IncidenceCurve curve : curves) {
            sum += followingRates(curve, accrual, time);
        }
        return sum;
    }

    private static double followingRates(IncidenceCurve curve, Accrual accrual, double time) {
        StepFunction rates = accrual.rates();
        double end = Math.min(accrual.duration(), time);
        IncidenceCurve.Walk walk = curve.walkFrom(time - end);
        double sum = 0;
        for (int k = rates.size() - 1; k >= 0; k--) {
            double start = rates.start(k);
            if (start < end) {
                sum += rates.stepValue(k) * walk.areaUpTo(time - start, end - start);
                end = start;
            }
        }
        return sum;
    }

    private double shortfall(Accrual accrual, double time) {
        if (accrual.arrivals() != ArrivalProcess.POISSON) {
            return 0;
        }
        Shortfall shortfall = accrual.shortfall();
        double tolerance = TOLERANCE * accrual.patients();
        double[] knots = shortfall.knots();
        double sum = 0;
        for (int panel = 0; panel < knots.length - 1 && time > knots[panel]; panel++) {
            double end = knots[panel + 1];
            // The density jumps where patient time begins.
            double smooth = time < end ? Double.NaN : shortfall.integral(panel, s -> density(time - s), tolerance);
            sum += Double.isNaN(smooth)
                    ? overHazard(shortfall, time, knots[panel], Math.min(end, time), tolerance)
                    : smooth;
        }
        return sum;
    }

    private double density(double time) {
        return time > 0 ? first.hazard(time) * Math.exp(-first.cumulativeHazard(time) - lost(time)) : 0;
    }

    /** Where the density has jumps or poles: over the cumulative hazard of the first time. */
    private double overHazard(Shortfall shortfall, double time, double start, double end, double tolerance) {
        double from = first.cumulativeHazard(time - end);
        double to = first.cumulativeHazard(time - start);
        if (!(from < to)) {
            return 0;
        }
        double[] pieces = pieces(from, to);
        DoubleUnaryOperator integrand = h -> {
            double x = first.inverseCumulativeHazard(h);
            return shortfall.at(time - x) * Math.exp(-h - lost(x));
        };
        return Quadrature.integrate(integrand, pieces, TOLERANCE, tolerance);
    }

    private double[] pieces(double from, double to) {
        if (knots.length == 0) {
            return new double[] {from, to};
        }
        DoubleStream inside = Arrays.stream(knots).filter(h -> h > from && h < to);
        return DoubleStream.concat(DoubleStream.of(from, to), inside).sorted().toArray();
    }

    private double lost(double time) {
        return other == null ? 0 : other.cumulativeHazard(time);
    }
}
