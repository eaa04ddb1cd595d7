package org.equipoise.core.planning.logrank;

import org.equipoise.core.planning.PlannedTrial;

/**
 * Z at the time τ of a given number of events, expanded about the time c at which that many are expected.
 *
 * <p>With N the number of events by a calendar time, m its mean and ℓ = dm/dc, z(c) the value of Z at the expected data
 * and dots for derivatives by m: to second order
 *
 * <p>E Z(τ) = E Z(c) + z̈ var(N) / 2 + (ż cov(N, N') - cov(N, Z')) / ℓ
 *
 * <p>where cov(N, F') is the derivative of cov(N(c), F(c + h)) at h = 0. It follows from E ∫ g(N) Z dN = Σ g(d) E
 * Z(τ_d) for smooth g, both sides expanded and integrated by parts. To first order Z(τ) fluctuates as W = Z - ż N does.
 */
final class EventLook {
    private static final double STEP = 0.01;
    /** Largest half width of derivatives by m, over the time itself. */
    private static final double WIDEST = 0.4;

    private final Expansion here;
    private final Linear stopped;
    private final double slope;
    private final double mean;
    private final double third;
    private final double variance;

    EventLook(PlannedTrial trial, Entries entries, Statistic statistic, double time) {
        double spread = spread(trial, entries, time);
        double step = STEP * time;
        double[] times = {time - spread, time, time + step, time + 2 * step, time + spread};
        Courses courses = Courses.of(trial, entries, times, statistic.horizon());
        Expansion[] z = new Expansion[times.length];
        for (int k = 0; k < times.length; k++) {
            z[k] = statistic.at(new Cut(courses, entries, trial.patients(), times[k]));
        }
        Expansion before = z[0];
        Expansion after = z[times.length - 1];
        here = z[1];
        Cut cut = here.cut();
        double events = cut.events();
        double fewer = events - before.cut().events();
        double more = after.cut().events() - events;
        double slopeBefore = (here.z() - before.z()) / fewer;
        double slopeAfter = (after.z() - here.z()) / more;
        double curvature = 2 * (slopeAfter - slopeBefore) / (fewer + more);
        slope = (more * slopeBefore + fewer * slopeAfter) / (fewer + more);

        Linear count = cut.eventCount();
        stopped = here.linear().combine(1, count, -slope);
        double[] ahead = new double[3];
        double[] seen = new double[3];
        for (int k = 0; k < 3; k++) {
            Cut later = z[k + 1].cut();
            Linear moving = z[k + 1].linear().combine(1, later.eventCount(), -slope);
            ahead[k] = cut.covariance(count, later, moving);
            seen[k] = later.events();
        }
        mean = here.z() + here.bias() + curvature * cut.variance(count) / 2 - rise(ahead) / rise(seen);

        Perturbation perturbation = new Perturbation(here, stopped);
        double biasChange = (after.bias() - before.bias()) / (fewer + more);
        double varianceChange = (variance(after, slope) - variance(before, slope)) / (fewer + more);
        double withCount = cut.covariance(stopped, count);
        variance = cut.variance(stopped) + perturbation.varianceCorrection() - 2 * withCount * biasChange;
        third = cut.thirdCumulant(stopped)
                + 3 * (perturbation.curvature() + curvature * withCount * withCount - withCount * varianceChange);
    }

    /**
     * Half the width over which derivatives by m are taken: the standard deviation of the time of the look, so that
     * they are means where a hazard jumps at about the follow-up of the last patients.
     */
    private static double spread(PlannedTrial trial, Entries entries, double time) {
        double step = STEP * time;
        Courses courses = Courses.of(trial, entries, new double[] {time, time + step}, Double.POSITIVE_INFINITY);
        Cut here = new Cut(courses, entries, trial.patients(), time);
        double rate = (new Cut(courses, entries, trial.patients(), time + step).events() - here.events()) / step;
        return Math.min(Math.sqrt(here.variance(here.eventCount())) / rate, WIDEST * time);
    }

    /** Twice the step times the slope at the first of three values, one step from each other. */
    private static double rise(double[] f) {
        return -3 * f[0] + 4 * f[1] - f[2];
    }

    private static double variance(Expansion z, double slope) {
        return z.cut().variance(z.linear().combine(1, z.cut().eventCount(), -slope));
    }

    double slope() {
        return slope;
    }

    TestMoments moments() {
        Cut cut = here.cut();
        return TestMoments.of(cut, here, mean, variance, third);
    }
}
