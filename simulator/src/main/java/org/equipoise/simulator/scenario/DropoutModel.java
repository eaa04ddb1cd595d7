package org.equipoise.simulator.scenario;

import org.equipoise.core.distribution.EventTimeDistribution;
import org.jspecify.annotations.Nullable;

/** How patients are lost to follow-up: any time-to-event model, or the share lost by a time. */
@Doc("How patients are lost to follow-up: any time-to-event model, or {probability, by}.")
public sealed interface DropoutModel permits EventModel, DropoutModel.LostBy {
    /**
     * The distribution of the time.
     *
     * @param control the control arm's distribution, which a hazard ratio refers to; null in the control arm itself
     * @throws IllegalArgumentException when the model refers to the control arm and there is none
     */
    EventTimeDistribution distribution(@Nullable EventTimeDistribution control);

    /**
     * The same model in slower or faster time: every time is multiplied.
     *
     * @param factor above 0: 2 doubles the median
     * @throws InvalidScenarioException when a number leaves its range
     */
    DropoutModel stretched(double factor);

    /** Whether the model is spelled as a hazard ratio against the control arm. */
    default boolean refersToControl() {
        return false;
    }

    /**
     * Exponential, with a share lost by a time.
     *
     * @param probability share lost
     * @param by time since randomisation
     */
    @Doc("Exponential dropout: this share is lost by this time.")
    record LostBy(
            @Doc("Share of patients lost by that time.") @Range(atLeast = 0, below = 1)
            double probability,

            @Doc("Time since randomisation.") @Range(above = 0, atMost = 1e6)
            double by)
            implements DropoutModel {
        /** Validates both numbers. */
        public LostBy {
            Faults.of(LostBy.class, probability, by).throwIfAny();
        }

        @Override
        public EventTimeDistribution distribution(@Nullable EventTimeDistribution control) {
            return EventModel.exponential(-StrictMath.log1p(-probability) / by);
        }

        @Override
        public LostBy stretched(double factor) {
            return new LostBy(probability, factor * by);
        }
    }
}
