package org.equipoise.core.planning.logrank;

/**
 * A rate per unit of patient time that depends on the numbers at risk, with its derivatives at one point: k(y₁, y₀) =
 * y^e φ(x), y being y₁ + y₀ and x = y₁ / y the experimental share of those at risk.
 */
final class RiskRate {
    private double x;
    private double exponent;
    private double phi;
    private double slope;
    private double curvature;
    private double scale;
    private double atRisk;

    /** Moves to {@code x} and {@code atRisk} patients at risk; what φ is must be said next. */
    private void at(double x, double atRisk, double exponent) {
        this.x = x;
        this.atRisk = atRisk;
        this.exponent = exponent;
        scale = exponent == 1 ? atRisk : exponent == 0 ? 1 : Math.pow(atRisk, exponent);
    }

    /**
     * Rate at which the score grows, apart from the weight: y^e times (θλ₀ - λ₁) x (1 - x) / (1 + (θ - 1) x), with θ
     * the hazard ratio under the null hypothesis.
     */
    void score(double x, double atRisk, double exponent, double theta, double control, double experimental) {
        at(x, atRisk, exponent);
        double excess = theta * control - experimental;
        double denominator = 1 + (theta - 1) * x;
        double product = x * (1 - x);
        double first = (1 - 2 * x) * denominator - product * (theta - 1);
        phi = excess * product / denominator;
        slope = excess * first / (denominator * denominator);
        curvature = excess
                * (-2 * denominator * denominator - 2 * (theta - 1) * first)
                / (denominator * denominator * denominator);
    }

    /** Rate at which the variance grows, apart from the squared weight: y^e times p (1 - p) (x λ₁ + (1 - x) λ₀). */
    void variance(double x, double atRisk, double exponent, double theta, double control, double experimental) {
        at(x, atRisk, exponent);
        double excess = theta - 1;
        double d = 1 + excess * x;
        double product = x * (1 - x);
        double linear = 1 - 2 * x;
        double binomial = theta * product / (d * d);
        double first = theta * (linear * d - 2 * product * excess) / (d * d * d);
        double second = theta
                * ((-2 * d - linear * excess) * d - 3 * excess * (linear * d - 2 * product * excess))
                / (d * d * d * d);
        double hazard = control + (experimental - control) * x;
        double change = experimental - control;
        phi = binomial * hazard;
        slope = first * hazard + binomial * change;
        curvature = second * hazard + 2 * first * change;
    }

    /**
     * Rate at which Σ p (1 - p) (1 - 2p) grows, for {@code order} 3, or Σ p (1 - p) (1 - 6p + 6p²), for 4: the third
     * and fourth cumulants of the arm of an event. Its second derivatives are not known.
     */
    void cumulant(int order, double x, double atRisk, double theta, double control, double experimental) {
        at(x, atRisk, 1);
        double d = 1 + (theta - 1) * x;
        double p = theta * x / d;
        double product = p * (1 - p);
        double fourth = product * (1 - 6 * product);
        double value = order == 3 ? product * (1 - 2 * p) : fourth;
        double byLog = order == 3 ? fourth : product * (1 - 2 * p) * (1 - 12 * product);
        double hazard = control + (experimental - control) * x;
        phi = value * hazard;
        // With p goes its logit, ln θ + ln x - ln(1 - x).
        slope = byLog / (x * (1 - x)) * hazard + value * (experimental - control);
        curvature = Double.NaN;
    }

    /** Hazard of those at risk: x λ₁ + (1 - x) λ₀. */
    void pooledHazard(double x, double atRisk, double control, double experimental) {
        at(x, atRisk, 0);
        phi = control + (experimental - control) * x;
        slope = experimental - control;
        curvature = 0;
    }

    double value() {
        return scale * phi;
    }

    double byExperimental() {
        return scale / atRisk * (exponent * phi + (1 - x) * slope);
    }

    double byControl() {
        return scale / atRisk * (exponent * phi - x * slope);
    }

    /** Mean of the second derivative along random numbers at risk with these variances and this covariance. */
    double meanCurvature(double varControl, double varExperimental, double covariance) {
        double total = varControl + varExperimental + 2 * covariance;
        double mixed = (1 - x) * (varExperimental + covariance) - x * (varControl + covariance);
        double shift = (1 - x) * (1 - x) * varExperimental + x * x * varControl - 2 * x * (1 - x) * covariance;
        double e = exponent;
        return scale
                / (atRisk * atRisk)
                * (e * (e - 1) * phi * total + 2 * (e - 1) * slope * mixed + curvature * shift);
    }
}
