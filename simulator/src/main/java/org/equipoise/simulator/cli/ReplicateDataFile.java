package org.equipoise.simulator.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Locale;
import org.equipoise.simulator.engine.BlockListener;
import org.equipoise.simulator.report.ReplicateCsv;
import org.equipoise.simulator.scenario.Scenario;
import org.jspecify.annotations.Nullable;

/** The file that replicates are written to, when one is asked for. */
final class ReplicateDataFile implements AutoCloseable {
    private final @Nullable OutputFile file;
    private final @Nullable Writer writer;
    private final @Nullable BlockListener listener;

    private ReplicateDataFile(@Nullable OutputFile file, @Nullable Writer writer, @Nullable BlockListener listener) {
        this.file = file;
        this.writer = writer;
        this.listener = listener;
    }

    /**
     * Opens it.
     *
     * @param path null when none is asked for
     * @throws InputFaultException when it cannot be written
     */
    static ReplicateDataFile of(@Nullable Path path, Scenario scenario) {
        if (path == null) {
            return new ReplicateDataFile(null, null, null);
        }
        if (path.toString().toLowerCase(Locale.ROOT).endsWith(".parquet")) {
            throw new InputFaultException("--replicate-data: Parquet is not available yet; name a .csv file");
        }
        OutputFile file = new OutputFile("--replicate-data", path);
        Writer writer = file.open();
        return new ReplicateDataFile(file, writer, new ReplicateCsv(scenario, writer));
    }

    /** Takes the blocks to be written; null when none is asked for. */
    @Nullable
    BlockListener listener() {
        return listener;
    }

    /** Puts what was written in its place. */
    void commit() {
        close();
        if (file != null) {
            file.commit();
        }
    }

    @Override
    public void close() {
        try {
            if (writer != null) {
                writer.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
