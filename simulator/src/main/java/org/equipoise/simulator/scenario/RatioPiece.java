package org.equipoise.simulator.scenario;

/**
 * A hazard ratio from a time since randomisation on.
 *
 * @param from time since randomisation
 * @param is experimental over control
 */
@Doc("A hazard ratio from a time since randomisation on.")
public record RatioPiece(
        @Doc("Time since randomisation at which this ratio begins; the first is 0.") @Range(atLeast = 0, atMost = 1e6)
        double from,

        @Doc("Hazard ratio, experimental over control.") @Range(above = 0, atMost = 1000)
        double is) {

    /** Validates both numbers. */
    public RatioPiece {
        Faults.of(RatioPiece.class, from, is).throwIfAny();
    }
}
