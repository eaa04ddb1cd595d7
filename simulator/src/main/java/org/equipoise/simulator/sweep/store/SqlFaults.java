package org.equipoise.simulator.sweep.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says in words what DuckDB could not do, and what to do about it. */
final class SqlFaults {
    private static final Pattern OWNER = Pattern.compile("PID (\\d+)");

    private SqlFaults() {}

    static StoreFaultException of(SQLException fault, Path file) {
        String message = String.valueOf(fault.getMessage());
        String lower = message.toLowerCase(Locale.ROOT);
        if (lower.contains("could not set lock")) {
            Matcher owner = OWNER.matcher(message);
            return new StoreFaultException(
                    "'" + file + "' is in use by another process" + (owner.find() ? " (" + owner.group(1) + ")" : "")
                            + "; wait until it ends, or choose another --out. Read results.csv meanwhile",
                    fault);
        }
        if (lower.contains("no space left") || lower.contains("disk quota") || lower.contains("file too large")) {
            return full(file, fault);
        }
        if (lower.contains("permission denied") || lower.contains("read-only file system")) {
            return new StoreFaultException("cannot write '" + file + "' (permission denied)", fault);
        }
        return damaged(file, firstLine(message), fault);
    }

    static StoreFaultException full(Path file, Exception fault) {
        return new StoreFaultException(
                "there is no space left for '" + file + "'. What was written before is kept. Make room and start again:"
                        + " the sweep goes on from there, with the same results",
                fault);
    }

    static StoreFaultException damaged(Path file, String what, @Nullable Throwable fault) {
        return new StoreFaultException(
                "'" + file + "' is damaged, or no store of a sweep (" + what
                        + "). It was left as it is. Restore a copy of it, or move its directory away and start again:"
                        + " everything is computed anew, with the same results",
                fault);
    }

    private static String firstLine(String message) {
        String line = message.lines().findFirst().orElse("");
        return line.length() <= 200 ? line : line.substring(0, 200) + "…";
    }
}
