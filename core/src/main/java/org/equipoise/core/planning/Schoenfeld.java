package org.equipoise.core.planning;

import org.equipoise.core.numerics.StandardNormal;

/**
 * Power of the log-rank test from the number of events (Schoenfeld 1981, Biometrika 68:316-319; 1983, Biometrics
 * 39:499-503): Z is normal with variance 1 and mean (ln HR₀ - ln HR) √(r D) / (1 + r), D being the events and r the
 * allocation ratio. Z &gt; 0 favours the experimental arm.
 *
 * @param hazardRatio assumed hazard ratio, experimental over control; positive and finite
 * @param hazardRatioH0 hazard ratio under the null hypothesis: 1 for superiority, above 1 for non-inferiority; positive
 *     and finite
 * @param allocationRatio patients in the experimental arm per patient in the control arm; positive and finite
 * @param criticalValue the null hypothesis is rejected for Z ≥ this; finite
 */
public record Schoenfeld(double hazardRatio, double hazardRatioH0, double allocationRatio, double criticalValue) {

    /** @throws IllegalArgumentException when a ratio is not positive and finite, or the critical value not finite */
    public Schoenfeld {
        positive("hazard ratio", hazardRatio);
        positive("hazard ratio under the null hypothesis", hazardRatioH0);
        positive("allocation ratio", allocationRatio);
        if (!Double.isFinite(criticalValue)) {
            throw new IllegalArgumentException("critical value must be finite, was " + criticalValue);
        }
    }

    /**
     * Superiority with one final analysis.
     *
     * @param hazardRatio assumed hazard ratio, experimental over control; positive and finite
     * @param allocationRatio patients in the experimental arm per patient in the control arm; positive and finite
     * @param alpha one-sided level in (0, 1): half the level of a two-sided test
     * @throws IllegalArgumentException when one of these does not hold
     */
    public static Schoenfeld of(double hazardRatio, double allocationRatio, double alpha) {
        return new Schoenfeld(hazardRatio, 1, allocationRatio, upperQuantile("alpha", alpha));
    }

    /** The same with another null hypothesis: above 1 for non-inferiority. */
    public Schoenfeld withHazardRatioH0(double hazardRatioH0) {
        return new Schoenfeld(hazardRatio, hazardRatioH0, allocationRatio, criticalValue);
    }

    /** The same with the critical value of one look of a group-sequential design. */
    public Schoenfeld withCriticalValue(double criticalValue) {
        return new Schoenfeld(hazardRatio, hazardRatioH0, allocationRatio, criticalValue);
    }

    /**
     * Mean of Z with {@code events} ≥ 0 events; positive when the experimental arm does better than the null hypothesis
     * says.
     */
    public double drift(double events) {
        if (!(events >= 0)) {
            throw new IllegalArgumentException("events must be at least 0, was " + events);
        }
        return effect() * Math.sqrt(allocationRatio * events) / (1 + allocationRatio);
    }

    /** Probability of rejecting in favour of the experimental arm, with {@code events} ≥ 0 events. */
    public double power(double events) {
        return StandardNormal.upperTail(criticalValue - drift(events));
    }

    /**
     * Probability of rejecting in either direction, with {@code events} ≥ 0 events and a critical value &gt; 0 on both
     * sides.
     */
    public double powerEitherSide(double events) {
        return power(events) + StandardNormal.upperTail(criticalValue + drift(events));
    }

    /**
     * Events that give {@link #power} {@code power}: (z + z_power)² (1 + r)² / (r (ln HR - ln HR₀)²), not rounded; 0
     * when the level alone gives that power.
     *
     * @param power in (0, 1)
     * @throws IllegalArgumentException when the power is out of range, or the hazard ratio is not below that of the
     *     null hypothesis, so that no number of events would do
     */
    public double requiredEvents(double power) {
        double needed = criticalValue - upperQuantile("power", power);
        if (needed <= 0) {
            return 0;
        }
        if (!(effect() > 0)) {
            throw new IllegalArgumentException(
                    "no number of events gives power " + power + ": the hazard ratio " + hazardRatio
                            + " must be less than that of the null hypothesis, " + hazardRatioH0
                            + " (where events are desirable, exchange the arms)");
        }
        double root = needed * (1 + allocationRatio) / effect();
        return root * root / allocationRatio;
    }

    private double effect() {
        return Math.log(hazardRatioH0) - Math.log(hazardRatio);
    }

    private static double upperQuantile(String what, double probability) {
        if (!(probability > 0 && probability < 1)) {
            throw new IllegalArgumentException(what + " must be greater than 0 and less than 1, was " + probability);
        }
        return StandardNormal.upperQuantile(probability);
    }

    private static void positive(String what, double value) {
        if (!(value > 0 && value <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException(what + " must be positive and finite, was " + value);
        }
    }
}
