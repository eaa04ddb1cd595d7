package org.equipoise.core.planning.logrank;

import java.util.List;
import org.equipoise.core.planning.ExpectedEvents;
import org.equipoise.core.planning.PlannedTrial;

/**
 * Weight of a weighted log-rank test: a function of the pooled Kaplan-Meier estimate just before an event, or a power
 * of the number at risk. Multiplying a weight by a constant changes nothing.
 */
public final class TestWeight implements PlannedTest {
    /** Every event counts the same (Mantel 1966, Cancer Chemotherapy Reports 50:163-170). */
    public static final TestWeight LOG_RANK = new TestWeight(0, 0, 0, Double.POSITIVE_INFINITY, false);

    /** Number at risk (Gehan 1965, Biometrika 52:203-223). */
    public static final TestWeight GEHAN = new TestWeight(0, 0, 1, Double.POSITIVE_INFINITY, false);

    /** Root of the number at risk (Tarone and Ware 1977, Biometrika 64:156-160). */
    public static final TestWeight TARONE_WARE = new TestWeight(0, 0, 0.5, Double.POSITIVE_INFINITY, false);

    private final double rho;
    private final double gamma;
    private final double atRiskPower;
    private final double horizon;
    private final boolean modest;

    private TestWeight(double rho, double gamma, double atRiskPower, double horizon, boolean modest) {
        this.rho = rho;
        this.gamma = gamma;
        this.atRiskPower = atRiskPower;
        this.horizon = horizon;
        this.modest = modest;
    }

    /**
     * S^ρ (1 - S)^γ (Fleming and Harrington 1991, "Counting processes and survival analysis", section 7.4).
     *
     * @param rho ≥ 0 and finite
     * @param gamma ≥ 0 and finite
     * @throws IllegalArgumentException when one of these does not hold
     */
    public static TestWeight flemingHarrington(double rho, double gamma) {
        requireExponent("rho", rho);
        requireExponent("gamma", gamma);
        return new TestWeight(rho, gamma, 0, Double.POSITIVE_INFINITY, false);
    }

    /**
     * 1 / max(S(t), S(τ)) (Magirr and Burman 2019, Statistics in Medicine 38:3782-3790).
     *
     * @param tau patient time from which the weight stays as it is; positive
     * @throws IllegalArgumentException when it is not positive
     */
    public static TestWeight modestlyWeighted(double tau) {
        if (!(tau > 0)) {
            throw new IllegalArgumentException("tau must be positive, was " + tau);
        }
        return new TestWeight(0, 0, 0, tau, true);
    }

    private static void requireExponent(String what, double value) {
        if (!(value >= 0 && value <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException(what + " must be finite and at least 0, was " + value);
        }
    }

    @Override
    public JointMoments joint(PlannedTrial trial, double hazardRatioH0, List<Look> looks) {
        return test(trial, hazardRatioH0).joint(looks);
    }

    @Override
    public double firstOrder(PlannedTrial trial, double hazardRatioH0, Look look, double criticalValue) {
        return criticalValue - test(trial, hazardRatioH0).firstOrder(look).mean();
    }

    /** The events, whatever their weights, as other programs have it. */
    @Override
    public double[] information(PlannedTrial trial, double hazardRatioH0, List<Look> looks) {
        ExpectedEvents expected = ExpectedEvents.of(trial);
        return looks.stream().mapToDouble(look -> look.eventsOf(expected)).toArray();
    }

    @Override
    public boolean countsEvents() {
        return this == LOG_RANK;
    }

    private WeightedLogRank test(PlannedTrial trial, double hazardRatioH0) {
        return WeightedLogRank.of(trial, this).withHazardRatioH0(hazardRatioH0);
    }

    /** Power of the number at risk. */
    double atRiskPower() {
        return atRiskPower;
    }

    /** The part of the weight that depends on the number at risk. */
    double ofNumber(double atRisk) {
        return atRiskPower == 0 ? 1 : Math.pow(atRisk, atRiskPower);
    }

    /** Patient time beyond which the weight no longer follows the Kaplan-Meier estimate. */
    double horizon() {
        return horizon;
    }

    /** Whether it is smooth where that estimate is near 1. */
    boolean isSmoothEarly() {
        return gamma == 0;
    }

    /** Whether it depends on the Kaplan-Meier estimate at all. */
    boolean followsHazard() {
        return modest || rho > 0 || gamma > 0;
    }

    /**
     * Weight at S = exp(-{@code hazard}), the cumulative hazard being &gt; 0; without the power of the number at risk.
     */
    double value(double hazard) {
        if (modest) {
            return Math.exp(hazard);
        }
        double early = rho == 0 ? 1 : Math.exp(-rho * hazard);
        return gamma == 0 ? early : early * Math.pow(-Math.expm1(-hazard), gamma);
    }

    /** Derivative of {@link #value} over itself. */
    double logSlope(double hazard) {
        return modest ? 1 : gamma == 0 ? -rho : gamma / Math.expm1(hazard) - rho;
    }

    /** Second derivative of {@link #value} over itself. */
    double relativeCurvature(double hazard) {
        double slope = logSlope(hazard);
        if (gamma == 0) {
            return slope * slope;
        }
        double odds = 1 / Math.expm1(hazard);
        return slope * slope - gamma * odds * (1 + odds);
    }
}
