package org.equipoise.simulator.sweep.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.equipoise.simulator.expect.Verdict;

/** The verdicts of a store, by number of the case. */
final class VerdictRows {
    private VerdictRows() {}

    static void add(Connection connection, Map<Integer, Verdict> verdicts) throws SQLException {
        try (SqlRows rows = new SqlRows(connection, "verdict")) {
            for (Map.Entry<Integer, Verdict> each : verdicts.entrySet()) {
                rows.row().add((int) each.getKey()).add(each.getValue().key()).end();
            }
        }
    }

    /** Puts these in place of what was there. */
    static void replace(Connection connection, Map<Integer, Verdict> verdicts) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("DELETE FROM verdict");
        }
        add(connection, verdicts);
    }

    /** Whether the store has just these. */
    static boolean are(Connection connection, Map<Integer, Verdict> verdicts) throws SQLException {
        Map<Integer, String> stored = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT number, expectations FROM verdict")) {
            while (rows.next()) {
                stored.put(rows.getInt(1), rows.getString(2));
            }
        }
        Map<Integer, String> now = new HashMap<>();
        verdicts.forEach((number, verdict) -> now.put(number, verdict.key()));
        return stored.equals(now);
    }
}
