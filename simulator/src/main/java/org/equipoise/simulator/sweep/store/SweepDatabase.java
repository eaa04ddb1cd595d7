package org.equipoise.simulator.sweep.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.duckdb.DuckDBDriver;
import org.equipoise.simulator.engine.SimulationState;
import org.equipoise.simulator.expect.Verdict;
import org.equipoise.simulator.reading.ReadSweep;
import org.jspecify.annotations.Nullable;

/**
 * The DuckDB file of a sweep. Each change is one transaction. DuckDB itself keeps other processes out while the file is
 * open, and checks the blocks that it reads.
 */
final class SweepDatabase implements AutoCloseable {
    private final Path file;
    private final Connection connection;

    private SweepDatabase(Path file, Connection connection) {
        this.file = file;
        this.connection = connection;
    }

    /**
     * Opens a file, which is made when there is none.
     *
     * @param shown what faults call it
     * @throws StoreFaultException when it is in use, damaged, or cannot be opened
     */
    static SweepDatabase open(Path file, Path shown) {
        Properties settings = new Properties();
        settings.setProperty("threads", "1");
        settings.setProperty("memory_limit", "256MB");
        settings.setProperty("jdbc_stream_results", "true");
        settings.setProperty("storage_compatibility_version", "v1.2.0"); // R, Python and the shell lag behind.
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        try {
            Connection connection = new DuckDBDriver().connect("jdbc:duckdb:" + file, settings);
            NativeLibrary.removeUnpacked();
            connection.setAutoCommit(false);
            return new SweepDatabase(shown, connection);
        } catch (SQLException e) {
            throw SqlFaults.of(e, shown);
        } catch (LinkageError e) {
            throw NativeLibrary.fault(e);
        }
    }

    /** Makes the tables of an empty store. */
    void makeTables() {
        transact(() -> {
            for (String table : StoreSchema.tables()) {
                execute(table);
            }
            return true;
        });
    }

