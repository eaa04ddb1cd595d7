package org.equipoise.core.survival;

import org.equipoise.core.numerics.ConfidenceLevel;
import org.equipoise.core.numerics.Limits;
import org.equipoise.core.numerics.StandardNormal;

/**
 * A ratio whose logarithm is normal in large samples.
 *
 * @param estimate the ratio, experimental over control; ≥ 0, may be infinite
 * @param logStandardError standard error of its logarithm; infinite when the logarithm is
 */
public record RatioEstimate(double estimate, double logStandardError) {
    /** The ratio of two independent estimates ≥ 0, by the delta method. */
    static RatioEstimate of(double numerator, double numeratorError, double denominator, double denominatorError) {
        if (!(numerator > 0 && denominator > 0)) {
            double ratio = numerator == denominator ? 1 : numerator / denominator;
            return new RatioEstimate(ratio, Double.POSITIVE_INFINITY);
        }
        double logError = Math.hypot(numeratorError / numerator, denominatorError / denominator);
        return new RatioEstimate(numerator / denominator, logError);
    }

    /**
     * Two-sided limits, symmetric on the logarithmic scale; 0 and infinity when the standard error is infinite.
     *
     * @param level confidence level in (0, 1), such as 0.95
     */
    public Limits limits(double level) {
        double halfWidth = ConfidenceLevel.halfWidth(level) * logStandardError;
        if (halfWidth == Double.POSITIVE_INFINITY) {
            return new Limits(0, Double.POSITIVE_INFINITY);
        }
        double factor = StrictMath.exp(halfWidth);
        return new Limits(estimate / factor, estimate * factor);
    }

    /** Two-sided p-value of a ratio of 1; 1 when the standard error is 0 or infinite. */
    public double pTwoSided() {
        boolean testable = logStandardError > 0 && logStandardError < Double.POSITIVE_INFINITY;
        double z = testable ? StrictMath.log(estimate) / logStandardError : 0;
        return 2 * StandardNormal.upperTail(Math.abs(z));
    }
}
