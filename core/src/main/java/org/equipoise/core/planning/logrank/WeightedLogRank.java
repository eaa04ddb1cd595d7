package org.equipoise.core.planning.logrank;

import java.util.List;
import org.equipoise.core.enrolment.ArrivalProcess;
import org.equipoise.core.planning.ExpectedEvents;
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
        return statistic().expected(statistics(List.of(look)).expected(0));
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
        return statistics(looks).moments();
    }

    private Statistic statistic() {
        return new Statistic.Score(weight, hazardRatioH0);
    }

    private JointStatistics statistics(List<Look> looks) {
        return JointStatistics.overLooks(trial, events, statistic(), looks);
    }
}
