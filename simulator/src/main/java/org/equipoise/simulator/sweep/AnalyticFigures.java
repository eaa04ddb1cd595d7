package org.equipoise.simulator.sweep;

import java.util.ArrayList;
import java.util.List;
import org.equipoise.simulator.analytic.AnalyticPower;
import org.equipoise.simulator.analytic.Expectations;
import org.equipoise.simulator.reading.ReadScenario;
import org.equipoise.simulator.reading.ReadSweep;
import org.equipoise.simulator.reading.SweepCase;
import org.equipoise.simulator.scenario.Scenario;
import org.equipoise.simulator.sweep.store.ResultKeeper;
import org.equipoise.simulator.sweep.store.ScenarioRow;
import org.equipoise.simulator.sweep.store.SweepColumn;

/**
 * Power without simulation, beside that of finished scenarios. Asked for alone: it takes as long as many replicates.
 */
final class AnalyticFigures {
    private AnalyticFigures() {}

    /** Adds it to the rows that have none. */
    static void add(ReadSweep sweep, ResultKeeper keeper) {
        List<ScenarioRow> more = new ArrayList<>();
        for (SweepCase each : sweep.cases()) {
            ScenarioRow row = keeper.finished().get(each.read().hash());
            if (row != null && Double.isNaN(row.figure(SweepColumn.ANALYTIC_POWER))) {
                more.add(row.withAnalyticPower(power(each.read())));
            }
        }
        keeper.replace(more);
    }

    private static double power(ReadScenario read) {
        Scenario scenario = read.scenario();
        List<String> arms = scenario.experimentalArms();
        return arms.size() > 1
                ? Double.NaN
                : AnalyticPower.of(scenario, Expectations.of(scenario), read.bounds())
                        .of(arms.get(0), AnalyticPower.SHOWN)
                        .orElse(Double.NaN);
    }
}
