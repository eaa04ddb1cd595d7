package org.equipoise.simulator.sweep.store;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.equipoise.simulator.expect.Verdict;
import org.equipoise.simulator.reading.ReadSweep;
import org.jspecify.annotations.Nullable;

/**
 * The directory of a sweep: {@code sweep.duckdb}, the store, and {@code results.csv}, a copy of its results that anyone
 * can read at any time. One process works on it at a time.
 */
public final class SweepDirectory implements ResultKeeper, AutoCloseable {
    static final String STORE = "sweep.duckdb";
    static final String CSV = "results.csv";
    private static final String PARQUET = "results.parquet";

    /** Stores open in this process, which DuckDB would let be opened twice. */
    private static final Set<Path> OPEN = ConcurrentHashMap.newKeySet();

    private final Path directory;
    private final Path real;
    private final ReadSweep sweep;
    private final SweepDatabase database;
    private final Origin origin = Origin.here();
    private final Map<String, ScenarioRow> finished;
    private final Map<String, StoredProgress> progress;
    private final CaseVerdicts judge;
    private final Map<Integer, Verdict> verdicts;

    private SweepDirectory(Path directory, Path real, ReadSweep sweep, SweepDatabase database) {
        this.directory = directory;
        this.real = real;
        this.sweep = sweep;
        this.database = database;
        finished = database.finished();
        progress = database.progress();
        judge = new CaseVerdicts(sweep, this::state);
        verdicts = judge.ofAll();
        database.judge(verdicts);
    }

    /**
     * Opens a directory, which is made when there is none.
     *
     * @param policy what to do when its store was made for something else
     * @throws StoreFaultException when it is in use or damaged, or made for something else and that is refused
     */
    public static SweepDirectory open(Path directory, ReadSweep sweep, ChangePolicy policy) {
        Path real = made(directory);
        if (!OPEN.add(real)) {
            throw new StoreFaultException("'" + directory + "' is in use by another sweep of this program", null);
        }
        @Nullable SweepDatabase database = null;
        try {
            Path store = directory.resolve(STORE);
            if (!Files.exists(store)) {
                requireNoTable(directory);
                StoreDraft.makeStore(store, sweep);
            }
            database = SweepDatabase.open(store, store);
            database.check();
            Reconciliation.of(database, sweep, policy, directory);
            SweepDirectory opened = new SweepDirectory(directory, real, sweep, database);
            opened.writeCsv();
            return opened;
        } catch (RuntimeException | Error e) {
            if (database != null) {
                closeAfter(e, database);
            }
            OPEN.remove(real);
            throw e;
        }
    }

    private static void closeAfter(Throwable fault, SweepDatabase database) {
        try {
            database.close();
        } catch (StoreFaultException e) {
            fault.addSuppressed(e);
        }
    }

    private static Path made(Path directory) {
        try {
            Files.createDirectories(directory);
            return directory.toRealPath();
        } catch (IOException e) {
            throw new StoreFaultException(
                    "cannot make the directory '" + directory + "' (" + FileFaults.reason(e)
                            + "); choose another --out",
                    e);
        }
    }

    private static void requireNoTable(Path directory) {
        if (Files.exists(directory.resolve(CSV))) {
            throw new StoreFaultException(
                    "there is a " + CSV + " in '" + directory + "', but no " + STORE
                            + " that it could belong to; move it away, or choose another --out",
                    null);
        }
    }

    @Override
    public Map<String, ScenarioRow> finished() {
        return finished;
    }

    @Override
    public byte @Nullable [] begun(String hash) {
        StoredProgress known = progress.get(hash);
        return known == null || known.complete() ? null : database.state(hash);
    }

    @Override
    public byte @Nullable [] state(String hash) {
        return finished.containsKey(hash) ? database.state(hash) : null;
    }

    @Override
    public Map<Integer, Verdict> verdicts() {
        return verdicts;
    }

    @Override
    public void keep(List<KeptScenario> scenarios) {
        List<String> earlier = scenarios.stream()
                .map(each -> each.read().hash())
                .filter(progress::containsKey)
                .toList();
        Map<Integer, Verdict> told = judge.after(scenarios);
        database.keep(scenarios, earlier, told, origin);
        verdicts.putAll(told);
        boolean more = false;
        for (KeptScenario each : scenarios) {
            String hash = each.read().hash();
            progress.put(hash, new StoredProgress(origin.version(), each.row() != null));
            if (each.row() != null) {
                finished.put(hash, each.row());
                more = true;
            }
        }
        if (more) {
            writeCsv();
        }
    }

    @Override
    public void replace(List<ScenarioRow> rows) {
        List<ScenarioRow> known = rows.stream()
                .filter(row -> !Double.isNaN(row.figure(SweepColumn.ANALYTIC_POWER)))
                .toList();
        if (!known.isEmpty()) {
            database.addAnalyticPower(known);
            known.forEach(row -> finished.put(row.hash(), row));
            writeCsv();
        }
    }

    private void writeCsv() {
        Path csv = csv();
        Path draft = directory.resolve("." + CSV + ".part");
        try {
            try (BufferedWriter writer = Files.newBufferedWriter(draft, StandardCharsets.UTF_8)) {
                ResultsCsv.write(sweep, finished, verdicts, writer);
            }
            move(draft, csv);
        } catch (IOException e) {
            draft.toFile().delete();
            throw FileFaults.cannotWrite(csv, e);
        }
    }

    private static void move(Path draft, Path target) throws IOException {
        try {
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Writes the results as Parquet too. */
    public Path writeParquet() {
        Path parquet = directory.resolve(PARQUET);
        Path draft = directory.resolve("." + PARQUET + ".part");
        database.writeParquet(draft);
        try {
            move(draft, parquet);
        } catch (IOException e) {
            throw FileFaults.cannotWrite(parquet, e);
        }
        return parquet;
    }

    /** Where the table of results is. */
    public Path csv() {
        return directory.resolve(CSV);
    }

    /** Whether every scenario is finished, and what is simulated beside it. */
    public boolean isComplete() {
        return NeededScenario.of(sweep).stream()
                .allMatch(each -> finished.containsKey(each.read().hash()));
    }

    @Override
    public void close() {
        try {
            if (isComplete()) {
                database.finish();
            }
        } finally {
            database.close();
            OPEN.remove(real);
        }
    }
}
