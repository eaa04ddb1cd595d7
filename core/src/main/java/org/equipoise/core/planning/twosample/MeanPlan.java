package org.equipoise.core.planning.twosample;

import org.equipoise.core.numerics.Roots;
import org.equipoise.core.numerics.StandardNormal;
import org.equipoise.core.numerics.StudentT;

/**
 * Power and size of the t-test whether the experimental mean exceeds the control mean: with N patients, T is noncentral
 * t with N - 2 degrees of freedom and noncentrality (difference + margin) / (σ √(1/n_E + 1/n_C)) (for example Julious
 * 2004, Statistics in Medicine 23:1921-1986, section 3).
 *
 * @param difference true difference of the means, experimental minus control; finite
 * @param standardDeviation of both arms; positive and finite
 * @param allocationRatio patients in the experimental arm per patient in the control arm; positive and finite
 * @param margin the null hypothesis is difference ≤ -margin: 0 for superiority, positive for non-inferiority; finite
 * @param alpha one-sided level in (0, 1)
 */
public record MeanPlan(
        double difference, double standardDeviation, double allocationRatio, double margin, double alpha) {

    /** @throws IllegalArgumentException when one of the above does not hold */
    public MeanPlan {
        if (!Double.isFinite(difference) || !Double.isFinite(margin)) {
            throw new IllegalArgumentException(
                    "difference and margin must be finite, were " + difference + " and " + margin);
        }
        requirePositive("standard deviation", standardDeviation);
        requirePositive("allocation ratio", allocationRatio);
        if (!(alpha > 0 && alpha < 1)) {
            throw new IllegalArgumentException("alpha must be greater than 0 and less than 1, was " + alpha);
        }
    }

    private static void requirePositive(String what, double value) {
        if (!(value > 0 && value <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException(what + " must be positive and finite, was " + value);
        }
    }

    /**
     * Probability of rejecting the null hypothesis in favour of the experimental arm.
     *
     * @param patients of both arms, more than 2, not necessarily whole
     * @throws IllegalArgumentException when there are not
     */
    public double power(double patients) {
        if (!(patients > 2)) {
            throw new IllegalArgumentException("patients must be more than 2, were " + patients);
        }
        double degrees = patients - 2;
        return StudentT.noncentralUpperTail(
                StudentT.upperQuantile(alpha, degrees), degrees, Math.sqrt(patients) * driftPerRoot());
    }

    /** {@link #power} were the standard deviation known. */
    public double normalPower(double patients) {
        return StandardNormal.upperTail(StandardNormal.upperQuantile(alpha) - Math.sqrt(patients) * driftPerRoot());
    }

    /**
     * Patients of both arms, not rounded, for whom {@link #power} is {@code power}.
     *
     * @param power in (alpha, 1)
     * @throws IllegalArgumentException when it is out of range, or no number would do
     */
    public double requiredPatients(double power) {
        double normal = requiredPatientsNormal(power);
        double lower = Math.max(2.0001, Math.min(normal, 2.5));
        double upper = normal + 10;
        while (power(upper) < power) {
            upper *= 2;
        }
        return power(lower) >= power ? lower : Roots.between(this::power, power, lower, upper);
    }

    /** Patients of both arms, not rounded, for whom {@link #normalPower} is {@code power}. */
    public double requiredPatientsNormal(double power) {
        if (!(power > alpha && power < 1)) {
            throw new IllegalArgumentException("power must be in (" + alpha + ", 1), was " + power);
        }
        if (!(driftPerRoot() > 0)) {
            throw new IllegalArgumentException("no number of patients gives power " + power + ": the difference "
                    + difference + " must exceed that of the null hypothesis, " + -margin);
        }
        double root = (StandardNormal.upperQuantile(alpha) - StandardNormal.upperQuantile(power)) / driftPerRoot();
        return root * root;
    }

    private double driftPerRoot() {
        return (difference + margin) / standardDeviation * Math.sqrt(allocationRatio) / (1 + allocationRatio);
    }
}
