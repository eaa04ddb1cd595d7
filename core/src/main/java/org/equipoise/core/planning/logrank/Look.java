package org.equipoise.core.planning.logrank;

import org.equipoise.core.planning.ExpectedEvents;

/**
 * When a trial is looked at.
 *
 * @param byEvents true when {@code at} is a number of events, false when it is a calendar time
 * @param at positive and finite
 */
public record Look(boolean byEvents, double at) {
    /** @throws IllegalArgumentException when {@code at} is not positive and finite */
    public Look {
        if (!(at > 0 && at <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException(
                    (byEvents ? "events" : "calendar time") + " of a look must be positive and finite, was " + at);
        }
    }

    /** When {@code events} have been seen in all arms together. */
    public static Look atEvents(double events) {
        return new Look(true, events);
    }

    /** At calendar time {@code time}. */
    public static Look atTime(double time) {
        return new Look(false, time);
    }

    /** Events there: as asked for, or expected. */
    public double eventsOf(ExpectedEvents expected) {
        return byEvents ? at : expected.events(at);
    }

    /** Its expected calendar time; infinite when endless follow-up does not give its events. */
    public double timeOf(ExpectedEvents expected) {
        return byEvents ? expected.timeOf(at) : at;
    }

    @Override
    public String toString() {
        return byEvents ? at + " events" : "calendar time " + at;
    }
}
