package org.equipoise.simulator.sweep.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.equipoise.simulator.reading.ReadSweep;
import org.equipoise.simulator.reading.ScenarioText;
import org.equipoise.simulator.reading.SweepAxis;
import org.equipoise.simulator.reading.SweepCase;
import org.equipoise.simulator.scenario.Scenario;

/** What a store says that its sweep consists of: the sweep itself, its cases, their assumptions, their scenarios. */
final class CaseRows {
    private CaseRows() {}

    /** Adds a sweep and its cases; scenarios that the store has stay. */
    static void add(Connection connection, ReadSweep sweep, Origin origin) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO sweep VALUES (?, ?, ?, ?, ?, ?, CAST(now() AS TIMESTAMP), NULL)")) {
            insert.setInt(1, StoreSchema.FORMAT);
            insert.setString(2, sweep.name());
            insert.setString(3, sweep.hash());
            insert.setString(4, origin.version());
            insert.setString(5, origin.java());
            insert.setString(6, origin.generator());
            insert.execute();
        }
        addCases(connection, sweep);
        Description.writeAxes(connection, sweep.axes());
    }

    private static void addCases(Connection connection, ReadSweep sweep) throws SQLException {
        Set<String> known = scenarios(connection);
        try (SqlRows scenarios = new SqlRows(connection, "scenario");
                SqlRows grid = new SqlRows(connection, "grid");
                SqlRows assumptions = new SqlRows(connection, "assumption")) {
            int number = 1;
            for (SweepCase each : sweep.cases()) {
                String hash = each.read().hash();
                grid.row().add(number).add(hash).end();
                if (known.add(hash)) {
                    Scenario scenario = each.read().scenario();
                    scenarios
                            .row()
                            .add(hash)
                            .add(scenario.simulation().seed())
                            .add(scenario.simulation().replicates())
                            .add(ScenarioText.of(scenario))
                            .end();
                }
                for (int p = 0; p < sweep.paths().size(); p++) {
                    assumptions
                            .row()
                            .add(number)
                            .add(p)
                            .add(sweep.paths().get(p))
                            .add(each.values().get(p))
                            .end();
                }
                number++;
            }
        }
    }

    private static Set<String> scenarios(Connection connection) throws SQLException {
        Set<String> hashes = new HashSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT scenarioHash FROM scenario")) {
            while (rows.next()) {
                hashes.add(rows.getString(1));
            }
        }
        return hashes;
    }

    /**
     * The sweep of a store.
     *
     * @param file for faults
     * @throws StoreFaultException when it holds none
     */
    static StoredSweep sweep(Connection connection, Path file) throws SQLException {
        Map<Integer, List<String>> values = new HashMap<>();
        Map<Integer, String> paths = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT number, position, path, value FROM assumption ORDER BY number, position")) {
            while (rows.next()) {
                values.computeIfAbsent(rows.getInt(1), k -> new ArrayList<>()).add(rows.getString(4));
                paths.put(rows.getInt(2), rows.getString(3));
            }
        }
        List<StoredSweep.Case> cases = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT number, scenarioHash FROM grid ORDER BY number")) {
            while (rows.next()) {
                cases.add(new StoredSweep.Case(values.getOrDefault(rows.getInt(1), List.of()), rows.getString(2)));
            }
        }
        List<String> ordered = new ArrayList<>();
        for (int p = 0; p < paths.size(); p++) {
            ordered.add(String.valueOf(paths.get(p)));
        }
        List<SweepAxis> axes = Description.axes(connection, ordered);
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT name, hash FROM sweep")) {
            if (!row.next()) {
                throw SqlFaults.damaged(file, "it does not say which sweep it holds", null);
            }
            return new StoredSweep(row.getString(1), row.getString(2), ordered, cases, axes);
        }
    }
}
