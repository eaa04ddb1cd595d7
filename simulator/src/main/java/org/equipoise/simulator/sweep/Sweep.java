package org.equipoise.simulator.sweep;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.equipoise.simulator.engine.Progress;
import org.equipoise.simulator.reading.ReadScenario;
import org.equipoise.simulator.reading.ReadSweep;
import org.equipoise.simulator.reading.ScenarioReader;
import org.equipoise.simulator.reading.ScenarioText;
import org.equipoise.simulator.reading.SweepCase;
import org.equipoise.simulator.scenario.Scenario;
import org.equipoise.simulator.sweep.store.ChangePolicy;
import org.equipoise.simulator.sweep.store.ResultKeeper;
import org.equipoise.simulator.sweep.store.SweepDirectory;

/**
 * Many scenarios simulated together: {@code Sweep.of(scenario).vary("enrolment.patients", 140, 176).run()}.
 *
 * <p>Each result is to the bit that of {@link org.equipoise.simulator.engine.Simulation} with the same values.
 * Scenarios that share a seed share their luck, so that differences between them are far more precise than the
 * scenarios themselves. Immutable; {@code vary} and each {@code with…} give a changed copy.
 */
public final class Sweep {
    private final ReadSweep sweep;
    private final int threads;
    private final Progress progress;
    private final BooleanSupplier cancelled;
    private final boolean analytic;

    private Sweep(ReadSweep sweep, int threads, Progress progress, BooleanSupplier cancelled, boolean analytic) {
        this.sweep = sweep;
        this.threads = threads;
        this.progress = progress;
        this.cancelled = cancelled;
        this.analytic = analytic;
    }

    /** A sweep that was read from a file, on all processors. */
    public static Sweep of(ReadSweep sweep) {
        return new Sweep(sweep, Runtime.getRuntime().availableProcessors(), (done, planned) -> {}, () -> false, false);
    }

    /** A sweep of one scenario, to be varied, on all processors. */
    public static Sweep of(Scenario scenario) {
        ReadScenario read = ScenarioReader.read(ScenarioText.of(scenario), scenario.trial(), List.of());
        return of(ReadSweep.of(scenario.trial(), List.of(), List.of(new SweepCase(List.of(), read))));
    }

    /**
     * Crosses every scenario with some values of one more path; the path varies faster than those before it.
     *
     * @param path dotted, as in a scenario file: {@code endpoints.PFS.model.HAIC.hazardRatio}
     * @param values numbers, or anything else as a scenario file spells it
     * @throws org.equipoise.simulator.reading.ScenarioFaultsException when a value does not fit there
     */
    public Sweep vary(String path, Object... values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("no values for " + path);
        }
        if (sweep.paths().contains(path)) {
            throw new IllegalArgumentException(path + " varies already");
        }
        List<String> paths = new ArrayList<>(sweep.paths());
        paths.add(path);
        List<SweepCase> cases = new ArrayList<>();
        for (SweepCase each : sweep.cases()) {
            String text = ScenarioText.of(each.read().scenario());
            for (Object value : values) {
                List<String> longer = new ArrayList<>(each.values());
                longer.add(value.toString());
                cases.add(new SweepCase(longer, ScenarioReader.read(text, sweep.name(), List.of(path + "=" + value))));
            }
        }
        return new Sweep(ReadSweep.of(sweep.name(), paths, cases), threads, progress, cancelled, analytic);
    }

    /** On so many threads, at least 1. */
    public Sweep withThreads(int number) {
        if (number < 1) {
            throw new IllegalArgumentException("threads must be at least 1, was " + number);
        }
        return new Sweep(sweep, number, progress, cancelled, analytic);
    }

    /** Tells how far it is, in replicates of all scenarios together. */
    public Sweep withProgress(Progress told) {
        return new Sweep(sweep, threads, told, cancelled, analytic);
    }

    /** Stops soon after {@code stop} turns true. It is asked often, by all threads. */
    public Sweep withCancellation(BooleanSupplier stop) {
        return new Sweep(sweep, threads, progress, stop, analytic);
    }

    /** Also finds the power without simulation, which takes some milliseconds for each scenario. */
    public Sweep withAnalyticPower() {
        return new Sweep(sweep, threads, progress, cancelled, true);
    }

    /** Simulates, and keeps results in memory alone. */
    public SweepResults run() {
        return run(new MemoryKeeper(sweep));
    }

    /**
     * Simulates what is not there yet, and keeps results in a directory: {@code sweep.duckdb} and {@code results.csv}.
     *
     * @param directory made when there is none
     * @throws org.equipoise.simulator.sweep.store.StoreFaultException when its store is in use, damaged, or that of
     *     another sweep, or when results cannot be kept
     */
    public SweepResults run(Path directory) {
        try (SweepDirectory store = SweepDirectory.open(directory, sweep, ChangePolicy.REFUSE)) {
            return run(store);
        }
    }

    /**
     * Simulates what is not there yet.
     *
     * @param keeper where results go, and where those of an earlier start are
     * @throws org.equipoise.simulator.sweep.store.StoreFaultException when results cannot be kept
     */
    public SweepResults run(ResultKeeper keeper) {
        SweepRunner.run(sweep, keeper, threads, cancelled, progress);
        if (analytic) {
            AnalyticFigures.add(sweep, keeper);
        }
        return SweepResults.of(sweep, keeper.finished(), keeper.verdicts());
    }
}
