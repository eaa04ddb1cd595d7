package org.equipoise.core.planning.logrank;

import java.util.List;
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
        double step = STEP * time;
        double[] soon = {time, time + step, time + 2 * step};
        Courses courses = Courses.of(trial, entries, soon, List.of(statistic));
        Expansion[] z = new Expansion[soon.length];
        for (int k = 0; k < soon.length; k++) {
            z[k] = statistic.at(new Cut(courses, entries, trial.patients(), soon[k]));
        }
        here = z[0];
        double spread = spread(here.cut(), z[1].cut());
        Expansion before = at(trial, entries, statistic, time - spread);
        Expansion after = at(trial, entries, statistic, time + spread);
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
            Cut later = z[k].cut();
            Linear moving = k == 0 ? stopped : z[k].linear().combine(1, later.eventCount(), -slope);
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
    private static double spread(Cut here, Cut soon) {
        double rate = (soon.events() - here.events()) / (soon.time - here.time);
        return Math.min(Math.sqrt(here.variance(here.eventCount())) / rate, WIDEST * here.time);
    }

    /** On a grid of its own: one for all cuts would have the breakpoints of each. */
    private static Expansion at(PlannedTrial trial, Entries entries, Statistic statistic, double time) {
        Courses courses = Courses.of(trial, entries, new double[] {time}, List.of(statistic));
        return statistic.at(new Cut(courses, entries, trial.patients(), time));
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
