package org.equipoise.core.planning.logrank;

import java.util.List;
import org.equipoise.core.planning.ExpectedEvents;
import org.equipoise.core.planning.PlannedTrial;

/** A look at a trial whose entries are independent: its time, its moments, and how Z fluctuates there. */
final class LookAt {
    /** Share of the events of endless follow-up beyond which all are taken to have happened. */
    private static final double ALL = 1 - 1e-9;

    private final double time;
    /** Change of Z with the number of events; 0 at a calendar time. */
    private final double slope;

    private final TestMoments moments;

    private LookAt(double time, double slope, TestMoments moments) {
        this.time = time;
        this.slope = slope;
        this.moments = moments;
    }

    /**
     * @param limit events that endless follow-up gives, in expectation
     * @param time expected
     */
    static LookAt of(PlannedTrial trial, Entries entries, Statistic statistic, Look look, double limit, double time) {
        if (!look.byEvents()) {
            return atTime(trial, entries, statistic, time);
        }
        // So near the end the events may never be seen; trials are then analysed when nothing is left to happen.
        double scatter = Math.sqrt(limit * Math.max(0, 1 - limit / trial.patients()));
        if (look.at() > limit - Math.max(1, scatter)) {
            return atTime(trial, entries, statistic, time);
        }
        EventLook eventLook = new EventLook(trial, entries, statistic, time);
        return new LookAt(time, eventLook.slope(), eventLook.moments());
    }

    /**
     * Expected calendar time of a look; for the very last event, a time when next to nothing is left to happen.
     *
     * @param expected with these entries
     */
    static double timeOf(ExpectedEvents expected, double patients, Look look) {
        return look.byEvents() ? expected.timeOf(events(expected, patients, look)) : look.at();
    }

    /** The same from a time that is near. */
    static double timeOf(ExpectedEvents expected, double patients, Look look, double near) {
        return look.byEvents() ? expected.timeOf(events(expected, patients, look), near) : look.at();
    }

    private static double events(ExpectedEvents expected, double patients, Look look) {
        double events = look.at();
        double limit = expected.maximum();
        boolean all = events <= patients && limit > ALL * patients && events > ALL * limit;
        if (events >= limit && !all) {
            throw new IllegalArgumentException("events must be fewer than endless follow-up gives, " + limit
                    + " expected of " + patients + " patients, was " + events);
        }
        return all ? limit * (1 - 1e-4) : events;
    }

    private static LookAt atTime(PlannedTrial trial, Entries entries, Statistic statistic, double time) {
        Courses courses = Courses.of(trial, entries, new double[] {time}, List.of(statistic));
        Cut cut = new Cut(courses, entries, trial.patients(), time);
        Expansion z = statistic.at(cut);
        Linear linear = z.linear();
        Perturbation perturbation = new Perturbation(z, linear);
        double variance = cut.variance(linear) + perturbation.varianceCorrection();
        double third = cut.thirdCumulant(linear) + 3 * perturbation.curvature();
        Linear count = cut.eventCount();
        TestMoments moments = TestMoments.of(
                cut, z, z.z() + z.bias(), variance, third, cut.variance(count), cut.covariance(linear, count));
        return new LookAt(time, 0, moments);
    }

    double time() {
        return time;
    }

    TestMoments moments() {
        return moments;
    }

    /** To first order how Z at this look fluctuates. */
    Linear fluctuation(Expansion z) {
        return z.linear().combine(1, z.cut().eventCount(), -slope);
    }
}
