package org.equipoise.simulator.report;

import java.util.List;
import org.equipoise.simulator.analytic.AnalyticPower;
import org.equipoise.simulator.analytic.Expectations;
import org.equipoise.simulator.design.BoundPlan;
import org.equipoise.simulator.engine.SimulationResult;
import org.equipoise.simulator.expect.CheckedExpectation;

/**
 * A finished run and what is told beside its figures.
 *
 * @param result the simulated operating characteristics
 * @param expectations what is expected without simulation
 * @param power the same for power
 * @param bounds as planned
 * @param scenarioHash names the scenario's content
 * @param version of the program
 * @param underNull whether every experimental arm was simulated under the null hypothesis
 * @param expected what the scenario expects of the figures, checked
 * @param elapsedSeconds wall-clock time of the simulation
 * @param warnings in words
 */
public record RunReport(
        SimulationResult result,
        Expectations expectations,
        AnalyticPower power,
        BoundPlan bounds,
        String scenarioHash,
        String version,
        boolean underNull,
        List<CheckedExpectation> expected,
        double elapsedSeconds,
        List<String> warnings) {
    /** Copies the lists. */
    public RunReport {
        expected = List.copyOf(expected);
        warnings = List.copyOf(warnings);
    }
}
