package org.equipoise.core.distribution;

/**
 * Distribution of the time from randomisation to one kind of event, on (0, ∞].
 *
 * <p>Times are in whatever unit the parameters are in, hazards in events per that unit. A distribution may be improper
 * (cure): with positive probability the event never happens, and the time is {@link Double#POSITIVE_INFINITY}.
 *
 * <p>Every implementation is immutable. {@link #inverseCumulativeHazard} is deterministic to the last bit on every
 * machine, because event times are sampled through it.
 */
public sealed interface EventTimeDistribution
        permits Exponential,
                PiecewiseExponential,
                Weibull,
                LogNormal,
                LogLogistic,
                Gompertz,
                MixtureCure,
                Mixture,
                ProportionalHazards {

    /** Probability of no event up to and including {@code time}; 1 at or before 0. */
    double survival(double time);

    /** Integral of the hazard from 0 to {@code time}, that is {@code -ln survival(time)}; 0 at or before 0. */
    double cumulativeHazard(double time);

    /**
     * Hazard at {@code time} &gt; 0, right-continuous at a jump. At 0 it is the limit from the right, which may be 0 or
     * infinite; before 0 it is 0.
     */
    double hazard(double time);

    /**
     * Time at which the cumulative hazard reaches {@code cumulativeHazard} ≥ 0; infinite when it never does. Applied to
     * a standard exponential it gives an event time.
     */
    double inverseCumulativeHazard(double cumulativeHazard);

    /** Mean event time; infinite when the event may never happen. */
    double mean();

    /** Ascending times &gt; 0 at which hazard or density is not smooth; a new array at each call. */
    double[] knots();

    /** Density at {@code time}: hazard times survival. */
    default double density(double time) {
        double survival = survival(time);
        return survival == 0 ? 0 : hazard(time) * survival;
    }

    /**
     * Time by which a share {@code probability} in [0, 1] has had the event; infinite when that share is never reached.
     */
    default double quantile(double probability) {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("probability must be in [0, 1], was " + probability);
        }
        return inverseCumulativeHazard(-StrictMath.log1p(-probability));
    }

    /** Probability that the event never happens. */
    default double cureFraction() {
        return survival(Double.POSITIVE_INFINITY);
    }

    /** Time by which half have had the event; infinite when fewer than half ever do. */
    default double median() {
        return inverseCumulativeHazard(StrictMath.log(2));
    }

    /**
     * Turns standard exponentials into event times, column-wise.
     *
     * @param exponentials standard exponential draws; modified: overwritten by event times
     * @param from first index
     * @param to index after the last
     */
    default void toEventTimes(double[] exponentials, int from, int to) {
        for (int i = from; i < to; i++) {
            exponentials[i] = inverseCumulativeHazard(exponentials[i]);
        }
    }
}
