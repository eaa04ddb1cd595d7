package org.equipoise.core.survival;

import org.equipoise.core.numerics.ShellSort;

/**
 * Kaplan-Meier curve of one group up to a time, with the area below it and Greenwood's variances, without allocation:
 * what {@link KaplanMeier} and {@link RestrictedMean} say there. A patient censored at the time of an event was still
 * at risk then.
 *
 * <p>Holds the result of the patients added since {@link #clear}; reusable, not safe for threads.
 */
final class CurveKernel {
    // The bits of a number that is not negative order like the number, so times are sorted as whole numbers.

    private final double until;
    private final long[] eventTimes;
    private final long[] censoredTimes;
    private final double[] areaBefore;
    private final double[] hazardVariance;
    private int patients;
    private int events;
    private int censored;
    private double survival;
    private double logVariance;
    private double mean;
    private double meanVariance;

    /**
     * No patients yet.
     *
     * @param most patients there will ever be
     * @param until the time, ≥ 0 and finite
     */
    CurveKernel(int most, double until) {
        this.until = until;
        eventTimes = new long[most];
        censoredTimes = new long[most];
        areaBefore = new double[most];
        hazardVariance = new double[most];
    }

    /** Forgets all patients. */
    void clear() {
        patients = 0;
        events = 0;
        censored = 0;
    }

    /** Adds a patient; time finite and ≥ 0. What happens after {@link #until} does not matter. */
    void add(double time, boolean event) {
        patients++;
        if (event && time <= until) {
            eventTimes[events++] = Double.doubleToRawLongBits(time + 0.0);
        } else if (time < until) {
            censoredTimes[censored++] = Double.doubleToRawLongBits(time + 0.0);
        }
    }

    /** Evaluates the curve of those that were added. */
    void evaluate() {
        ShellSort.ascending(eventTimes, events);
        ShellSort.ascending(censoredTimes, censored);
        survival = 1;
        logVariance = 0;
        mean = 0;
        double from = 0;
        int gone = 0;
        int steps = 0;
        for (int i = 0; i < events; ) {
            long now = eventTimes[i];
            int before = i;
            while (i < events && eventTimes[i] == now) {
                i++;
            }
            while (gone < censored && censoredTimes[gone] < now) {
                gone++;
            }
            double time = Double.longBitsToDouble(now);
            double atRisk = patients - before - gone;
            double failing = i - before;
            double surviving = atRisk - failing;
            mean += survival * (time - from);
            from = time;
            survival *= surviving / atRisk;
            logVariance += failing / (atRisk * surviving);
            areaBefore[steps] = mean;
            hazardVariance[steps++] = surviving > 0 ? failing / (atRisk * surviving) : 0;
        }
        mean += survival * (until - from);
        meanVariance = 0;
        for (int k = 0; k < steps; k++) {
            double areaAfter = mean - areaBefore[k];
            meanVariance += areaAfter * areaAfter * hazardVariance[k];
        }
    }

    /**
     * Whether the data tell about the whole curve: somebody was followed to its end, or nobody is left
     * ({@link KaplanMeier#definedUpTo}).
     */
    boolean isDefined() {
        return patients > events + censored || patients > 0 && survival == 0;
    }

    /** Probability of no event up to and including the time. */
    double survival() {
        return survival;
    }

    /** Standard error of ln S; infinite when survival is 0. */
    double logStandardError() {
        return Math.sqrt(logVariance);
    }

    /** Area below the curve up to the time. */
    double mean() {
        return mean;
    }

    /** Variance of the area. */
    double meanVariance() {
        return meanVariance;
    }
}
