package org.equipoise.simulator.scenario;

/**
 * A hazard from a time since randomisation on.
 *
 * @param from time since randomisation
 * @param hazard events per patient and time unit
 */
@Doc("A hazard from a time since randomisation on.")
public record HazardPiece(
        @Doc("Time since randomisation at which this hazard begins; the first is 0.") @Range(atLeast = 0, atMost = 1e6)
        double from,

        @Doc("Events per patient and time unit.") @Range(atLeast = 0, atMost = 1e6)
        double hazard) {

    /** Validates both numbers. */
    public HazardPiece {
        Faults.of(HazardPiece.class, from, hazard).throwIfAny();
    }
}
