package org.equipoise.core.planning.logrank;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.equipoise.core.enrolment.ArrivalProcess;
import org.equipoise.core.planning.ExpectedEvents;
import org.equipoise.core.planning.LastArrival;
import org.equipoise.core.planning.PlannedTrial;

/**
 * Distribution of a weighted log-rank Z at a look, under any alternative.
 *
 * <p>Z is a smooth functional of the data, and the data are sums over independent patients. Its mean comes to second
 * order (random risk sets, random weights, the correlation of score and variance), its variance to first order, and its
 * skewness to second order. A look at a number of events moves with the data; the terms for that are in
 * {@link EventLook}. With Poisson arrivals the time of the last arrival is random too, and integrated over.
 *
 * <p>What randomisation without blocks adds is known to first order, and of the numbers at risk to second. The test is
 * taken to be stratified when there are several strata, and event times to be untied. Entries that are
 * {@link ArrivalProcess#EVEN} are treated as uniform.
 */
public final class WeightedLogRank {
    private final PlannedTrial trial;
    private final TestWeight weight;
    private final double hazardRatioH0;
    private final ExpectedEvents events;

    private WeightedLogRank(PlannedTrial trial, TestWeight weight, double hazardRatioH0, ExpectedEvents events) {
        this.trial = trial;
        this.weight = weight;
        this.hazardRatioH0 = hazardRatioH0;
        this.events = events;
    }

    /** A test for superiority. */
    public static WeightedLogRank of(PlannedTrial trial, TestWeight weight) {
        return new WeightedLogRank(trial, weight, 1, ExpectedEvents.of(trial));
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
        return new WeightedLogRank(trial, weight, hazardRatioH0, events);
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
        return expected(new Entries(trial.rates(), trial.patients(), false), look)
                .value();
    }

    private ExpectedLook expected(Entries entries, Look look) {
        double time = timeOf(entries, look);
        Courses courses = Courses.of(trial, entries, new double[] {time}, weight.horizon());
        return ExpectedLook.of(new Cut(courses, entries, trial.patients(), time), weight, hazardRatioH0);
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
            Entries entries = new Entries(trial.rates(), n, trial.arrivals() == ArrivalProcess.EVEN);
            return given(entries, looks, times(entries, looks));
        }
        List<LastArrival> nodes = LastArrival.nodes(n);
        Entries middle = new Entries(trial.rates(), LastArrival.mean(n), false);
        double[] times = times(middle, looks);
        List<List<ExpectedLook>> parts = new ArrayList<>();
        for (LastArrival node : nodes) {
            Entries entries = new Entries(trial.rates(), node.total(), false);
            parts.add(IntStream.range(0, times.length)
                    .mapToObj(k -> expected(entries, looks.get(k)))
                    .toList());
        }
        return Mixture.of(given(middle, looks, times), parts, nodes);
    }

    private double[] times(Entries entries, List<Look> looks) {
        return looks.stream().mapToDouble(look -> timeOf(entries, look)).toArray();
    }

    private double timeOf(Entries entries, Look look) {
        return LookAt.timeOf(events.whenAllHaveCome(entries.total()), trial.patients(), look);
    }

    private JointMoments given(Entries entries, List<Look> looks, double[] times) {
        List<LookAt> found = new ArrayList<>();
        for (int k = 0; k < times.length; k++) {
            if (k > 0 && !(times[k] > times[k - 1])) {
                throw new IllegalArgumentException("looks must follow each other, but " + looks.get(k)
                        + " is expected at " + times[k] + ", not after " + times[k - 1] + ", where "
                        + looks.get(k - 1) + " is");
            }
            found.add(LookAt.of(trial, entries, weight, hazardRatioH0, looks.get(k), events.maximum(), times[k]));
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
