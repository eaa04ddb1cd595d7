package org.equipoise.core.planning.logrank;

import java.util.function.DoubleUnaryOperator;
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
 * @param eventsDeviation standard deviation of the number of events; 0 at a look at a number of events
 * @param eventsCorrelation of that number with Z
 */
public record TestMoments(
        double calendarTime,
        double events,
        double patients,
        double score,
        double information,
        double mean,
        double standardDeviation,
        double skewness,
        double eventsDeviation,
        double eventsCorrelation) {
    private static final double FAR = 1e-6;

    /** Nodes and weights of Gauss and Hermite's rule of five points, for the standard normal distribution. */
    private static final double[] NODES = {
        -Math.sqrt(5 + Math.sqrt(10)),
        -Math.sqrt(5 - Math.sqrt(10)),
        0,
        Math.sqrt(5 - Math.sqrt(10)),
        Math.sqrt(5 + Math.sqrt(10))
    };

    private static final double[] WEIGHTS = {
        (7 - 2 * Math.sqrt(10)) / 60,
        (7 + 2 * Math.sqrt(10)) / 60,
        8 / 15.0,
        (7 + 2 * Math.sqrt(10)) / 60,
        (7 - 2 * Math.sqrt(10)) / 60
    };

    /** At a number of events. */
    static TestMoments of(Cut cut, Expansion z, double mean, double variance, double third) {
        return of(cut, z, mean, variance, third, 0, 0);
    }

    /** @param eventsCovariance of the number of events and Z */
    static TestMoments of(
            Cut cut,
            Expansion z,
            double mean,
            double variance,
            double third,
            double eventsVariance,
            double eventsCovariance) {
        return new TestMoments(
                cut.time,
                cut.events(),
                cut.enrolled(),
                z.score(),
                z.information(),
                mean,
                Math.sqrt(variance),
                third / (variance * Math.sqrt(variance)),
                Math.sqrt(eventsVariance),
                eventsVariance > 0 ? eventsCovariance / Math.sqrt(eventsVariance * variance) : 0);
    }

    /**
     * Probability of Z ≥ {@code criticalValue} by the first term of Edgeworth's series: with x the standardised value,
     * Φ(-x) + skewness (x² - 1) φ(x) / 6 (Edgeworth 1905; Hall 1992, "The bootstrap and Edgeworth expansion", section
     * 2.2).
     */
    public double power(double criticalValue) {
        if (Double.isInfinite(criticalValue)) {
            return criticalValue > 0 ? 0 : 1;
        }
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

    /**
     * The same for a critical value that depends on the number of events, such as one from the error that is spent by
     * that number; Z and the number are taken to be jointly normal but for the skewness of Z.
     */
    public double standardised(DoubleUnaryOperator criticalValue) {
        double rest = Math.sqrt(1 - eventsCorrelation * eventsCorrelation);
        double tail = 0;
        for (int i = 0; i < NODES.length; i++) {
            TestMoments given = new TestMoments(
                    calendarTime,
                    events,
                    patients,
                    score,
                    information,
                    mean + eventsCorrelation * standardDeviation * NODES[i],
                    rest * standardDeviation,
                    skewness / (rest * rest * rest),
                    0,
                    0);
            tail += WEIGHTS[i] * given.power(criticalValue.applyAsDouble(events + eventsDeviation * NODES[i]));
        }
        return tail > FAR && tail < 1 - FAR
                ? StandardNormal.upperQuantile(tail)
                : standardised(criticalValue.applyAsDouble(events));
    }

    /** Third central moment of Z. */
    double thirdCumulant() {
        return skewness * standardDeviation * standardDeviation * standardDeviation;
    }

    /** Mean of Z to first order, U / √V, as other programs compute it. */
    public double firstOrderMean() {
        return new FirstOrder(score, information).mean();
    }
}
