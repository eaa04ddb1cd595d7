package org.equipoise.core.planning;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.equipoise.core.distribution.EventTimeDistribution;
import org.equipoise.core.numerics.GaussLegendre;
import org.jspecify.annotations.Nullable;

/**
 * Incidence I(x) by patient time x, for any distributions.
 *
 * <p>Integrals are over h = H(x), the cumulative hazard of the first time: then f(x) dx = exp(-h) dh. The integrand is
 * bounded even where the density is not (Weibull with shape &lt; 1), and its mass is at h of order 1 whatever the time
 * unit. The inverse x(h) jumps where the hazard is 0 and bends at knots; these are ends of pieces. Pieces are halved
 * until a rule of Gauss and Legendre on each is exact to {@value #TOLERANCE}; so is the rule on a part of one. The
 * table is made when it is first asked for.
 */
final class IncidenceTable implements IncidenceCurve {
    /** exp(-LIMIT) is lost beside 1. */
    private static final double LIMIT = 50;
    /** Relative to the whole incidence, for each piece; what halving leaves is far smaller. */
    private static final double TOLERANCE = 1e-13;
    /** Agreement relative to the piece itself that rounding alone may spoil. */
    private static final double ROUNDING = 4e-15;

    private static final int MAX_DEPTH = 480;
    private static final double[] LANDMARKS = {1e-9, 1e-6, 1e-3, 0.1, 1, 5, 15};
    private static final GaussLegendre RULE = GaussLegendre.ofNodes(15);

    private final EventTimeDistribution first;
    private final @Nullable EventTimeDistribution other;
    private volatile @Nullable Pieces pieces;

    /** @param other null when nothing competes */
    IncidenceTable(EventTimeDistribution first, @Nullable EventTimeDistribution other) {
        this.first = first;
        this.other = other;
    }

    @Override
    public double total() {
        return pieces().before[pieces().count];
    }

    @Override
    public Walk walkFrom(double time) {
        return new Walk(pieces(), time);
    }

    private Pieces pieces() {
        Pieces made = pieces;
        if (made == null) {
            made = new Pieces();
            pieces = made;
        }
        return made;
    }

    /** Adds what is tabulated, and integrates the parts of pieces at both ends. */
    final class Walk implements IncidenceCurve.Walk {
        private final Pieces pieces;
        private final Part part = new Part();
        private double hazard;
        private double incidence;
        private int piece;

        private Walk(Pieces pieces, double time) {
            this.pieces = pieces;
            hazard = pieces.clip(first.cumulativeHazard(time));
            piece = pieces.holding(hazard);
            part.integrate(pieces.ends[piece], hazard);
            incidence = pieces.before[piece] + part.mass;
        }

        @Override
        public double areaUpTo(double next, double width) {
            double upTo = pieces.clip(first.cumulativeHazard(next));
            double mass = 0;
            double moment = 0;
            // Not as a difference of values from 0 on: over a short time that would be rounding.
            while (upTo > pieces.ends[piece + 1]) {
                if (hazard == pieces.ends[piece]) {
                    mass += pieces.mass[piece];
                    moment += pieces.moment[piece];
                } else {
                    part.integrate(hazard, pieces.ends[piece + 1]);
                    mass += part.mass;
                    moment += part.moment;
                }
                hazard = pieces.ends[++piece];
            }
            part.integrate(hazard, upTo);
            mass += part.mass;
            moment += part.moment;
            double area = width * incidence + next * mass - moment;
            hazard = upTo;
            incidence += mass;
            return area;
        }
    }

    /** The integral over a range of h: of the incidence, and of x times it. */
    private final class Part {
        private double mass;
        private double moment;

