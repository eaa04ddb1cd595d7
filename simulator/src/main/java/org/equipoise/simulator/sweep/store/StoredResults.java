package org.equipoise.simulator.sweep.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.equipoise.simulator.engine.SimulationState;
import org.equipoise.simulator.reading.ReadScenario;
import org.equipoise.simulator.reading.ReadSweep;
import org.equipoise.simulator.reading.ScenarioFaultsException;
import org.equipoise.simulator.reading.ScenarioReader;
import org.equipoise.simulator.reading.SweepCase;
import org.jspecify.annotations.Nullable;

/** The finished scenarios of a sweep's directory, to be looked at. */
public final class StoredResults implements ResultSource, AutoCloseable {
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
        Path store = store(directory);
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

    /** Where the store of a directory is. */
    public static Path store(Path directory) {
        return directory.resolve(SweepDirectory.STORE);
    }

    /** Where the table of results of a directory is. */
    public static Path table(Path directory) {
        return directory.resolve(SweepDirectory.CSV);
    }

    /**
     * Makes sure that the results are those of a sweep.
     *
     * @throws StoreFaultException when they are not; it says how the sweeps differ
     */
    public void requireSame(ReadSweep given) {
        if (!sweep.hash().equals(given.hash())) {
            List<String> lines = new ArrayList<>(
                    List.of("'" + directory + "' holds the results of another sweep, or this one has changed since:"));
            lines.addAll(SweepChange.lines(sweep, given, database::text));
            lines.add("Name another directory, or the directory alone; or start the sweep again, which says the ways to"
                    + " go on.");
            throw new StoreFaultException(String.join("\n", lines), null);
        }
    }

    /**
     * The sweep that the store was made for, each scenario as it was when the store first had it: expectations may have
     * changed since in the file.
     *
     * @throws StoreFaultException when this program reads a scenario differently
     */
    public ReadSweep sweep() {
        Map<String, String> texts = database.texts();
        Map<String, ReadScenario> read = new HashMap<>();
        List<SweepCase> cases = new ArrayList<>();
        for (int number = 1; number <= scenarios(); number++) {
            StoredSweep.Case each = sweep.cases().get(number - 1);
            ReadScenario scenario = read.get(each.hash());
            if (scenario == null) {
                scenario = read(number, String.valueOf(texts.get(each.hash())));
                read.put(each.hash(), scenario);
            }
            cases.add(new SweepCase(each.values(), scenario));
        }
        return new ReadSweep(sweep.name(), sweep.paths(), cases, sweep.hash(), sweep.axes());
    }

    private ReadScenario read(int number, String text) {
        try {
            ReadScenario read = ScenarioReader.read(text, directory + "#" + number, List.of());
            if (read.hash().equals(sweep.cases().get(number - 1).hash())) {
                return read;
            }
        } catch (ScenarioFaultsException e) {
            throw unknown(number, e);
        }
        throw unknown(number, new IllegalArgumentException("its text is not that of its hash"));
    }

    /** The finished scenarios, in a row each, by hash. */
    public Map<String, ScenarioRow> rows() {
        return finished;
    }

    @Override
    public byte @Nullable [] state(String hash) {
        return finished.containsKey(hash) ? database.state(hash) : null;
    }

    /** Who made the store, and when; nothing when it does not say. */
    public Optional<StoreHistory> history() {
        return database.history();
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
            throw unknown(number, e);
        }
    }

    private StoreFaultException unknown(int number, RuntimeException e) {
        return new StoreFaultException(
                "'" + directory + "#" + number + "' was made by a version of the program that this one does not"
                        + " understand ("
                        + String.valueOf(e.getMessage()).lines().findFirst().orElse("")
                        + "); use that version, or start the sweep again with another --out",
                e);
    }

    @Override
    public void close() {
        database.close();
    }
}
