package org.equipoise.core.distribution;

import org.equipoise.core.numerics.StepFunction;

/**
 * Piecewise exponential distribution: a hazard that is constant between given times. With a last hazard of 0 the event
 * may never happen.
 *
 * @param hazards hazard over time, events per time unit, each ≥ 0
 */
public record PiecewiseExponential(StepFunction hazards) implements EventTimeDistribution {

    /**
     * By its pieces.
     *
     * @param starts times from which the hazards hold, ascending, the first is 0; not modified, not kept
     * @param hazards finite and ≥ 0, as many as starts; not modified, not kept
     * @throws IllegalArgumentException when one of these does not hold
     */
    public static PiecewiseExponential of(double[] starts, double[] hazards) {
        return new PiecewiseExponential(StepFunction.of("hazards", starts, hazards));
    }

    @Override
    public double survival(double time) {
        return StrictMath.exp(-hazards.integral(time));
    }

    @Override
    public double cumulativeHazard(double time) {
        return hazards.integral(time);
    }

    @Override
    public double hazard(double time) {
        return hazards.value(time);
    }

    @Override
    public double inverseCumulativeHazard(double cumulativeHazard) {
        return hazards.inverseIntegral(cumulativeHazard);
    }

    @Override
    public double mean() {
        if (hazards.lastValue() == 0) {
            return Double.POSITIVE_INFINITY;
        }
        double sum = 0;
        for (int k = 0; k < hazards.size(); k++) {
            double hazard = hazards.stepValue(k);
            double length = k + 1 < hazards.size() ? hazards.start(k + 1) - hazards.start(k) : Double.POSITIVE_INFINITY;
            double held = hazard == 0 ? length : -StrictMath.expm1(-hazard * length) / hazard;
            sum += StrictMath.exp(-hazards.integralAtStart(k)) * held;
        }
        return sum;
    }

    @Override
    public double[] knots() {
        return hazards.jumps();
    }

    @Override
    public void toEventTimes(double[] exponentials, int from, int to) {
        for (int i = from; i < to; i++) {
            exponentials[i] = hazards.inverseIntegral(exponentials[i]);
        }
    }
}
