package org.equipoise.simulator.reading;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.equipoise.core.numerics.StandardNormal;
import org.equipoise.simulator.reading.Node.Scalar;
import org.equipoise.simulator.scenario.Doc;
import org.equipoise.simulator.scenario.Faults;
import org.equipoise.simulator.scenario.Range;
import org.jspecify.annotations.Nullable;

/**
 * How a value that is not known is distributed, so that a sweep can draw it. Numbers that are drawn are rounded to six
 * digits, or two more than their limits have: what stands in the table of results is what was simulated.
 */
@Doc("How a value is drawn: one of a list, {from, to}, {triangular}, {normal} or {logNormal}.")
sealed interface AssumedValues permits SweepValues.Listed, AssumedValues.Between, AssumedValues.OfLaw {
    /** The value below which a share {@code u} of the draws lies, {@code u} in (0, 1). */
    Node at(double u, Place place);

    /** Numbers of a continuous distribution. */
    sealed interface OfLaw extends AssumedValues permits Triangular, Normal, LogNormal {
        /** The quantile. */
        double quantile(double u);

        @Override
        default Node at(double u, Place place) {
            BigDecimal drawn = BigDecimal.valueOf(quantile(u));
            return new Scalar(place, SweepValues.plain(drawn.round(SweepValues.digits())), false);
        }
    }

    /**
     * Any number of an interval, or one of those that a step leads to, all with the same probability.
     *
     * @param from the least
     * @param to the largest
     * @param step from one to the next; null for any
     */
    @Doc("Any number of an interval, or with a step one of those that it leads to, all with the same probability.")
    record Between(
            @Doc("The least.") BigDecimal from,
            @Doc("The largest.") BigDecimal to,

            @Doc("Distance of one from the next, such as 1 for whole numbers; any number when left out.")
            @Range(above = 0)
            @Nullable
            BigDecimal step)
            implements AssumedValues {
        /** Validates the values. */
        public Between {
            Faults.of(Between.class, from, to, step)
                    .and(f -> check(f, from, to, step))
                    .throwIfAny();
        }

        static void check(
                Faults faults, @Nullable BigDecimal from, @Nullable BigDecimal to, @Nullable BigDecimal step) {
            SweepValues.Spaced.check(faults, from, to, step, step == null ? Integer.valueOf(2) : null);
        }

        @Override
        public Node at(double u, Place place) {
            BigDecimal share = new BigDecimal(u);
            BigDecimal drawn;
            if (step == null) {
                drawn = from.add(to.subtract(from).multiply(share)).round(SweepValues.digits(from, to));
            } else {
                BigDecimal steps = to.subtract(from).divideToIntegralValue(step).add(BigDecimal.ONE);
                drawn = from.add(step.multiply(steps.multiply(share).setScale(0, RoundingMode.FLOOR)));
            }
            return new Scalar(place, SweepValues.plain(drawn), false);
        }
    }

    /**
     * Numbers that are likeliest at their mode.
     *
     * @param triangular the parameters
     */
    @Doc("A triangular distribution.")
    record Triangular(@Doc("from, mode and to.") Corners triangular) implements OfLaw {
        @Override
        public double quantile(double u) {
            double left = triangular.mode - triangular.from;
            double right = triangular.to - triangular.mode;
            double width = left + right;
            return u * width < left
                    ? triangular.from + Math.sqrt(u * width * left)
                    : triangular.to - Math.sqrt((1 - u) * width * right);
        }
    }

    /**
     * Corners of a triangle.
     *
     * @param from the least
     * @param mode the likeliest
     * @param to the largest
     */
    @Doc("from, mode and to.")
    record Corners(
            @Doc("The least.") @Range(atLeast = -1e9, atMost = 1e9)
            double from,

            @Doc("The likeliest.") @Range(atLeast = -1e9, atMost = 1e9)
            double mode,

            @Doc("The largest.") @Range(atLeast = -1e9, atMost = 1e9)
            double to) {
        /** Validates the values. */
        public Corners {
            Faults.of(Corners.class, from, mode, to)
                    .and(f -> check(f, from, mode, to))
                    .throwIfAny();
        }

        static void check(Faults faults, @Nullable Double from, @Nullable Double mode, @Nullable Double to) {
            if (from != null && to != null && !(from < to)) {
                faults.add("to", "must be above from", "ranges ascend");
            } else if (from != null && mode != null && to != null && !(from <= mode && mode <= to)) {
                faults.add("mode", "must lie between from and to", "");
            }
        }
    }

    /**
     * Numbers of a normal distribution.
     *
     * @param normal the parameters
     */
    @Doc("A normal distribution.")
    record Normal(@Doc("mean and sd.") MeanAndSd normal) implements OfLaw {
        @Override
        public double quantile(double u) {
            return normal.mean - normal.sd * StandardNormal.upperQuantile(u);
        }
    }

    /**
     * Parameters of a normal distribution.
     *
     * @param mean its mean
     * @param sd its standard deviation
     */
    @Doc("mean and sd.")
    record MeanAndSd(
            @Doc("Mean.") @Range(atLeast = -1e9, atMost = 1e9)
            double mean,

            @Doc("Standard deviation.") @Range(above = 0, atMost = 1e9)
            double sd) {
        /** Validates the values. */
        public MeanAndSd {
            Faults.of(MeanAndSd.class, mean, sd).throwIfAny();
        }
    }

    /**
     * Numbers whose logarithm has a normal distribution.
     *
     * @param logNormal the parameters
     */
    @Doc("A log-normal distribution.")
    record LogNormal(@Doc("median and sigma.") MedianAndSigma logNormal) implements OfLaw {
        @Override
        public double quantile(double u) {
            return logNormal.median * StrictMath.exp(-logNormal.sigma * StandardNormal.upperQuantile(u));
        }
    }

    /**
     * Parameters of a log-normal distribution.
     *
     * @param median its median
     * @param sigma standard deviation of the logarithm
     */
    @Doc("median and sigma.")
    record MedianAndSigma(
            @Doc("Median.") @Range(atLeast = 1e-9, atMost = 1e9)
            double median,

            @Doc("Standard deviation of the logarithm.") @Range(above = 0, atMost = 10)
            double sigma) {
        /** Validates the values. */
        public MedianAndSigma {
            Faults.of(MedianAndSigma.class, median, sigma).throwIfAny();
        }
    }
}
