package org.equipoise.core.planning.logrank;

import java.util.ArrayList;
import java.util.List;
import org.equipoise.core.enrolment.ArrivalProcess;
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
     * @throws IllegalArgumentException when it is not
     */
    public TestMoments atTime(double time) {
        return at(Look.atTime(time));
    }

    /**
     * Z when {@code events} have been seen.
     *
     * @param events positive, and fewer than endless follow-up gives (or all, when nobody is lost or cured)
     * @throws IllegalArgumentException when they are not
     */
    public TestMoments atEvents(double events) {
        return at(Look.atEvents(events));
    }

    /**
     * Score and variance at the expected data of one look. Poisson arrivals are taken at their mean.
     *
     * @throws IllegalArgumentException when the look asks for more events than endless follow-up gives
     */
    public FirstOrder firstOrder(Look look) {
        Entries entries = new Entries(trial.rates(), trial.patients(), false);
        double time = LookAt.timeOf(trial, entries, look);
        Courses courses = Courses.of(trial, entries, new double[] {time}, weight.horizon());
        return FirstOrder.of(new Cut(courses, entries, trial.patients(), time), weight, hazardRatioH0);
    }

    /** Z at one look. */
    public TestMoments at(Look look) {
        return joint(List.of(look)).looks().get(0);
    }

    /**
     * Z over several looks.
     *
     * @param looks at least one, each expected later than the one before
     * @throws IllegalArgumentException when there is none, or one is not later
     */
    public JointMoments joint(List<Look> looks) {
        if (looks.isEmpty()) {
            throw new IllegalArgumentException("at least one look is needed, there is none");
        }
        double n = trial.patients();
        if (trial.arrivals() != ArrivalProcess.POISSON) {
            return given(new Entries(trial.rates(), n, trial.arrivals() == ArrivalProcess.EVEN), looks);
        }
        // Given the mean of the process at arrival n + 1, a gamma variable, the n entries are independent.
        List<JointMoments> parts = new ArrayList<>();
        for (double point : POINTS) {
            parts.add(given(new Entries(trial.rates(), n + 1 + point * Math.sqrt(n + 1), false), looks));
        }
        return Mixture.of(parts, WEIGHTS);
    }

    private JointMoments given(Entries entries, List<Look> looks) {
        int count = looks.size();
        List<LookAt> found = new ArrayList<>();
        double[] times = new double[count];
        for (int k = 0; k < count; k++) {
            found.add(LookAt.of(trial, entries, weight, hazardRatioH0, looks.get(k)));
            times[k] = found.get(k).time();
            if (k > 0 && !(times[k] > times[k - 1])) {
                throw new IllegalArgumentException("looks must follow each other, but " + looks.get(k)
                        + " is expected at " + times[k] + ", not after " + times[k - 1] + ", where "
                        + looks.get(k - 1) + " is");
            }
        }
        List<TestMoments> moments = found.stream().map(LookAt::moments).toList();
        return new JointMoments(moments, covariances(entries, found, times));
    }

    private double[][] covariances(Entries entries, List<LookAt> looks, double[] times) {
        int count = looks.size();
        double[][] covariance = new double[count][count];
        for (int k = 0; k < count; k++) {
            double deviation = looks.get(k).moments().standardDeviation();
            covariance[k][k] = deviation * deviation;
        }
        if (count == 1) {
            return covariance;
        }
        Courses courses = Courses.of(trial, entries, times, weight.horizon());
        List<Expansion> z = new ArrayList<>();
        List<Linear> fluctuations = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            Cut cut = new Cut(courses, entries, trial.patients(), times[k]);
            z.add(new Expansion(cut, weight, hazardRatioH0));
            fluctuations.add(looks.get(k).fluctuation(z.get(k)));
        }
        for (int j = 0; j < count; j++) {
            for (int k = j + 1; k < count; k++) {
                covariance[j][k] =
                        z.get(j).cut().covariance(fluctuations.get(j), z.get(k).cut(), fluctuations.get(k));
                covariance[k][j] = covariance[j][k];
            }
        }
        return covariance;
    }
}
