package org.equipoise.simulator.report.figure;

import java.util.Optional;
import org.equipoise.simulator.analytic.StagewiseEstimates;

/**
 * What an example tells at its stop, adjusted for the looks by stagewise ordering.
 *
 * @param p p-value, two-sided where the test is
 * @param hazardRatio median-unbiased
 * @param low its exact lower 95 % limit
 * @param high its exact upper 95 % limit
 */
public record ExampleStop(double p, double hazardRatio, double low, double high) {
    /** Of the look at which a trial stopped; empty where that was not reached, or nothing is estimated. */
    public static Optional<ExampleStop> of(StagewiseEstimates stagewise, ExampleLook look) {
        if (!Double.isFinite(look.z()) || Double.isNaN(look.standardError())) {
            return Optional.empty();
        }
        StagewiseEstimates.Adjusted adjusted =
                stagewise.exact(look.look(), Math.log(look.hazardRatio()), look.standardError());
        return Optional.of(new ExampleStop(
                stagewise.pValue(look.look(), look.z()),
                Math.exp(adjusted.value()),
                Math.exp(adjusted.low()),
                Math.exp(adjusted.high())));
    }
}
