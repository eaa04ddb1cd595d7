package org.equipoise.simulator.sweep.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.equipoise.simulator.reading.SweepAxis;

/** What a store says about its sweep beside the results. */
final class Description {
    private Description() {}

    static void writeAxes(Connection connection, List<SweepAxis> axes) throws SQLException {
        try (SqlRows rows = new SqlRows(connection, "axis")) {
            for (int a = 0; a < axes.size(); a++) {
                SweepAxis axis = axes.get(a);
                rows.row()
                        .add(a)
                        .add(axis.block())
                        .add(axis.paths().size())
                        .add(axis.rows())
                        .end();
            }
        }
    }

    /**
     * The ways to vary that are crossed.
     *
     * @param paths their columns, in order
     */
    static List<SweepAxis> axes(Connection connection, List<String> paths) throws SQLException {
        List<SweepAxis> axes = new ArrayList<>();
        int next = 0;
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT block, columns, rows FROM axis ORDER BY position")) {
            while (rows.next()) {
                int end = next + rows.getInt(2);
                axes.add(new SweepAxis(rows.getString(1), paths.subList(next, end), rows.getInt(3)));
                next = end;
            }
        }
        return axes;
    }

    static Optional<StoreHistory> history(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT version, javaVersion, generator,"
                        + " CAST(started AS VARCHAR), CAST(finished AS VARCHAR) FROM sweep")) {
            return row.next()
                    ? Optional.of(new StoreHistory(
                            row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5)))
                    : Optional.empty();
        }
    }

    /** The texts of all scenarios, by hash. */
    static Map<String, String> texts(Connection connection) throws SQLException {
        Map<String, String> all = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT scenarioHash, text FROM scenario")) {
            while (rows.next()) {
                all.put(rows.getString(1), rows.getString(2));
            }
        }
        return all;
    }
}
