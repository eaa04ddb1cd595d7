package org.equipoise.core.planning.twosample;

import org.equipoise.core.numerics.StandardNormal;
import org.equipoise.core.numerics.StudentT;

/**
 * A comparison of two means by the t-test, whose Z is the standard normal value that is exceeded with the same
 * probability as T.
 *
 * @param difference true difference of the means, experimental minus control
 * @param standardDeviation of both arms; positive
 * @param margin as in {@link MeanPlan}
 * @param known whether the standard deviation is taken as known: the textbooks' normal approximation
 */
public record Means(double difference, double standardDeviation, double margin, boolean known)
        implements TwoSampleTest {
    @Override
    public double exceeds(double z, double controls, double experimentals) {
        MeanPlan plan = new MeanPlan(
                difference, standardDeviation, experimentals / controls, margin, StandardNormal.upperTail(z));
        double patients = controls + experimentals;
        return known ? plan.normalPower(patients) : plan.power(patients);
    }

    /** With the standard deviation as assumed. */
    @Override
    public double differenceAt(double z, double controls, double experimentals) {
        double degrees = controls + experimentals - 2;
        double critical = known ? z : StudentT.upperQuantile(StandardNormal.upperTail(z), degrees);
        return critical * standardDeviation * Math.sqrt(1 / controls + 1 / experimentals) - margin;
    }
}
