package org.equipoise.core.enrolment;

import java.util.Arrays;
import org.equipoise.core.numerics.StepFunction;

/**
 * A number of patients who come at rates that are piecewise constant over calendar time, from time 0 on. The last rate
 * goes on until all have come.
 *
 * @param patients number of patients, at least 1
 * @param rates patients per time unit, each ≥ 0, the last one &gt; 0
 */
public record Enrolment(int patients, StepFunction rates) {

    /** @throws IllegalArgumentException when there is no patient, or the last rate is 0 */
    public Enrolment {
        if (patients < 1) {
            throw new IllegalArgumentException("patients must be at least 1, was " + patients);
        }
        if (!(rates.lastValue() > 0)) {
            throw new IllegalArgumentException(
                    "the last of the enrolment rates must be greater than 0, or the trial might never fill: " + rates);
        }
    }

    /**
     * At piecewise constant rates.
     *
     * @param patients number of patients, at least 1
     * @param starts calendar times from which the rates hold, ascending, the first is 0; not modified, not kept
     * @param rates patients per time unit, ≥ 0, the last one &gt; 0, as many as starts; not modified, not kept
     * @throws IllegalArgumentException when one of these does not hold
     */
    public static Enrolment of(int patients, double[] starts, double[] rates) {
        return new Enrolment(patients, StepFunction.of("enrolment rates", starts, rates));
    }

    /**
     * At the constant rate that fills the trial in {@code duration}.
     *
     * @param patients number of patients, at least 1
     * @param duration positive and finite
     * @throws IllegalArgumentException when one of these does not hold
     */
    public static Enrolment over(int patients, double duration) {
        if (!(duration > 0 && duration <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("enrolment duration must be positive and finite, was " + duration);
        }
        return of(patients, new double[] {0}, new double[] {patients / duration});
    }

    /** Expected arrivals by calendar time {@code time}, were there no limit to their number; 0 at or before 0. */
    public double cumulative(double time) {
        return rates.integral(time);
    }

    /**
     * Calendar time by which {@code arrivals} are expected, were there no limit to their number; 0 for none.
     * Deterministic to the last bit, because entry times are sampled through it.
     */
    public double inverseCumulative(double arrivals) {
        return rates.inverseIntegral(arrivals);
    }

    /**
     * {@link #inverseCumulative} of a whole column.
     *
     * @param arrivals ascending, ≥ 0; modified: overwritten by calendar times
     * @param from first index
     * @param to index after the last
     */
    public void toCalendar(double[] arrivals, int from, int to) {
        rates.invertIntegrals(arrivals, from, to);
    }

    /** Patients expected by calendar time {@code time} when the numbers follow the rates exactly. */
    public double expectedEnrolled(double time) {
        return Math.min(cumulative(time), patients);
    }

    /** Calendar time by which {@code expected} patients are expected; infinite for more than there are. */
    public double timeOf(double expected) {
        return expected > patients ? Double.POSITIVE_INFINITY : inverseCumulative(expected);
    }

    /** Calendar time by which all patients are expected. */
    public double duration() {
        return inverseCumulative(patients);
    }

    /**
     * Ascending calendar times &gt; 0 at which {@link #expectedEnrolled} has a kink, {@link #duration} the last; a new
     * array.
     */
    public double[] knots() {
        double end = duration();
        double[] before = Arrays.stream(rates.jumps()).filter(t -> t < end).toArray();
        double[] knots = Arrays.copyOf(before, before.length + 1);
        knots[before.length] = end;
        return knots;
    }
}
