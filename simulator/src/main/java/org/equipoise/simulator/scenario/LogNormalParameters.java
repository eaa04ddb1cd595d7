package org.equipoise.simulator.scenario;

/**
 * Parameters of a log-normal distribution.
 *
 * @param median time by which half have had the event
 * @param sigma standard deviation of the logarithm of the time
 */
@Doc("median and sigma.")
public record LogNormalParameters(
        @Doc("Time by which half have had the event.") @Range(above = 0, atMost = 1e6)
        double median,

        @Doc("Standard deviation of the logarithm of the time.") @Range(above = 0, atMost = 100)
        double sigma) {

    /** Validates both numbers. */
    public LogNormalParameters {
        Faults.of(LogNormalParameters.class, median, sigma).throwIfAny();
    }
}
