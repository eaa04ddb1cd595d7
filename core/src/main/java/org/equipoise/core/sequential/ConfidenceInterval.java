package org.equipoise.core.sequential;

/**
 * Limits of a drift, or of a Z yet to come.
 *
 * @param low may be -∞
 * @param high may be ∞
 */
public record ConfidenceInterval(double low, double high) {
    /**
     * Limits of the effect per root of information: a drift is effect times √information at the last look.
     *
     * @param maximumInformation that of the planned last look, positive; for log hazard ratios about r D / (1 + r)²
     */
    public ConfidenceInterval perInformation(double maximumInformation) {
        double root = Math.sqrt(Require.positive("maximum information", maximumInformation));
        return new ConfidenceInterval(low / root, high / root);
    }
}
