package org.equipoise.simulator.sweep.difference;

import org.equipoise.simulator.engine.ReplicateTrace;
import org.equipoise.simulator.engine.StopQuantity;
import org.equipoise.simulator.engine.summary.Estimate;

/**
 * Compares scenarios replicate by replicate. Two that have the same seed draw the same random numbers in replicates of
 * the same number, so their figures err in the same direction and much of the error drops out of the difference (common
 * random numbers; Glasserman and Yao 1992, Management Science 38:884).
 */
public final class SharedLuck {
    /** Fewer batches do not tell a correlation. */
    private static final int LEAST_BATCHES = 8;

    private final TracedResult one;
    private final TracedResult other;

    private SharedLuck(TracedResult one, TracedResult other) {
        this.one = one;
        this.other = other;
    }

    /** Compares {@code one} with {@code other}: differences are of the first less the second. */
    public static SharedLuck between(TracedResult one, TracedResult other) {
        return new SharedLuck(one, other);
    }

    /** Difference in the probability of rejecting any null hypothesis at any look. Paired where seeds are the same. */
    public Difference power() {
        return difference(
                one.result().power(), other.result().power(), isShared() ? correlationOfRejection() : Double.NaN);
    }

    /**
     * Difference in a mean at the stop. Paired where seeds are the same and there are at least 8 whole batches of
     * {@value ReplicateTrace#BATCH} replicates.
     */
    public Difference mean(StopQuantity quantity) {
        return difference(
                estimate(quantity, one), estimate(quantity, other), isShared() ? correlationOf(quantity) : Double.NaN);
    }

    /** A mean at the stop. */
    public static Estimate estimate(StopQuantity quantity, TracedResult of) {
        return switch (quantity) {
            case DURATION -> of.result().duration().mean();
            case ENROLLED -> of.result().enrolled();
            case DROPOUTS -> of.result().dropouts();
            case EVENTS -> of.result().eventsAtStop();
        };
    }

    private boolean isShared() {
        return one.seed() == other.seed();
    }

    private Difference difference(Estimate a, Estimate b, double correlation) {
        return Difference.of(a, one.result().replicates(), b, other.result().replicates(), correlation);
    }

    /** Between the decisions of replicates of the same number: 0 where one of the two never changes. */
    private double correlationOfRejection() {
        int n = Math.min(one.trace().replicates(), other.trace().replicates());
        if (n == 0) {
            return Double.NaN;
        }
        long both = 0;
        long ofOne = 0;
        long ofOther = 0;
        for (int i = 0; i < n; i++) {
            boolean a = one.trace().rejects(i);
            boolean b = other.trace().rejects(i);
            both += a && b ? 1 : 0;
            ofOne += a ? 1 : 0;
            ofOther += b ? 1 : 0;
        }
        double p = (double) ofOne / n;
        double q = (double) ofOther / n;
        double scale = Math.sqrt(p * (1 - p) * q * (1 - q));
        return scale == 0 ? 0 : within((((double) both) / n - p * q) / scale);
    }

    /** Between means over batches of replicates of the same numbers. */
    private double correlationOf(StopQuantity quantity) {
        int batches = Math.min(one.trace().replicates(), other.trace().replicates()) / ReplicateTrace.BATCH;
        int n = 0;
        double meanA = 0;
        double meanB = 0;
        double squaresA = 0;
        double squaresB = 0;
        double products = 0;
        for (int k = 0; k < batches; k++) {
            double a = one.trace().mean(quantity, k);
            double b = other.trace().mean(quantity, k);
            if (!Double.isNaN(a + b)) {
                n++;
                double stepA = a - meanA;
                double stepB = b - meanB;
                meanA += stepA / n;
                meanB += stepB / n;
                squaresA += stepA * (a - meanA);
                squaresB += stepB * (b - meanB);
                products += stepA * (b - meanB);
            }
        }
        if (n < LEAST_BATCHES) {
            return Double.NaN;
        }
        double scale = Math.sqrt(squaresA * squaresB);
        return scale == 0 ? 0 : within(products / scale);
    }

    private static double within(double correlation) {
        return Math.max(-1, Math.min(1, correlation));
    }
}
