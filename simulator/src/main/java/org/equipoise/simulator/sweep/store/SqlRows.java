package org.equipoise.simulator.sweep.store;

import java.sql.Connection;
import java.sql.SQLException;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** Adds rows to a table, value by value in the order of its columns. */
final class SqlRows implements AutoCloseable {
    private final DuckDBAppender rows;

    SqlRows(Connection connection, String table) throws SQLException {
        rows = connection.unwrap(DuckDBConnection.class).createAppender(table);
    }

    SqlRows row() throws SQLException {
        rows.beginRow();
        return this;
    }

    SqlRows add(String value) throws SQLException {
        rows.append(value);
        return this;
    }

    SqlRows add(int value) throws SQLException {
        rows.append(value);
        return this;
    }

    SqlRows add(long value) throws SQLException {
        rows.append(value);
        return this;
    }

    SqlRows add(boolean value) throws SQLException {
        rows.append(value);
        return this;
    }

    SqlRows add(byte[] value) throws SQLException {
        rows.append(value);
        return this;
    }

    /** NaN stands for no value. */
    SqlRows add(double value) throws SQLException {
        if (Double.isNaN(value)) {
            rows.appendNull();
        } else {
            rows.append(value);
        }
        return this;
    }

    void end() throws SQLException {
        rows.endRow();
    }

    /** Hands the rows over to the transaction. */
    @Override
    public void close() throws SQLException {
        rows.close();
    }
}
