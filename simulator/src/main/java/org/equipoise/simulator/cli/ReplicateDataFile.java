package org.equipoise.simulator.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Locale;
import java.util.Objects;
import org.equipoise.simulator.engine.Block;
import org.equipoise.simulator.engine.BlockListener;
import org.equipoise.simulator.report.json.ReplicateCsv;
import org.equipoise.simulator.scenario.Scenario;

/** The file that replicates are written to. */
final class ReplicateDataFile implements BlockListener, AutoCloseable {
    private static final String OPTION = "--replicate-data";

    private final OutputFile file;
    private final Writer writer;
    private final BlockListener csv;
    private volatile boolean failed;

    /**
     * Opens it.
     *
     * @param given its name as on the command line
     * @throws InputFaultException when it cannot be written
     */
    ReplicateDataFile(OutputFiles outputs, String given, Scenario scenario) {
        if (given.toLowerCase(Locale.ROOT).endsWith(".parquet")) {
            throw new InputFaultException(OPTION + ": Parquet is not available yet; name a .csv file");
        }
        file = outputs.claim(OPTION, given);
        writer = file.open();
        csv = new ReplicateCsv(scenario, writer);
    }

    @Override
    public void accept(Block block) {
        try {
            csv.accept(block);
        } catch (UncheckedIOException e) {
            failed = true;
            throw file.failure(Objects.requireNonNull(e.getCause()));
        }
    }

    /** Whether nothing more can be written, so that there is no use in going on. */
    boolean hasFailed() {
        return failed;
    }

    /** Puts what was written in its place. */
    void commit() {
        close();
        file.commit();
    }

    @Override
    public void close() {
        try {
            writer.close();
        } catch (IOException e) {
            if (!failed) {
                failed = true;
                throw file.failure(e);
            }
        }
    }
}
