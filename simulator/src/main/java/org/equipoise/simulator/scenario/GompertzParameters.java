package org.equipoise.simulator.scenario;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Parameters of a Gompertz distribution.
 *
 * @param shape growth of the log hazard per time unit; when negative, some never have the event
 * @param median time by which half have had the event; this or {@code rate}
 * @param rate hazard at time 0; this or {@code median}
 */
@Doc("shape, and either median or rate.")
public record GompertzParameters(
        @Doc("Growth of the log hazard per time unit; when negative, some never have the event.")
        @Range(atLeast = -1000, atMost = 1000)
        double shape,

        @Doc("Time by which half have had the event; this or rate.") @Range(above = 0, atMost = 1e6) @Nullable
        Double median,

        @Doc("Hazard at time 0; this or median.") @Range(above = 0, atMost = 1e6) @Nullable
        Double rate) {

    /** Validates the numbers, and that one of median and rate is given. */
    public GompertzParameters {
        Faults.of(GompertzParameters.class, shape, median, rate)
                .and(f -> check(f, shape, median, rate))
                .throwIfAny();
    }

    static void check(Faults faults, @Nullable Double shape, @Nullable Double median, @Nullable Double rate) {
        faults.requireOneOf("median", median, "rate", rate);
    }

    double rateOrThrow() {
        return Objects.requireNonNull(rate);
    }
}
