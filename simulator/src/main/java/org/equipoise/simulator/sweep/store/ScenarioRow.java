package org.equipoise.simulator.sweep.store;

import java.util.ArrayList;
import java.util.List;
import org.equipoise.simulator.engine.SimulationResult;
import org.equipoise.simulator.reading.ReadScenario;

/**
 * A finished scenario in one row.
 *
 * @param hash names the scenario
 * @param seed names its random numbers
 * @param replicates how many trials were simulated
 * @param version of the program that did it
 * @param figures one for each {@link SweepColumn}; NaN where there is none
 */
public record ScenarioRow(String hash, long seed, long replicates, String version, List<Double> figures) {
    /** Copies the list. */
    public ScenarioRow {
        figures = List.copyOf(figures);
    }

    /** The row of a result. */
    static ScenarioRow of(ReadScenario read, SimulationResult result) {
        List<Double> figures = new ArrayList<>();
        for (SweepColumn column : SweepColumn.values()) {
            figures.add(column.of(result));
        }
        return new ScenarioRow(
                read.hash(),
                read.scenario().simulation().seed(),
                result.replicates(),
                Origin.here().version(),
                figures);
    }

    /** The same row with power without simulation, which may be NaN. */
    public ScenarioRow withAnalyticPower(double power) {
        List<Double> more = new ArrayList<>(figures);
        more.set(SweepColumn.ANALYTIC_POWER.ordinal(), power);
        return new ScenarioRow(hash, seed, replicates, version, more);
    }

    /** One of the figures. */
    public double figure(SweepColumn column) {
        return figures.get(column.ordinal());
    }
}
