package org.equipoise.core.survival;

import java.util.List;
import java.util.stream.IntStream;
import org.equipoise.core.numerics.ConfidenceLevel;
import org.equipoise.core.numerics.Limits;

/**
 * Product-limit estimate of survival in one group (Kaplan and Meier 1958, Journal of the American Statistical
 * Association 53:457), with Greenwood's standard error (Greenwood 1926). Immutable.
 *
 * <p>A patient censored at the time of an event was still at risk then. After the last observed time the last value is
 * carried on. Once the curve has reached 0 Greenwood's formula is undefined: the standard error is NaN, the lower limit
 * 0, and the upper limit stays at its last value, which bounds S(t) since survival cannot rise.
 */
public final class KaplanMeier {
    // A product of fractions that is 1/2 on paper is so only to rounding in the computer. Curves closer than this to
    // the level sought are taken to be on it; real steps in S are larger by far.
    private static final double SAME_SURVIVAL = 1.5e-8;

    private final double[] sortedTime;
    private final double[] stepTime;
    private final int[] atRisk;
    private final int[] events;
    private final double[] survival;
    private final double[] logVariance;

    private KaplanMeier(double[] sortedTime, double[] stepTime, int[] atRisk, int[] events) {
        this.sortedTime = sortedTime;
        this.stepTime = stepTime;
        this.atRisk = atRisk;
        this.events = events;
        survival = new double[stepTime.length];
        logVariance = new double[stepTime.length];
        double product = 1;
        double sum = 0;
        for (int k = 0; k < stepTime.length; k++) {
            double surviving = atRisk[k] - events[k];
            product *= surviving / atRisk[k];
            sum += events[k] / (atRisk[k] * surviving);
            survival[k] = product;
            logVariance[k] = sum;
        }
    }

    /**
     * Estimates the curve.
     *
     * @param time time to event or censoring, one a patient, in any one unit; finite and ≥ 0; not modified
     * @param event whether the patient had the event at that time; not modified
     * @throws IllegalArgumentException naming every fault: a time that is NaN, infinite or negative, arrays of
     *     different lengths, no patients
     */
    public static KaplanMeier of(double[] time, boolean[] event) {
        SurvivalChecks.check(time, event);
        double[] all = IntStream.range(0, time.length)
                .mapToDouble(i -> time[i] + 0.0)
                .sorted()
                .toArray();
        double[] eventTimes = IntStream.range(0, time.length)
                .filter(i -> event[i])
                .mapToDouble(i -> time[i] + 0.0)
                .sorted()
                .toArray();
        double[] steps = IntStream.range(0, eventTimes.length)
                .filter(i -> i == 0 || eventTimes[i] != eventTimes[i - 1])
                .mapToDouble(i -> eventTimes[i])
                .toArray();
        int[] atRisk = new int[steps.length];
        int[] events = new int[steps.length];
        for (int k = 0; k < steps.length; k++) {
            atRisk[k] = all.length - countBelow(all, steps[k]);
            events[k] = countUpTo(eventTimes, steps[k]) - countBelow(eventTimes, steps[k]);
        }
        return new KaplanMeier(all, steps, atRisk, events);
    }

    private static int countUpTo(double[] sorted, double value) {
        return countBelow(sorted, Math.nextUp(value));
    }

