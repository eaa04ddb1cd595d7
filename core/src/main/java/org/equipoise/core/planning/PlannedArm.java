package org.equipoise.core.planning;

import org.equipoise.core.distribution.EventTimeDistribution;
import org.jspecify.annotations.Nullable;

/**
 * What is assumed of one arm. Event and dropout are independent; whichever comes first is what is seen.
 *
 * @param allocation share of the patients, relative to the other arms; positive and finite
 * @param event time from randomisation to the event
 * @param dropout time from randomisation to loss to follow-up; null when nobody is lost
 */
public record PlannedArm(double allocation, EventTimeDistribution event, @Nullable EventTimeDistribution dropout) {

    /** @throws IllegalArgumentException when the allocation is not positive and finite */
    public PlannedArm {
        if (!(allocation > 0 && allocation <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("allocation must be positive and finite, was " + allocation);
        }
    }

    /** An arm without dropout; see {@link #PlannedArm(double, EventTimeDistribution, EventTimeDistribution)}. */
    public static PlannedArm of(double allocation, EventTimeDistribution event) {
        return new PlannedArm(allocation, event, null);
    }

    /** This arm with another time to loss to follow-up. */
    public PlannedArm withDropout(EventTimeDistribution dropout) {
        return new PlannedArm(allocation, event, dropout);
    }
}
