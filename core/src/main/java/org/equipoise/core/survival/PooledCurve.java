package org.equipoise.core.survival;

/**
 * What both arms together, within a stratum, have shown by an event time: all that a weight may depend on. Walks from
 * one event time to the next, reused without allocation; not safe for threads.
 */
public final class PooledCurve {
    private double survivalBefore = 1;
    private double survivalAfter = 1;
    private double petoSurvival = 1;
    private double survivalAtLandmark = 1;
    private double atRisk;
    private boolean early;

    PooledCurve() {}

    /** Back to the start of a stratum. */
    void restart() {
        survivalBefore = 1;
        survivalAfter = 1;
        petoSurvival = 1;
        survivalAtLandmark = 1;
    }

    /** Goes on to the next event time. */
    void advance(double patients, double events) {
        survivalBefore = survivalAfter;
        survivalAfter *= (patients - events) / patients;
        petoSurvival *= (patients + 1 - events) / (patients + 1);
        atRisk = patients;
    }

    /** Says where the event time lies from the landmark of the weights that are asked next. */
    void setLandmark(boolean isEarly, double survival) {
        early = isEarly;
        survivalAtLandmark = survival;
    }

    /** Kaplan-Meier estimate of both arms just before the event time. */
    public double survivalBefore() {
        return survivalBefore;
    }

    /** Peto and Peto's estimate from the event time on: the product of 1 − d / (n + 1); never 0. */
    public double petoSurvival() {
        return petoSurvival;
    }

    /** Patients of both arms at risk at the event time. */
    public double atRisk() {
        return atRisk;
    }

    /** Whether {@link Weights#isEarly} holds for the event time. */
    public boolean isEarly() {
        return early;
    }

    /** Kaplan-Meier estimate after the last early event time; {@link #survivalBefore} at early event times. */
    public double survivalAtLandmark() {
        return survivalAtLandmark;
    }
}