    /** Checks that this program can read the store, and that what was simulated is intact. */
    void check() {
        int format = ask(() -> {
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT format FROM sweep")) {
                return rows.next() ? rows.getInt(1) : 0;
            }
        });
        if (format != StoreSchema.FORMAT) {
            throw new StoreFaultException(
                    "'" + file + "' was made by " + (format > StoreSchema.FORMAT ? "a newer" : "an older")
                            + " version of the program; use that one, or another --out",
                    null);
        }
        List<String> damaged = ask(() -> {
            List<String> hashes = new ArrayList<>();
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT scenarioHash, state FROM progress")) {
                while (rows.next()) {
                    if (!SimulationState.isIntact(rows.getBytes(2))) {
                        hashes.add(rows.getString(1));
                    }
                }
            }
            return hashes;
        });
        if (!damaged.isEmpty()) {
            throw SqlFaults.damaged(
                    file, damaged.size() + " scenarios have a wrong checksum, the first " + damaged.get(0), null);
        }
    }

    /** Writes what the sweep consists of, in place of what was there. Results stay. */
    void describe(ReadSweep sweep, Origin origin) {
        transact(() -> {
            for (String table : List.of("sweep", "grid", "assumption", "verdict", "axis")) {
                execute("DELETE FROM " + table);
            }
            CaseRows.add(connection, sweep, origin);
            execute(StoreSchema.view(sweep.paths(), Values.areNumbers(sweep)));
            return true;
        });
    }

    /** What the store was made for. */
    StoredSweep sweep() {
        return ask(() -> CaseRows.sweep(connection, file));
    }

    /** Who made the store, and when; nothing when it does not say. */
    Optional<StoreHistory> history() {
        return ask(() -> Description.history(connection));
    }

    /** The texts of all scenarios, by hash. */
    Map<String, String> texts() {
        return ask(() -> Description.texts(connection));
    }

    /** The scenario with such a hash, as text; null when there is none. */
    @Nullable
    String text(String hash) {
        Optional<String> found = ask(() -> {
            try (PreparedStatement query =
                    connection.prepareStatement("SELECT text FROM scenario WHERE scenarioHash = ? LIMIT 1")) {
                query.setString(1, hash);
                try (ResultSet rows = query.executeQuery()) {
                    return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
                }
            }
        });
        return found.orElse(null);
    }

    /** How far each scenario is that was begun, by hash. */
    Map<String, StoredProgress> progress() {
        return ask(() -> {
            Map<String, StoredProgress> all = new HashMap<>();
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT scenarioHash, version, complete FROM progress")) {
                while (rows.next()) {
                    all.put(rows.getString(1), new StoredProgress(rows.getString(2), rows.getBoolean(3)));
                }
            }
            return all;
        });
    }

    /** The state of a scenario; null when there is none. */
    byte @Nullable [] state(String hash) {
        Optional<byte[]> found = ask(() -> {
            try (PreparedStatement query =
                    connection.prepareStatement("SELECT state FROM progress WHERE scenarioHash = ?")) {
                query.setString(1, hash);
                try (ResultSet rows = query.executeQuery()) {
                    return rows.next() ? Optional.of(rows.getBytes(1)) : Optional.empty();
                }
            }
        });
        return found.orElse(null);
    }

    /** The finished scenarios, by hash. */
    Map<String, ScenarioRow> finished() {
        return ask(() -> {
            Map<String, ScenarioRow> all = new LinkedHashMap<>();
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT * FROM scenarioResult")) {
                while (rows.next()) {
                    List<Double> figures = new ArrayList<>();
                    for (SweepColumn column : SweepColumn.values()) {
                        double figure = rows.getDouble(column.label());
                        figures.add(rows.wasNull() ? Double.NaN : figure);
                    }
                    String hash = rows.getString("scenarioHash");
                    all.put(
                            hash,
                            new ScenarioRow(
                                    hash,
                                    rows.getLong("seed"),
                                    rows.getLong("replicates"),
                                    rows.getString("version"),
                                    figures));
                }
            }
            return all;
        });
    }

    /** Removes all that was simulated of some scenarios. */
    void forget(Collection<String> hashes) {
        transact(() -> {
            delete(StoreSchema.byScenario(), hashes);
            return true;
        });
    }

    private void delete(List<String> tables, Collection<String> hashes) throws SQLException {
        if (hashes.isEmpty()) {
            return;
        }
        for (String table : tables) {
            try (PreparedStatement delete =
                    connection.prepareStatement("DELETE FROM " + table + " WHERE scenarioHash = ?")) {
                for (String hash : hashes) {
                    delete.setString(1, hash);
                    delete.execute();
                }
            }
        }
    }

    /**
     * Keeps what scenarios have come to.
     *
     * @param earlier those of them that the store has an earlier state of
     * @param verdicts to which they lead, by number of the case
     */
    void keep(List<KeptScenario> scenarios, Collection<String> earlier, Map<Integer, Verdict> verdicts, Origin origin) {
        transact(() -> {
            delete(List.of("progress"), earlier);
            ResultRows.add(connection, scenarios, origin);
            VerdictRows.add(connection, verdicts);
            return true;
        });
    }

    /** Takes back that scenarios are finished: they go on from these states. */
    void reopen(List<KeptScenario> scenarios, Origin origin) {
        transact(() -> {
            delete(
                    StoreSchema.byScenario(),
                    scenarios.stream().map(each -> each.read().hash()).toList());
            ResultRows.add(connection, scenarios, origin);
            return true;
        });
    }

    /** Adds power without simulation to the results of scenarios. */
    void addAnalyticPower(List<ScenarioRow> rows) {
        transact(() -> {
            try (PreparedStatement update = connection.prepareStatement("UPDATE scenarioResult SET "
                    + SweepColumn.ANALYTIC_POWER.label() + " = ? WHERE scenarioHash = ?")) {
                for (ScenarioRow row : rows) {
                    update.setDouble(1, row.figure(SweepColumn.ANALYTIC_POWER));
                    update.setString(2, row.hash());
                    update.execute();
                }
            }
            return true;
        });
    }

    /** Sees to it that these are the verdicts of cases, by number: expectations may have changed. */
    void judge(Map<Integer, Verdict> verdicts) {
        if (!ask(() -> VerdictRows.are(connection, verdicts))) {
            transact(() -> {
                VerdictRows.replace(connection, verdicts);
                return true;
            });
        }
    }

    /** Brings all changes from DuckDB's log of them into the file itself. */
    void writeThrough() {
        ask(() -> {
            execute("CHECKPOINT");
            connection.commit();
            return true;
        });
    }

    /** Notes that the sweep is finished. */
    void finish() {
        transact(() -> {
            execute("UPDATE sweep SET finished = CAST(now() AS TIMESTAMP) WHERE finished IS NULL");
            return true;
        });
    }

    /** Writes the view of results as Parquet. */
    void writeParquet(Path target) {
        ask(() -> {
            execute("COPY (SELECT * FROM results) TO '" + target.toString().replace("'", "''")
                    + "' (FORMAT parquet, COMPRESSION zstd)");
            return true;
        });
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private interface Call<T extends @Nullable Object> {
        T run() throws SQLException;
    }

    private <T extends @Nullable Object> T ask(Call<T> call) {
        try {
            return call.run();
        } catch (SQLException e) {
            throw SqlFaults.of(e, file);
        }
    }

    private <T> void transact(Call<T> call) {
        try {
            call.run();
            connection.commit();
        } catch (SQLException e) {
            rollBack(e);
            throw SqlFaults.of(e, file);
        }
    }

    private void rollBack(SQLException cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw SqlFaults.of(e, file);
        }
    }
}
