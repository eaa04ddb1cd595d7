package org.equipoise.simulator.scenario;

/**
 * An enrolment rate from a calendar time on.
 *
 * @param from calendar time
 * @param rate patients per time unit
 */
@Doc("An enrolment rate from a calendar time on.")
public record RatePiece(
        @Doc("Calendar time at which this rate begins; the first is 0.") @Range(atLeast = 0, atMost = 1e6)
        double from,

        @Doc("Patients per time unit.") @Range(atLeast = 0, atMost = 1e9)
        double rate) {

    /** Validates both numbers. */
    public RatePiece {
        Faults.of(RatePiece.class, from, rate).throwIfAny();
    }
}
