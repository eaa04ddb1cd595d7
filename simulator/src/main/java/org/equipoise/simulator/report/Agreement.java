package org.equipoise.simulator.report;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.equipoise.simulator.analytic.AnalyticPower;
import org.equipoise.simulator.engine.ComparisonResult;
import org.equipoise.simulator.engine.summary.Estimate;

/**
 * How far simulation and calculation are apart.
 *
 * @param arm experimental
 * @param standardErrors Monte Carlo standard errors between the simulated power and the calculated one, at least 0
 * @param below whether the simulated one is below
 */
public record Agreement(String arm, double standardErrors, boolean below) {
    /** Of each comparison that has a calculated power and a simulated one with an error. */
    public static List<Agreement> of(RunReport run) {
        List<Agreement> all = new ArrayList<>();
        for (ComparisonResult comparison : run.result().comparisons()) {
            OptionalDouble analytic = run.power().of(comparison.arm(), AnalyticPower.SHOWN);
            Estimate simulated = comparison.stopping().power();
            if (analytic.isPresent() && simulated.standardError() > 0) {
                double gap = simulated.standardErrorsFrom(analytic.getAsDouble());
                all.add(new Agreement(comparison.arm(), Math.abs(gap), gap < 0));
            }
        }
        return all;
    }
}
