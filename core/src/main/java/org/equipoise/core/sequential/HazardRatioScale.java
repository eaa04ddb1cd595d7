package org.equipoise.core.sequential;

/**
 * Between Z of a log-rank test and the hazard ratio, experimental over control: ln HR ≈ ln HR₀ - Z / √information, with
 * information r D / (1 + r)² (Schoenfeld 1981, Biometrika 68:316-319). Z &gt; 0 favours the experimental arm.
 *
 * @param allocationRatio r, patients in the experimental arm per patient in the control arm, positive
 * @param hazardRatioH0 HR₀, under the null hypothesis: 1 for superiority; positive
 */
public record HazardRatioScale(double allocationRatio, double hazardRatioH0) {
    public HazardRatioScale {
        Require.positive("allocation ratio", allocationRatio);
        Require.positive("hazard ratio under the null hypothesis", hazardRatioH0);
    }

    /** Information about the log hazard ratio in {@code events} events. */
    public double information(double events) {
        double share = 1 + allocationRatio;
        return allocationRatio * Require.positive("events", events) / (share * share);
    }

    /** Hazard ratio at which Z is {@code z}; 0 or infinite for an infinite z. */
    public double hazardRatio(double z, double events) {
        return hazardRatioH0 * StrictMath.exp(-z / Math.sqrt(information(events)));
    }

    /**
     * Z at which the estimated hazard ratio is {@code hazardRatio}, which is positive; also the mean of Z, the drift,
     * when that is the true one.
     */
    public double z(double hazardRatio, double events) {
        double ratio = Require.positive("hazard ratio", hazardRatio) / hazardRatioH0;
        return -StrictMath.log(ratio) * Math.sqrt(information(events));
    }

    /**
     * Limits of the hazard ratio from those of a drift at {@code events} events: the higher drift gives the lower one.
     */
    public ConfidenceInterval hazardRatio(ConfidenceInterval drift, double events) {
        return new ConfidenceInterval(hazardRatio(drift.high(), events), hazardRatio(drift.low(), events));
    }
}
