package org.equipoise.simulator.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.equipoise.simulator.reading.ReadSweep;
import org.equipoise.simulator.reading.SweepReader;
import org.equipoise.simulator.report.SweepReport;
import org.equipoise.simulator.report.json.SweepJson;
import org.equipoise.simulator.report.text.SweepText;
import org.equipoise.simulator.sweep.Sweep;
import org.equipoise.simulator.sweep.SweepFindings;
import org.equipoise.simulator.sweep.SweepResults;
import org.equipoise.simulator.sweep.store.ChangePolicy;
import org.equipoise.simulator.sweep.store.SweepDirectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code equipoise sweep}: simulates many scenarios and keeps their results. */
@Command(
        name = "sweep",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Simulate the scenarios of a sweep and keep their results. Started again, it goes on.")
final class SweepCommand implements Callable<Integer> {
    private final Console console;
    private final Interruption interruption;

    @Parameters(index = "0", paramLabel = "SWEEP", description = "The sweep, a YAML or JSON file.")
    private String sweep = "";

    @Option(
            names = "--out",
            paramLabel = "DIR",
            required = true,
            description = "Where results go: sweep.duckdb and results.csv. Made when it is not there.")
    private String out = "";

    @Option(
            names = "--changed",
            paramLabel = "WHAT",
            defaultValue = "refuse",
            description = "When DIR holds results of another state of the sweep, or of another version of the program:"
                    + " refuse, keep those of scenarios that are the same, or recompute all.")
    private ChangePolicy changed = ChangePolicy.REFUSE;

    @Option(
            names = "--analytic",
            description =
                    "Fill the column analyticPower: power without simulation, some milliseconds for each scenario.")
    private boolean analytic;

    @Option(names = "--parquet", description = "Write the results as Parquet too: results.parquet.")
    private boolean parquet;

    @Mixin
    private final Overrides overrides = new Overrides();

    @Mixin
    private final SimulationOptions options = new SimulationOptions();

    @Mixin
    private final DecideOptions decide = new DecideOptions();

    @Mixin
    private final JsonOutput json = new JsonOutput();

    SweepCommand(Console console, Interruption interruption) {
        this.console = console;
        this.interruption = interruption;
    }

    @Override
    public Integer call() {
        Path file = FilePlace.named("SWEEP", sweep);
        Path directory = FilePlace.named("--out", out);
        options.addTo(overrides);
        ReadSweep read = decide.goingOn(overrides.read(all -> SweepReader.read(file, all)));
        int threads = options.threads();
        if (Files.exists(directory) && !Files.isDirectory(directory)) {
            throw new InputFaultException("--out: '" + directory + "' is a file; name a directory");
        }
        try (OutputFiles outputs = new OutputFiles("the sweep", file)) {
            json.prepare(outputs);
            return run(read, threads, directory);
        }
    }

    private int run(ReadSweep read, int threads, Path directory) {
        interruption.watch();
        SweepResults results;
        SweepFindings findings;
        boolean nothingToDo;
        long start = System.nanoTime();
        try (SweepDirectory store = SweepDirectory.open(directory, read, changed)) {
            nothingToDo = store.isComplete();
            results = simulate(read, threads, store);
            findings = store.isComplete() ? SweepFindings.of(results, store) : null;
            if (parquet) {
                store.writeParquet();
            }
        }
        double elapsed = (System.nanoTime() - start) / 1e9;
        tell(new SweepReport(results, findings, Version.text(), directory, nothingToDo, elapsed));
        if (findings == null) {
            console.note(String.format(
                    Locale.ROOT,
                    "Interrupted: %,d of %,d scenarios are done, and what the others have come to is kept. Started again,"
                            + " the sweep goes on.",
                    results.rows().size(),
                    read.cases().size()));
            return ExitStatus.INTERRUPTED;
        }
        return SweepVerdicts.status(read, findings, console);
    }

    private SweepResults simulate(ReadSweep read, int threads, SweepDirectory store) {
        try (ProgressDisplay progress = new ProgressDisplay(console)) {
            Sweep asked = Sweep.of(read)
                    .withThreads(threads)
                    .withCancellation(interruption::isRequested)
                    .withProgress(progress);
            return (analytic ? asked.withAnalyticPower() : asked).run(store);
        }
    }

    private void tell(SweepReport report) {
        if (!json.replacesText()) {
            console.tell(SweepText.lines(report));
        }
        if (json.isWanted()) {
            json.write(SweepJson.of(report), console);
        }
    }
}
