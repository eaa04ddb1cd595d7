package org.equipoise.core.distribution;

/**
 * Exponential distribution: constant hazard.
 *
 * @param rate hazard, events per time unit, positive and finite
 */
public record Exponential(double rate) implements EventTimeDistribution {

    /** @throws IllegalArgumentException when the rate is not positive and finite */
    public Exponential {
        Require.positive("rate", rate);
    }

    /** By its hazard; see {@link #Exponential(double)}. */
    public static Exponential ofRate(double rate) {
        return new Exponential(rate);
    }

    /**
     * By its median.
     *
     * @throws IllegalArgumentException when the median is not positive and finite
     */
    public static Exponential ofMedian(double median) {
        return new Exponential(StrictMath.log(2) / Require.positive("median", median));
    }

    /**
     * Through one point of its survival curve.
     *
     * @param probability probability of no event by {@code at}, in (0, 1)
     * @param at a time &gt; 0
     * @throws IllegalArgumentException when one of these does not hold
     */
    public static Exponential ofSurvival(double probability, double at) {
        Require.insideUnit("survival probability", probability);
        return new Exponential(-StrictMath.log(probability) / Require.positive("time of the survival probability", at));
    }

    @Override
    public double survival(double time) {
        return time <= 0 ? 1 : StrictMath.exp(-rate * time);
    }

    @Override
    public double cumulativeHazard(double time) {
        return time <= 0 ? 0 : rate * time;
    }

    @Override
    public double hazard(double time) {
        return time < 0 ? 0 : rate;
    }

    @Override
    public double inverseCumulativeHazard(double cumulativeHazard) {
        return cumulativeHazard * mean();
    }

    @Override
    public double mean() {
        return 1 / rate;
    }

    @Override
    public double[] knots() {
        return new double[0];
    }

    @Override
    public void toEventTimes(double[] exponentials, int from, int to) {
        double mean = mean();
        for (int i = from; i < to; i++) {
            exponentials[i] *= mean;
        }
    }
}
