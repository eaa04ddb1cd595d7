package org.equipoise.simulator.scenario;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Parameters of a Weibull distribution.
 *
 * @param shape below 1 the hazard falls, above 1 it rises
 * @param median time by which half have had the event; this or {@code scale}
 * @param scale time by which 63 % have had the event; this or {@code median}
 */
@Doc("shape, and either median or scale.")
public record WeibullParameters(
        @Doc("Below 1 the hazard falls, above 1 it rises.") @Range(atLeast = 0.01, atMost = 100)
        double shape,

        @Doc("Time by which half have had the event; this or scale.") @Range(above = 0, atMost = 1e6) @Nullable
        Double median,

        @Doc("Time by which 63 % have had the event; this or median.") @Range(above = 0, atMost = 1e6) @Nullable
        Double scale) {

    /** Validates the numbers, and that one of median and scale is given. */
    public WeibullParameters {
        Faults.of(WeibullParameters.class, shape, median, scale)
                .and(f -> check(f, shape, median, scale))
                .throwIfAny();
    }

    static void check(Faults faults, @Nullable Double shape, @Nullable Double median, @Nullable Double scale) {
        faults.requireOneOf("median", median, "scale", scale);
    }

    double scaleOrThrow() {
        return Objects.requireNonNull(scale);
    }
}
