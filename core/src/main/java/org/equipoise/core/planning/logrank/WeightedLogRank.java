package org.equipoise.core.planning.logrank;

import org.equipoise.core.enrolment.ArrivalProcess;
import org.equipoise.core.numerics.Roots;
import org.equipoise.core.planning.PlannedTrial;

/**
 * Distribution of a weighted log-rank Z at a look, under any alternative.
 *
 * <p>Z is a smooth functional of the data, and the data are sums over independent patients. Its mean comes to second
 * order (random risk sets, random weights, the correlation of score and variance), its variance to first order, and its
 * skewness to second order. A look at a number of events moves with the data; the terms for that are in
 * {@link EventLook}. With Poisson arrivals the time of the last arrival is random too, and integrated over.
 *
 * <p>Randomisation is taken to be in blocks, the test to be stratified when there are several strata, and event times
 * to be untied. Entries that are {@link ArrivalProcess#EVEN} are treated as uniform.
 */
public final class WeightedLogRank {
    /** Nodes and weights of Gauss and Hermite's rule of three points, for the normal distribution. */
    private static final double[] POINTS = {-Math.sqrt(3), 0, Math.sqrt(3)};

    private static final double[] WEIGHTS = {1 / 6.0, 2 / 3.0, 1 / 6.0};

    private final PlannedTrial trial;
    private final TestWeight weight;
    private final double hazardRatioH0;

    private WeightedLogRank(PlannedTrial trial, TestWeight weight, double hazardRatioH0) {
        this.trial = trial;
        this.weight = weight;
        this.hazardRatioH0 = hazardRatioH0;
    }

    /** A test for superiority. */
    public static WeightedLogRank of(PlannedTrial trial, TestWeight weight) {
        return new WeightedLogRank(trial, weight, 1);
    }

    /**
     * The same with another null hypothesis.
     *
     * @param hazardRatioH0 hazard ratio, experimental over control, under the null hypothesis: above 1 for
     *     non-inferiority; positive and finite
     * @throws IllegalArgumentException when it is not
     */
    public WeightedLogRank withHazardRatioH0(double hazardRatioH0) {
        if (!(hazardRatioH0 > 0 && hazardRatioH0 <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("hazardRatioH0 must be positive and finite, was " + hazardRatioH0);
        }
        return new WeightedLogRank(trial, weight, hazardRatioH0);
    }

    /**
     * Z at a calendar time.
     *
     * @param time positive and finite
     */
    public TestMoments atTime(double time) {
        requirePositive("calendar time", time);
        return mixed(entries -> atTime(entries, time));
    }

    /**
     * Z when {@code events} have been seen.
     *
     * @param events positive, and fewer than endless follow-up gives
     */
    public TestMoments atEvents(double events) {
        requirePositive("events", events);
        return mixed(entries -> atEvents(entries, events));
    }

    private TestMoments atTime(Entries entries, double time) {
        Courses courses = Courses.of(trial, entries, new double[] {time}, weight.horizon());
        Cut cut = new Cut(courses, entries, trial.patients(), time);
        Expansion z = new Expansion(cut, weight, hazardRatioH0);
        double variance = cut.variance(z.linear());
        double third = cut.thirdMoment(z.linear()) + 3 * z.curvatureAlong(z.linear());
        return new TestMoments(
                time,
                cut.events(),
                cut.enrolled * trial.patients(),
                z.score(),
                z.information(),
                z.z() + z.bias(),
                Math.sqrt(variance),
                third / (variance * Math.sqrt(variance)));
    }

    private TestMoments atEvents(Entries entries, double events) {
        double time = timeOf(entries, events);
        return new EventLook(trial, entries, weight, hazardRatioH0, time).moments();
    }

    private double timeOf(Entries entries, double events) {
        return Roots.bracketAndSolve(
                t -> t <= 0 ? 0 : expectedEvents(entries, t), events, Double.POSITIVE_INFINITY, entries.end());
    }

    private double expectedEvents(Entries entries, double time) {
        Courses courses = Courses.of(trial, entries, new double[] {time}, Double.POSITIVE_INFINITY);
        return new Cut(courses, entries, trial.patients(), time).events();
    }

    private interface Conditional {
        TestMoments given(Entries entries);
    }

    private TestMoments mixed(Conditional conditional) {
        double n = trial.patients();
        if (trial.arrivals() != ArrivalProcess.POISSON) {
            return conditional.given(new Entries(trial.rates(), n));
        }
        TestMoments[] parts = new TestMoments[POINTS.length];
        for (int k = 0; k < parts.length; k++) {
            parts[k] = conditional.given(new Entries(trial.rates(), n + 1 + POINTS[k] * Math.sqrt(n + 1)));
        }
        return mix(parts);
    }

    private static TestMoments mix(TestMoments[] parts) {
        double[] sums = new double[6];
        for (int k = 0; k < parts.length; k++) {
            TestMoments part = parts[k];
            double[] figures = {
                part.calendarTime(), part.events(), part.patients(), part.score(), part.information(), part.mean()
            };
            for (int j = 0; j < sums.length; j++) {
                sums[j] += WEIGHTS[k] * figures[j];
            }
        }
        double variance = 0;
        double third = 0;
        for (int k = 0; k < parts.length; k++) {
            double shift = parts[k].mean() - sums[5];
            double within = parts[k].standardDeviation() * parts[k].standardDeviation();
            variance += WEIGHTS[k] * (within + shift * shift);
            third += WEIGHTS[k]
                    * (parts[k].skewness() * within * parts[k].standardDeviation()
                            + 3 * shift * within
                            + shift * shift * shift);
        }
        return new TestMoments(
                sums[0],
                sums[1],
                sums[2],
                sums[3],
                sums[4],
                sums[5],
                Math.sqrt(variance),
                third / (variance * Math.sqrt(variance)));
    }

    private static void requirePositive(String what, double value) {
        if (!(value > 0 && value <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException(what + " must be positive and finite, was " + value);
        }
    }
}
