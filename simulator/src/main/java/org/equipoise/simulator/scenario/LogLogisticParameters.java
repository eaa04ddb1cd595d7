package org.equipoise.simulator.scenario;

/**
 * Parameters of a log-logistic distribution.
 *
 * @param median time by which half have had the event
 * @param shape larger is less spread; the mean is infinite up to 1
 */
@Doc("median and shape.")
public record LogLogisticParameters(
        @Doc("Time by which half have had the event.") @Range(above = 0, atMost = 1e6)
        double median,

        @Doc("Larger is less spread; the mean is infinite up to 1.") @Range(atLeast = 0.01, atMost = 100)
        double shape) {

    /** Validates both numbers. */
    public LogLogisticParameters {
        Faults.of(LogLogisticParameters.class, median, shape).throwIfAny();
    }
}
