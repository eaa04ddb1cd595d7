package org.equipoise.core.planning.staged;

import java.util.ArrayList;
import java.util.List;
import org.equipoise.core.planning.ExpectedEvents;
import org.equipoise.core.planning.logrank.Look;

/** Looks that keep their share of the last look's events when that moves. */
final class LookShares {
    private LookShares() {}

    /** Events at each look: as asked for, or expected. */
    static double[] events(List<Look> looks, ExpectedEvents expected) {
        return looks.stream().mapToDouble(look -> look.eventsOf(expected)).toArray();
    }

    /** Expected calendar time of each look, infinite where endless follow-up does not give its events. */
    static double[] calendarTimes(List<Look> looks, ExpectedEvents expected) {
        return looks.stream().mapToDouble(look -> look.timeOf(expected)).toArray();
    }

    /**
     * Looks by calendar time move to when their share is expected.
     *
     * @param before events at the looks as they were
     * @param last the last look as it is now
     * @param now what is expected now
     */
    static List<Look> kept(List<Look> looks, double[] before, Look last, ExpectedEvents now) {
        double events = last.eventsOf(now);
        List<Look> moved = new ArrayList<>();
        for (int k = 0; k < looks.size() - 1; k++) {
            double share = events * before[k] / before[before.length - 1];
            moved.add(looks.get(k).byEvents() ? Look.atEvents(share) : Look.atTime(now.timeOf(share)));
        }
        moved.add(last);
        return moved;
    }

    /**
     * Events when look {@code k} (from 0) comes with {@code seen} and the others as expected: not nearer to those of a
     * neighbour than where it hardly matters how near.
     */
    static double[] with(double[] expected, int k, double seen) {
        double before = k == 0 ? 0 : expected[k - 1];
        double[] events = expected.clone();
        double least = near(before, expected[k]);
        double most = k < expected.length - 1 ? near(expected[k + 1], expected[k]) : seen;
        events[k] = Math.max(least, Math.min(seen, most));
        return events;
    }

    private static double near(double other, double expected) {
        return other + 0.02 * (expected - other);
    }
}
