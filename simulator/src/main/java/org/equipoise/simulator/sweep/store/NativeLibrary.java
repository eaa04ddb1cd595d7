package org.equipoise.simulator.sweep.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * DuckDB's library, which its driver unpacks from the jar into a temporary file and removes when the process ends. A
 * process that is killed would leave it behind, 70 MB each time, so it is removed as soon as it is loaded, where the
 * system allows and tells its name.
 */
final class NativeLibrary {
    private static final Path LOADED = Path.of("/proc/self/maps");
    private static final Pattern UNPACKED = Pattern.compile("libduckdb_java\\d+\\.so");

    private NativeLibrary() {}

    /** What to say when it cannot be loaded. */
    static StoreFaultException fault(LinkageError fault) {
        return new StoreFaultException(
                "DuckDB, which keeps the results of sweeps, cannot be loaded here (" + rootOf(fault)
                        + "). It runs on Linux, Windows and macOS for ARM, and needs 100 MB of space for temporary files:"
                        + " EQUIPOISE_JAVA_OPTS=-Djava.io.tmpdir=DIR names another place for them",
                fault);
    }

    private static String rootOf(Throwable fault) {
        Throwable root = fault;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage());
    }

    /** Removes the temporary file, if there is one. */
    static void removeUnpacked() {
        if (!Files.isReadable(LOADED)) {
            return;
        }
        try {
            Path temporary = Path.of(System.getProperty("java.io.tmpdir")).toRealPath();
            for (String line : Files.readAllLines(LOADED, StandardCharsets.ISO_8859_1)) {
                Path mapped = Path.of(line.substring(Math.max(0, line.indexOf('/'))));
                if (temporary.equals(mapped.getParent())
                        && UNPACKED.matcher(mapped.getFileName().toString()).matches()) {
                    Files.deleteIfExists(mapped);
                }
            }
        } catch (IOException | RuntimeException e) {
            // It is removed at the end of the process.
        }
    }
}
