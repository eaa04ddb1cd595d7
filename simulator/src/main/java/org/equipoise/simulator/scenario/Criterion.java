package org.equipoise.simulator.scenario;

import org.jspecify.annotations.Nullable;

/**
 * What a figure of the result must be for the design to serve.
 *
 * @param atLeast its least value, or null
 * @param atMost its largest value, or null
 */
@Doc("What a figure of the result must be: at least, at most, or both.")
public record Criterion(
        @Doc("Its least value.") @Nullable Double atLeast,

        @Doc("Its largest value.") @Nullable Double atMost) {

    /** Validates that there is a bound, and that two of them leave room. */
    public Criterion {
        Faults.of(Criterion.class, atLeast, atMost)
                .and(f -> check(f, atLeast, atMost))
                .throwIfAny();
    }

    static void check(Faults faults, @Nullable Double atLeast, @Nullable Double atMost) {
        if (faults.isLeftOut("atLeast", atLeast) && faults.isLeftOut("atMost", atMost)) {
            faults.add("", "neither atLeast nor atMost is given", "give one of them, or both");
        } else if (atLeast != null && atMost != null && atLeast > atMost) {
            faults.add(
                    "atMost",
                    "must not be below atLeast, " + Faults.plain(atLeast) + ", was " + Faults.plain(atMost),
                    "exchange the two, or keep one of them");
        }
    }
}