        void integrate(double from, double to) {
            mass = 0;
            moment = 0;
            double half = (to - from) / 2;
            if (!(half > 0)) {
                return;
            }
            double middle = from + half;
            for (int i = 0; i < RULE.nodes(); i++) {
                double h = middle + half * RULE.point(i);
                double x = first.inverseCumulativeHazard(h);
                double lost = other == null ? 0 : other.cumulativeHazard(x);
                double density = RULE.weight(i) * Math.exp(-h - lost);
                mass += density;
                // Where so many are lost that nobody is left, the time may be infinite.
                moment += density == 0 ? 0 : density * x;
            }
            mass *= half;
            moment *= half;
            if (Double.isNaN(mass)) {
                throw new ArithmeticException(
                        "the incidence is not a number between cumulative hazards of " + from + " and " + to);
            }
        }
    }

    private final class Pieces {
        private double[] ends = new double[32];
        private double[] mass = new double[32];
        private double[] moment = new double[32];
        private final double[] before;
        private int count;
        private double whole;

        Pieces() {
            double[] breakpoints = breakpoints();
            double[] masses = new double[breakpoints.length - 1];
            double[] moments = new double[breakpoints.length - 1];
            Part part = new Part();
            for (int k = 0; k < masses.length; k++) {
                part.integrate(breakpoints[k], breakpoints[k + 1]);
                masses[k] = part.mass;
                moments[k] = part.moment;
                whole += part.mass;
            }
            for (int k = 0; k < masses.length; k++) {
                refine(breakpoints[k], breakpoints[k + 1], masses[k], moments[k], MAX_DEPTH);
            }
            before = new double[count + 1];
            for (int k = 0; k < count; k++) {
                before[k + 1] = before[k] + mass[k];
            }
        }

        private void refine(double from, double to, double ofMass, double ofMoment, int depth) {
            double middle = from + (to - from) / 2;
            Part left = new Part();
            Part right = new Part();
            left.integrate(from, middle);
            right.integrate(middle, to);
            double sum = left.mass + right.mass;
            double sumOfMoments = left.moment + right.moment;
            double tolerated = TOLERANCE * whole;
            boolean agree = agree(ofMass, sum, tolerated)
                    && agree(ofMoment, sumOfMoments, tolerated * first.inverseCumulativeHazard(middle));
            if (agree || depth == 0 || !(from < middle && middle < to)) {
                add(to, sum, sumOfMoments);
                return;
            }
            refine(from, middle, left.mass, left.moment, depth - 1);
            refine(middle, to, right.mass, right.moment, depth - 1);
        }

        private boolean agree(double one, double other, double tolerated) {
            return !(Math.abs(one - other) > Math.max(tolerated, ROUNDING * Math.abs(other)));
        }

        private void add(double end, double ofMass, double ofMoment) {
            if (count + 1 == ends.length) {
                ends = Arrays.copyOf(ends, 2 * ends.length);
                mass = Arrays.copyOf(mass, 2 * mass.length);
                moment = Arrays.copyOf(moment, 2 * moment.length);
            }
            ends[count + 1] = end;
            mass[count] = ofMass;
            moment[count] = ofMoment;
            count++;
        }

        double clip(double hazard) {
            return Math.max(0.0, Math.min(hazard, ends[count])); // and no negative zero
        }

        /** The piece that holds a cumulative hazard, which is not beyond the last one. */
        int holding(double hazard) {
            int found = Arrays.binarySearch(ends, 0, count + 1, hazard);
            return Math.min(found >= 0 ? found : -found - 2, count - 1);
        }

        private double[] breakpoints() {
            double limit = Math.min(first.cumulativeHazard(Double.POSITIVE_INFINITY), LIMIT);
            DoubleStream times = Arrays.stream(first.knots());
            if (other != null) {
                times = DoubleStream.concat(times, Arrays.stream(other.knots()));
                times = DoubleStream.concat(times, Arrays.stream(LANDMARKS).map(other::inverseCumulativeHazard));
            }
            double[] inside = DoubleStream.concat(times.map(first::cumulativeHazard), Arrays.stream(LANDMARKS))
                    .filter(h -> h > 0 && h < limit)
                    .sorted()
                    .distinct()
                    .toArray();
            double[] all = new double[inside.length + 2];
            System.arraycopy(inside, 0, all, 1, inside.length);
            all[all.length - 1] = limit;
            return all;
        }
    }
}
