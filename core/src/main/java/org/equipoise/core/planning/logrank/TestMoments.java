package org.equipoise.core.planning.logrank;

import org.equipoise.core.numerics.StandardNormal;

/**
 * Distribution of Z at one look, in its first three cumulants.
 *
 * @param calendarTime expected time of the look
 * @param events expected number of events at the look
 * @param patients expected number enrolled by then
 * @param score U at the expected data; &gt; 0 favours the experimental arm
 * @param information V at the expected data: variance of the score under the null hypothesis
 * @param mean mean of Z
 * @param standardDeviation standard deviation of Z
 * @param skewness third central moment of Z over the cube of its standard deviation
 */
public record TestMoments(
        double calendarTime,
        double events,
        double patients,
        double score,
        double information,
        double mean,
        double standardDeviation,
        double skewness) {
    private static final double FAR = 1e-6;

    static TestMoments of(Cut cut, Expansion z, double mean, double variance, double third) {
        return new TestMoments(
                cut.time,
                cut.events(),
                cut.enrolled(),
                z.score(),
                z.information(),
                mean,
                Math.sqrt(variance),
                third / (variance * Math.sqrt(variance)));
    }

    /**
     * Probability of Z ≥ {@code criticalValue} by the first term of Edgeworth's series: with x the standardised value,
     * Φ(-x) + skewness (x² - 1) φ(x) / 6 (Edgeworth 1905; Hall 1992, "The bootstrap and Edgeworth expansion", section
     * 2.2).
     */
    public double power(double criticalValue) {
        double x = (criticalValue - mean) / standardDeviation;
        double density = Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
        double tail = StandardNormal.upperTail(x) + skewness * (x * x - 1) * density / 6;
        return Math.min(1, Math.max(0, tail));
    }

    /**
     * {@code criticalValue} on a scale on which Z is standard normal: x with {@link #power} Φ(-x). So far out that the
     * series for the tail fails, its inverse by Cornish and Fisher 1937, Revue de l'Institut International de
     * Statistique 5:307-320, takes its place.
     */
    public double standardised(double criticalValue) {
        double tail = power(criticalValue);
        if (tail > FAR && tail < 1 - FAR) {
            return StandardNormal.upperQuantile(tail);
        }
        double x = (criticalValue - mean) / standardDeviation;
        return x - skewness * (x * x - 1) / 6;
    }

    /** Mean of Z to first order, U / √V, as other programs compute it. */
    public double firstOrderMean() {
        return new FirstOrder(score, information).mean();
    }
}
