package org.equipoise.simulator.sweep.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.equipoise.simulator.engine.SimulationState;
import org.equipoise.simulator.reading.ReadScenario;
import org.equipoise.simulator.reading.ScenarioFaultsException;
import org.equipoise.simulator.reading.ScenarioReader;

/** The finished scenarios of a sweep's directory, to be looked at. */
public final class StoredResults implements AutoCloseable {
    private final Path directory;
    private final SweepDatabase database;
    private final StoredSweep sweep;
    private final Map<String, ScenarioRow> finished;

    private StoredResults(Path directory, SweepDatabase database) {
        this.directory = directory;
        this.database = database;
        sweep = database.sweep();
        finished = database.finished();
    }

    /**
     * A scenario that was simulated.
     *
     * @param read the scenario
     * @param state what its replicates have shown
     */
    public record Simulated(ReadScenario read, SimulationState state) {}

    /**
     * Opens a directory.
     *
     * @throws StoreFaultException when there is no store in it, or it is in use or damaged
     */
    public static StoredResults open(Path directory) {
        Path store = directory.resolve(SweepDirectory.STORE);
        if (!Files.exists(store)) {
            throw new StoreFaultException(
                    "'" + directory + "' has no " + SweepDirectory.STORE
                            + ", so it is not the directory of a sweep; equipoise sweep FILE --out DIR makes one",
                    null);
        }
        SweepDatabase database = SweepDatabase.open(store, store);
        try {
            database.check();
            return new StoredResults(directory, database);
        } catch (RuntimeException | Error e) {
            database.close();
            throw e;
        }
    }

    /** How many scenarios the sweep has, finished or not. */
    public int scenarios() {
        return sweep.cases().size();
    }

    /** Numbers of the scenarios that are finished, from 1, in the order of the grid. */
    public List<Integer> finished() {
        return IntStream.rangeClosed(1, scenarios())
                .filter(number ->
                        finished.containsKey(sweep.cases().get(number - 1).hash()))
                .boxed()
                .toList();
    }

    /**
     * A finished scenario.
     *
     * @param number from 1, in the order of the grid
     * @throws StoreFaultException when it is not finished, or this program reads it differently
     */
    public Simulated scenario(int number) {
        String hash = sweep.cases().get(number - 1).hash();
        String text = database.text(hash);
        byte[] state = database.state(hash);
        if (!finished.containsKey(hash) || text == null || state == null) {
            throw new StoreFaultException(
                    "'" + directory + "#" + number + "' is not finished; start its sweep again, which goes on", null);
        }
        try {
            ReadScenario read = ScenarioReader.read(text, directory + "#" + number, List.of());
            return new Simulated(read, SimulationState.of(read.scenario(), read.bounds(), state));
        } catch (ScenarioFaultsException | IllegalArgumentException e) {
            throw new StoreFaultException(
                    "'" + directory + "#" + number + "' was made by a version of the program that this one does not"
                            + " understand ("
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse("")
                            + "); use that version, or start the sweep again with another --out",
                    e);
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