    private static int countBelow(double[] sorted, double value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /**
     * A fall of the curve.
     *
     * @param time event time
     * @param atRisk patients at risk just before
     * @param events events at that time
     * @param survival survival from that time on
     * @param standardError Greenwood's standard error of it; NaN when survival is 0
     */
    public record Step(double time, int atRisk, int events, double survival, double standardError) {}

    /** The falls of the curve in order of time; empty when there was no event. */
    public List<Step> steps() {
        return IntStream.range(0, stepTime.length)
                .mapToObj(k -> new Step(stepTime[k], atRisk[k], events[k], survival[k], standardErrorAfter(k)))
                .toList();
    }

    /** Probability of no event up to and including {@code time}. */
    public double survival(double time) {
        int step = stepAt(time);
        return step < 0 ? 1 : survival[step];
    }

    /** Greenwood's standard error of {@link #survival}: 0 before the first event, NaN when survival is 0. */
    public double standardError(double time) {
        int step = stepAt(time);
        return step < 0 ? 0 : standardErrorAfter(step);
    }

    /** Standard error of ln S by Greenwood's formula: 0 before the first event, infinite when survival is 0. */
    double logStandardError(double time) {
        int step = stepAt(time);
        return step < 0 ? 0 : Math.sqrt(logVariance[step]);
    }

    /**
     * Longest time for which the data tell about survival: the longest observed time when that is censored, and
     * infinite when the curve has reached 0.
     */
    public double definedUpTo() {
        boolean ended = survival.length > 0 && survival[survival.length - 1] == 0;
        return ended ? Double.POSITIVE_INFINITY : sortedTime[sortedTime.length - 1];
    }

    /** Refuses a time beyond {@link #definedUpTo}. */
    void checkDefined(String name, double time) {
        if (time > definedUpTo()) {
            throw new IllegalArgumentException(name + " must be at most " + definedUpTo()
                    + ", the longest follow-up of an arm in which not all had the event, was " + time);
        }
    }

    /** Patients still observed just before {@code time}. */
    public int atRisk(double time) {
        checkTime(time);
        return sortedTime.length - countBelow(sortedTime, time);
    }

    /**
     * Pointwise confidence limits of {@link #survival}; (1, 1) before the first event, where Greenwood's error is 0.
     *
     * @param level confidence level in (0, 1), such as 0.95
     */
    public Limits limits(double time, double level, SurvivalScale scale) {
        double halfWidth = ConfidenceLevel.halfWidth(level);
        int step = stepAt(time);
        return step < 0 ? new Limits(1, 1) : limitsAfter(step, halfWidth, scale);
    }

    /** Time by which half have had the event; {@link #quantile} of ½. */
    public double median() {
        return quantile(0.5);
    }

    /** Confidence limits of the median; {@link #quantileLimits} of ½. */
    public Limits medianLimits(double level, SurvivalScale scale) {
        return quantileLimits(0.5, level, scale);
    }

    /**
     * Time by which a share {@code probability} in (0, 1) has had the event: the first time at which survival is at
     * most 1 − {@code probability}. When survival stays at exactly that value for a while, it is the middle of that
     * while, which ends at the next event or else at the last observed time. Infinite when survival never falls so low.
     */
    public double quantile(double probability) {
        checkProbability(probability);
        return crossing(survival, 1 - probability);
    }

    /**
     * Confidence limits of {@link #quantile}: the times at which the lower and upper limits of survival cross 1 −
     * {@code probability} (Brookmeyer and Crowley 1982, Biometrics 38:29, there on the plain scale), by the same rule
     * as the quantile. The upper limit, or both, are infinite when the limits of survival never fall so low.
     *
     * @param level confidence level in (0, 1), such as 0.95
     */
    public Limits quantileLimits(double probability, double level, SurvivalScale scale) {
        checkProbability(probability);
        double halfWidth = ConfidenceLevel.halfWidth(level);
        double[] lower = new double[stepTime.length];
        double[] upper = new double[stepTime.length];
        for (int k = 0; k < stepTime.length; k++) {
            Limits limits = limitsAfter(k, halfWidth, scale);
            lower[k] = limits.lower();
            upper[k] = limits.upper();
        }
        return new Limits(crossing(lower, 1 - probability), crossing(upper, 1 - probability));
    }

    private double crossing(double[] curve, double target) {
        int first = 0;
        while (first < curve.length && curve[first] >= target + SAME_SURVIVAL) {
            first++;
        }
        if (first == curve.length) {
            return Double.POSITIVE_INFINITY;
        }
        if (curve[first] <= target - SAME_SURVIVAL) {
            return stepTime[first];
        }
        int end = first + 1;
        while (end < curve.length && curve[end] > target - SAME_SURVIVAL) {
            end++;
        }
        double flatEnd = end < curve.length ? stepTime[end] : sortedTime[sortedTime.length - 1];
        return 0.5 * (stepTime[first] + flatEnd);
    }

    private Limits limitsAfter(int step, double halfWidth, SurvivalScale scale) {
        if (survival[step] > 0) {
            return scale.limits(survival[step], halfWidth * Math.sqrt(logVariance[step]));
        }
        return new Limits(
                0, step == 0 ? 1 : limitsAfter(step - 1, halfWidth, scale).upper());
    }

    private double standardErrorAfter(int step) {
        return survival[step] > 0 ? survival[step] * Math.sqrt(logVariance[step]) : Double.NaN;
    }

    /** Index of the last fall at or before {@code time}, −1 when there is none. */
    private int stepAt(double time) {
        checkTime(time);
        return countUpTo(stepTime, time) - 1;
    }

    private static void checkTime(double time) {
        if (!(time >= 0)) {
            throw new IllegalArgumentException("time must not be negative, was " + time);
        }
    }

    private static void checkProbability(double probability) {
        if (!(probability > 0 && probability < 1)) {
            throw new IllegalArgumentException("probability must be between 0 and 1, exclusive, was " + probability);
        }
    }
}
