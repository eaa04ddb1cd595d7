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

    private final Expansion here;
    private final Linear stopped;
    private final double slope;
    private final double mean;
    private final double third;
    private final double variance;

    EventLook(PlannedTrial trial, Entries entries, TestWeight weight, double theta, double time) {
        double step = STEP * time;
        double[] times = {time - step, time, time + step, time + 2 * step};
        Courses courses = Courses.of(trial, entries, times, weight.horizon());
        Expansion[] z = new Expansion[times.length];
        for (int k = 0; k < times.length; k++) {
            z[k] = new Expansion(new Cut(courses, entries, trial.patients(), times[k]), weight, theta);
        }
        here = z[1];
        Cut cut = here.cut();
        double events = cut.events();
        double rate = (z[2].cut().events() - z[0].cut().events()) / (2 * step);
        double rateChange = (z[2].cut().events() - 2 * events + z[0].cut().events()) / (step * step);
        double slopeInTime = (z[2].z() - z[0].z()) / (2 * step);
        double curvatureInTime = (z[2].z() - 2 * here.z() + z[0].z()) / (step * step);
        slope = slopeInTime / rate;
        double curvature = (curvatureInTime - slope * rateChange) / (rate * rate);

        Linear count = cut.eventCount();
        stopped = here.linear().combine(1, count, -slope);
        double[] ahead = new double[3];
        for (int k = 0; k < 3; k++) {
            Cut later = z[k + 1].cut();
            Linear moving = z[k + 1].linear().combine(1, later.eventCount(), -slope);
            ahead[k] = cut.covariance(count, later, moving);
        }
        double drift = (-3 * ahead[0] + 4 * ahead[1] - ahead[2]) / (2 * step);
        mean = here.z() + here.bias() + curvature * cut.variance(count) / 2 - drift / rate;

        Perturbation perturbation = new Perturbation(here, stopped);
        double biasChange = (z[2].bias() - z[0].bias()) / (2 * step);
        double varianceChange = (variance(z[2], slope) - variance(z[0], slope)) / (2 * step);
        double withCount = cut.covariance(stopped, count);
        variance = cut.variance(stopped) + perturbation.varianceCorrection() - 2 * withCount * biasChange / rate;
        third = cut.thirdCumulant(stopped)
                + 3
                        * (perturbation.curvature()
                                + curvature * withCount * withCount
                                - withCount * varianceChange / rate);
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
