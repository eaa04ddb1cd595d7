package org.equipoise.core.planning.curves;

/**
 * Joint cumulants of an estimate and of its estimated variance, as far as Z needs them to second order in 1/√patients.
 *
 * @param variance of the estimate to first order: what its estimated variance tends to
 * @param mean of the estimate
 * @param trueVariance of the estimate, to second order
 * @param third of the estimate
 * @param estimatedVariance mean of the estimated variance, to second order
 * @param covariance of estimate and estimated variance
 * @param varianceOfVariance variance of the estimated variance
 * @param mixed of the estimate, twice, and the estimated variance
 */
public record CurveCumulants(
        double variance,
        double mean,
        double trueVariance,
        double third,
        double estimatedVariance,
        double covariance,
        double varianceOfVariance,
        double mixed) {
    static final CurveCumulants NONE = new CurveCumulants(0, 0, 0, 0, 0, 0, 0, 0);

    /** Of the sum of independent estimates. */
    CurveCumulants plus(CurveCumulants other) {
        return new CurveCumulants(
                variance + other.variance,
                mean + other.mean,
                trueVariance + other.trueVariance,
                third + other.third,
                estimatedVariance + other.estimatedVariance,
                covariance + other.covariance,
                varianceOfVariance + other.varianceOfVariance,
                mixed + other.mixed);
    }

    /** Of the estimate times a constant. */
    CurveCumulants times(double factor) {
        double square = factor * factor;
        return new CurveCumulants(
                square * variance,
                factor * mean,
                square * trueVariance,
                factor * square * third,
                square * estimatedVariance,
                factor * square * covariance,
                square * square * varianceOfVariance,
                square * square * mixed);
    }

    /**
     * Of a function of the estimate, whose estimated variance is that of the estimate times the square of the
     * derivative there.
     *
     * @param value of the function at the mean; derivatives there follow
     */
    CurveCumulants transformed(double value, double first, double second, double thirdDerivative) {
        double square = first * first;
        double slope = 2 * first * second;
        double curvature = 2 * (second * second + first * thirdDerivative);
        double pull = square * covariance + slope * variance * variance;
        return new CurveCumulants(
                square * variance,
                value + second * variance / 2,
                square * trueVariance
                        + first * second * third
                        + (second * second / 2 + first * thirdDerivative) * variance * variance,
                first * square * third + 3 * square * second * variance * variance,
                square * estimatedVariance + slope * covariance + curvature * variance * variance / 2,
                first * pull,
                square * square * varianceOfVariance
                        + 2 * square * slope * variance * covariance
                        + slope * slope * variance * variance * variance,
                square
                                * (square * mixed
                                        + slope * variance * third
                                        + 2 * slope * variance * covariance
                                        + curvature * variance * variance * variance)
                        + 2 * first * second * variance * pull);
    }

    /** Of Z, the estimate minus {@code margin} over the root of its estimated variance. */
    ZCumulants standardised(double margin) {
        double m = (mean - margin) / Math.sqrt(variance);
        double excess = trueVariance / variance - 1;
        double bias = estimatedVariance / variance - 1;
        double pull = covariance / (variance * Math.sqrt(variance));
        double scatter = varianceOfVariance / (variance * variance);
        double joint = mixed / (variance * variance);
        double skew = third / (variance * Math.sqrt(variance));
        // Z = (m + W) (1 - δ/2 + 3 δ²/8 - …) with W of variance about 1 and δ the relative error of the variance.
        return new ZCumulants(
                m * (1 - bias / 2 + 0.375 * scatter) - pull / 2,
                1 + excess - bias - joint + scatter + 1.75 * pull * pull - m * pull + m * m * scatter / 4,
                skew - 3 * pull + m * (1.5 * (scatter - joint) + 3.75 * pull * pull));
    }
}
