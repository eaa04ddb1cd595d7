package org.equipoise.core.planning.curves;

import org.equipoise.core.numerics.StandardNormal;

/**
 * Difference of a figure of two survival curves, and how its estimate varies. Larger is better.
 *
 * @param patients number of patients for which the cumulants hold
 * @param control true figure of the control arm
 * @param experimental true figure of the experimental arm
 * @param difference experimental minus control on the scale of the test
 * @param cumulants of the estimated difference and of its estimated variance
 */
public record CurveComparison(
        double patients, double control, double experimental, double difference, CurveCumulants cumulants) {
    /**
     * Variance of the estimated difference to first order; inversely proportional to the number of patients when they
     * come over the same time.
     */
    public double variance() {
        return cumulants.variance();
    }

    /** Mean of Z to first order, for superiority. */
    double drift() {
        return difference / Math.sqrt(variance());
    }

    /**
     * Probability, to first order, that estimate minus {@code margin} exceeds {@code criticalValue} standard errors.
     *
     * @param criticalValue for a one-sided level of 0.025, 1.96
     * @param margin difference under the null hypothesis: 0 for superiority, negative for non-inferiority
     */
    public double power(double criticalValue, double margin) {
        return StandardNormal.upperTail(criticalValue - (difference - margin) / Math.sqrt(variance()));
    }

    /**
     * Patients, not rounded, for whom {@link #power} is {@code power} when they come over the same time.
     *
     * @param power above the level, below 1
     * @throws IllegalArgumentException when the power is out of range, or the difference does not exceed the margin, so
     *     that no number of patients would do
     */
    public double requiredPatients(double criticalValue, double margin, double power) {
        if (!(power > StandardNormal.upperTail(criticalValue) && power < 1)) {
            throw new IllegalArgumentException("power must be above the level "
                    + StandardNormal.upperTail(criticalValue) + " and below 1, was " + power);
        }
        if (!(difference > margin)) {
            throw new IllegalArgumentException("no number of patients gives power " + power + ": the difference "
                    + difference + " must exceed that of the null hypothesis, " + margin);
        }
        double needed = criticalValue - StandardNormal.upperQuantile(power);
        double effect = difference - margin;
        return patients * needed * needed * variance() / (effect * effect);
    }
}
