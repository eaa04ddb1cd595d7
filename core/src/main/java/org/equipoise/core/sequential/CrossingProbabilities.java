package org.equipoise.core.sequential;

import java.util.stream.DoubleStream;

/** How a trial ends under one drift: for each look, the probability that it is the one that stops. Immutable. */
public final class CrossingProbabilities {
    private final double drift;
    private final double[] efficacy;
    private final double[] opposite;
    private final double[] futility;
    private final double expectedInformation;

    CrossingProbabilities(
            double drift, double[] efficacy, double[] opposite, double[] futility, double expectedInformation) {
        this.drift = drift;
        this.efficacy = efficacy;
        this.opposite = opposite;
        this.futility = futility;
        this.expectedInformation = expectedInformation;
    }

    /** Mean of Z at information 1. */
    public double drift() {
        return drift;
    }

    /** P(stop at this look, from 1, with Z at or above the efficacy bound). */
    public double efficacy(int look) {
        return efficacy[Require.look(look, efficacy.length) - 1];
    }

    /** P(stop at this look with Z at or below the lower efficacy bound of a two-sided test); 0 in a one-sided one. */
    public double opposite(int look) {
        return opposite[Require.look(look, efficacy.length) - 1];
    }

    /** P(stop at this look for futility). */
    public double futility(int look) {
        return futility[Require.look(look, efficacy.length) - 1];
    }

    /** P(stop at this look or before, with Z at or above the efficacy bound). */
    public double cumulativeEfficacy(int look) {
        return sum(efficacy, look);
    }

    /** P(stop at this look or before for futility). */
    public double cumulativeFutility(int look) {
        return sum(futility, look);
    }

    /** P(stop at this look or before with a rejection, in either direction). */
    public double cumulativeRejection(int look) {
        return cumulativeEfficacy(look) + sum(opposite, look);
    }

    /** P(reject upwards at any look): the power under an alternative. */
    public double rejection() {
        return sum(efficacy, efficacy.length);
    }

    /** P(reject at any look, in either direction). */
    public double rejectionEitherSide() {
        return cumulativeRejection(efficacy.length);
    }

    /** Expected information at the end of the trial, on the scale of the looks' information. */
    public double expectedInformation() {
        return expectedInformation;
    }

    private static double sum(double[] values, int looks) {
        return DoubleStream.of(values).limit(Require.look(looks, values.length)).sum();
    }
}
