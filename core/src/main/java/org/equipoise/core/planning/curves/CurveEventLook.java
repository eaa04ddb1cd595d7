package org.equipoise.core.planning.curves;

import org.equipoise.core.planning.ExpectedEvents;
import org.equipoise.core.planning.PlannedTrial;

/**
 * Z at the time of a given number of events, from Z at the time c at which that many are expected: as for a weighted
 * log-rank statistic, E Z(τ) = E Z(c) + z̈ var(N) / 2 + (ż cov(N, N') - cov(N, Z')) / ℓ, with dots for derivatives by
 * the expected number of events and ℓ for its rate; to first order Z(τ) fluctuates as Z - ż N does.
 */
final class CurveEventLook {
    /** Largest half width of derivatives, over the time of the look. */
    private static final double WIDEST = 0.4;
    /** And over the time since patients could first have been followed so long. */
    private static final double WIDEST_OF_FOLLOWED = 0.8;

    private final EventCovariances events;
    private final double slope;
    private final double curvature;

    CurveEventLook(PlannedTrial trial, double total, CurveTest test, double time, EventCovariances events) {
        this.events = events;
        double half = Math.min(
                Math.sqrt(events.variance()) / events.rate(),
                Math.min(WIDEST * time, WIDEST_OF_FOLLOWED * (time - test.until())));
        ExpectedEvents expected = ExpectedEvents.of(trial).whenAllHaveCome(total);
        double here = expected.events(time);
        double fewer = here - expected.events(time - half);
        double more = expected.events(time + half) - here;
        double value = drift(trial, total, test, time);
        double before = (value - drift(trial, total, test, time - half)) / fewer;
        double after = (drift(trial, total, test, time + half) - value) / more;
        curvature = 2 * (after - before) / (fewer + more);
        slope = (more * before + fewer * after) / (fewer + more);
    }

    private static double drift(PlannedTrial trial, double total, CurveTest test, double time) {
        return CurvePlan.of(trial, time).whenAllHaveCome(total).compared(test).drift();
    }

    /** The cumulants there, from those at c. */
    ZCumulants stopped(ZCumulants z) {
        double withCount = events.withZ() - slope * events.variance();
        return new ZCumulants(
                z.mean()
                        + curvature * events.variance() / 2
                        + (slope * events.ahead() - events.aheadOfZ()) / events.rate(),
                z.variance() - slope * (events.withZ() + withCount),
                z.third() + 3 * curvature * withCount * withCount);
    }
}
