package org.equipoise.simulator.sweep.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.equipoise.simulator.engine.ComparisonResult;
import org.equipoise.simulator.engine.LookResult;
import org.equipoise.simulator.engine.SimulationResult;
import org.equipoise.simulator.engine.Stopping;
import org.equipoise.simulator.engine.summary.Estimate;

/** Adds what scenarios have come to, a row for each thing, to the tables of a store. */
final class ResultRows implements AutoCloseable {
    private final SqlRows progress;
    private final SqlRows results;
    private final SqlRows looks;
    private final SqlRows comparisons;

    private ResultRows(Connection connection) throws SQLException {
        progress = new SqlRows(connection, "progress");
        results = new SqlRows(connection, "scenarioResult");
        looks = new SqlRows(connection, "lookResult");
        comparisons = new SqlRows(connection, "comparisonResult");
    }

    static void add(Connection connection, List<KeptScenario> scenarios, Origin origin) throws SQLException {
        try (ResultRows rows = new ResultRows(connection)) {
            for (KeptScenario each : scenarios) {
                rows.add(each, origin);
            }
        }
    }

    private void add(KeptScenario kept, Origin origin) throws SQLException {
        String hash = kept.read().hash();
        SimulationResult result = kept.result();
        progress.row()
                .add(hash)
                .add(origin.version())
                .add(kept.replicates())
                .add(kept.planned())
                .add(result != null)
                .add(kept.state())
                .end();
        ScenarioRow row = kept.row();
        if (result != null && row != null) {
            add(row);
            for (LookResult look : result.looks()) {
                add(hash, look, result.stopping());
                for (ComparisonResult comparison : result.comparisons()) {
                    add(hash, look.look(), comparison);
                }
            }
        }
    }

    private void add(ScenarioRow row) throws SQLException {
        results.row().add(row.hash()).add(row.seed()).add(row.replicates()).add(row.version());
        for (double figure : row.figures()) {
            results.add(figure);
        }
        results.end();
    }

    private void add(String hash, LookResult look, Stopping stopping) throws SQLException {
        int k = look.look() - 1;
        looks.row()
                .add(hash)
                .add(look.look())
                .add(look.reached().value())
                .add(look.calendarTime().mean().value())
                .add(look.calendarTime().mean().standardError())
                .add(look.enrolled().value())
                .add(look.dropouts().value())
                .add(look.events().value())
                .add(look.events().standardError())
                .add(stopping.rejected().get(k).value())
                .add(stopping.cumulativeRejected().get(k).value())
                .add(stopping.futile().get(k).value())
                .end();
    }

    private void add(String hash, int look, ComparisonResult comparison) throws SQLException {
        int k = look - 1;
        Stopping stopping = comparison.stopping();
        Estimate cumulative = stopping.cumulativeRejected().get(k);
        comparisons
                .row()
                .add(hash)
                .add(comparison.arm())
                .add(look)
                .add(stopping.rejected().get(k).value())
                .add(cumulative.value())
                .add(cumulative.standardError())
                .add(stopping.futile().get(k).value())
                .add(comparison.z().get(k).mean().value())
                .add(comparison.z().get(k).sd())
                .add(median(comparison, k))
                .end();
    }

    private static double median(ComparisonResult comparison, int k) {
        return comparison.hazardRatio() == null
                ? Double.NaN
                : comparison.hazardRatio().get(k).stream()
                        .filter(quantile -> quantile.probability() == 0.5)
                        .mapToDouble(quantile -> quantile.value())
                        .findFirst()
                        .orElse(Double.NaN);
    }

    @Override
    public void close() throws SQLException {
        try (progress;
                results;
                looks;
                comparisons) {
            // Each hands its rows over as it closes.
        }
    }
}
