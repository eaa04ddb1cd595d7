package org.equipoise.core.planning.curves;

import java.util.List;
import org.equipoise.core.enrolment.ArrivalProcess;
import org.equipoise.core.planning.ExpectedEvents;
import org.equipoise.core.planning.LastArrival;
import org.equipoise.core.planning.PlannedTrial;
import org.equipoise.core.planning.logrank.ExpectedLook;
import org.equipoise.core.planning.logrank.FirstOrder;
import org.equipoise.core.planning.logrank.JointMoments;
import org.equipoise.core.planning.logrank.Look;
import org.equipoise.core.planning.logrank.Mixture;
import org.equipoise.core.planning.logrank.PlannedTest;
import org.equipoise.core.planning.logrank.TestMoments;

/**
 * A test for superiority of what two survival curves are up to one patient time.
 *
 * <p>Z is taken to second order at each look, at whose expected time at least 8 patients of each arm must be expected
 * to be at risk at the patient time ({@link NotFollowedException}). Over looks, estimates have independent increments
 * (Tsiatis 1982, JASA 77:855-861): the correlation of two is the root of the ratio of their variances.
 *
 * @param figure what of the curves is compared
 * @param until patient time, positive and finite
 */
public record CurveTest(Figure figure, double until) implements PlannedTest {
    /** Least share by which the variance must fall from one look to the next. */
    private static final double NEWS = 1e-6;

    /** What of two survival curves is compared. */
    public enum Figure {
        /** Areas below them. */
        RESTRICTED_MEAN,
        /** Shares without event, as they are. */
        SHARE,
        /** Shares without event, by -ln(-ln S). */
        LOG_LOG_SHARE
    }

    /** @throws IllegalArgumentException when the time is not positive and finite */
    public CurveTest {
        if (!(until > 0 && until <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("patient time must be positive and finite, was " + until);
        }
    }

    /** Of restricted mean survival times up to {@code tau}. */
    public static CurveTest restrictedMean(double tau) {
        return new CurveTest(Figure.RESTRICTED_MEAN, tau);
    }

    /** Of shares without event at a milestone. */
    public static CurveTest share(double at) {
        return new CurveTest(Figure.SHARE, at);
    }

    /** The same by -ln(-ln S), whose estimates are nearer to normal. */
    public static CurveTest logLogShare(double at) {
        return new CurveTest(Figure.LOG_LOG_SHARE, at);
    }

    @Override
    public JointMoments joint(PlannedTrial trial, double hazardRatioH0, List<Look> looks) {
        requireNoHazardRatio(hazardRatioH0);
        looks.forEach(look -> followed(trial, look));
        if (trial.arrivals() != ArrivalProcess.POISSON) {
            return given(trial, trial.patients(), looks);
        }
        List<LastArrival> nodes = LastArrival.nodes(trial.patients());
        return Mixture.of(
                given(trial, LastArrival.mean(trial.patients()), looks),
                nodes.stream()
                        .map(node -> looks.stream()
                                .map(look -> expected(trial, node.total(), look))
                                .toList())
                        .toList(),
                nodes);
    }

    /** When all have come by the time when {@code total} arrivals are expected. */
    private JointMoments given(PlannedTrial trial, double total, List<Look> looks) {
        List<CurveComparison> comparisons =
                looks.stream().map(look -> compared(trial, total, look)).toList();
        requireNews(comparisons);
        TestMoments[] moments = new TestMoments[looks.size()];
        double[][] covariance = new double[moments.length][moments.length];
        for (int k = 0; k < moments.length; k++) {
            moments[k] = moments(trial, total, looks.get(k), comparisons.get(k));
            for (int j = 0; j <= k; j++) {
                covariance[j][k] = Math.sqrt(comparisons.get(k).variance()
                                / comparisons.get(j).variance())
                        * moments[j].standardDeviation()
                        * moments[k].standardDeviation();
                covariance[k][j] = covariance[j][k];
            }
        }
        return new JointMoments(List.of(moments), covariance);
    }

    private void requireNews(List<CurveComparison> comparisons) {
        for (int k = 1; k < comparisons.size(); k++) {
            double before = comparisons.get(k - 1).variance();
            if (!(comparisons.get(k).variance() < before * (1 - NEWS))) {
                throw new IllegalArgumentException("look " + (k + 1) + " tells nothing that look " + k
                        + " did not: all patients have been followed for " + until + " by then; leave it out");
            }
        }
    }

    private TestMoments moments(PlannedTrial trial, double total, Look look, CurveComparison comparison) {
        ZCumulants z = comparison.cumulants().standardised(0);
        EventCovariances events = plan(trial, total, look).withEvents(this, comparison.difference());
        ExpectedLook expected = expected(trial, total, look);
        double scatter = 0;
        double correlation = 0;
        if (look.byEvents()) {
            z = new CurveEventLook(trial, total, this, expected.time(), events).stopped(z);
        } else {
            scatter = Math.sqrt(events.variance());
            correlation = scatter > 0 ? events.withZ() / (scatter * Math.sqrt(z.variance())) : 0;
        }
        double deviation = Math.sqrt(z.variance());
        return new TestMoments(
                expected.time(),
                expected.events(),
                expected.patients(),
                expected.value().score(),
                expected.value().information(),
                z.mean(),
                deviation,
                z.third() / (z.variance() * deviation),
                scatter,
                correlation);
    }

    private ExpectedLook expected(PlannedTrial trial, double total, Look look) {
        ExpectedEvents expected = ExpectedEvents.of(trial).whenAllHaveCome(total);
        CurveComparison comparison = compared(trial, total, look);
        double time = look.timeOf(expected);
        return new ExpectedLook(
                time,
                expected.events(time),
                expected.enrolled(time),
                new FirstOrder(comparison.difference() / comparison.variance(), 1 / comparison.variance()));
    }

    private CurveComparison compared(PlannedTrial trial, double total, Look look) {
        return plan(trial, total, look).compared(this);
    }

    private static CurvePlan plan(PlannedTrial trial, double total, Look look) {
        return CurvePlan.of(trial, look.timeOf(ExpectedEvents.of(trial).whenAllHaveCome(total)))
                .whenAllHaveCome(total);
    }

    @Override
    public double firstOrder(PlannedTrial trial, double hazardRatioH0, Look look, double criticalValue) {
        requireNoHazardRatio(hazardRatioH0);
        return criticalValue - atMean(trial, look).drift();
    }

    @Override
    public double[] information(PlannedTrial trial, double hazardRatioH0, List<Look> looks) {
        requireNoHazardRatio(hazardRatioH0);
        return looks.stream()
                .mapToDouble(look -> 1 / atMean(trial, look).variance())
                .toArray();
    }

    private CurveComparison atMean(PlannedTrial trial, Look look) {
        return followed(trial, look).compared(this);
    }

    /** Where enough patients are followed so long. */
    private CurvePlan followed(PlannedTrial trial, Look look) {
        CurvePlan plan = CurvePlan.of(trial, look.timeOf(ExpectedEvents.of(trial)));
        plan.requireFollowed(until);
        return plan;
    }

    private static void requireNoHazardRatio(double hazardRatioH0) {
        if (hazardRatioH0 != 1) {
            throw new IllegalArgumentException(
                    "a comparison of survival curves has no hazard ratio under the null hypothesis, there was one of "
                            + hazardRatioH0);
        }
    }
}
