package org.equipoise.simulator.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.equipoise.simulator.reading.ReadScenario;
import org.equipoise.simulator.reading.ReadSweep;
import org.equipoise.simulator.reading.ScenarioReader;
import org.equipoise.simulator.reading.SweepReader;
import org.equipoise.simulator.report.page.StoredRun;
import org.equipoise.simulator.report.words.PlainText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code equipoise report}: writes a report of a scenario, a run or a sweep. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Write a report of a scenario, which is simulated under both hypotheses, of a stored run or of a"
                + " sweep: one HTML file that opens anywhere.")
final class ReportCommand implements Callable<Integer> {
    private static final String WHAT = "WHAT";

    /** Largest file that is looked into. */
    private static final long MOST_BYTES = 1 << 24;

    private final Console console;
    private final Interruption interruption;

    @Parameters(
            index = "0",
            paramLabel = WHAT,
            description = "A scenario's file; a run, as run --json has written it; the directory of a sweep; or, with"
                    + " --results, the sweep's file.")
    private String what = "";

    @Option(names = "--results", paramLabel = "DIR", description = "The directory of the results of a sweep's file.")
    private @Nullable String results;

    @Mixin
    private final Overrides overrides = new Overrides();

    @Mixin
    private final SimulationOptions options = new SimulationOptions();

    @Mixin
    private final JsonOutput json = new JsonOutput();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            required = true,
            description = "Write the report to this file: HTML, or by its ending Markdown (.md) or Word (.docx).")
    private String out = "";

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "html, markdown or docx, whatever the ending of the file is.")
    private @Nullable String format;

    @Option(
            names = "--figures",
            paramLabel = "DIR",
            description = "Write each chart to this directory too, as SVG, PNG and Vega-Lite.")
    private @Nullable String figures;

    ReportCommand(Console console, Interruption interruption) {
        this.console = console;
        this.interruption = interruption;
    }

    @Override
    public Integer call() {
        options.addTo(overrides);
        ReportFormat written = ReportFormat.of(format, out);
        Reported reported = reported(FilePlace.named(WHAT, what), options.threads());
        try (OutputFiles outputs = reported.outputs()) {
            OutputFile page = outputs.claim("--out", out);
            json.prepare(outputs);
            FigureFiles pictures = figures == null ? null : FigureFiles.in(figures);
            return write(reported, page, written, pictures);
        }
    }

    private Reported reported(Path path, int threads) {
        boolean isSweep = !Files.isDirectory(path) && SweepReader.isSweep(path);
        if (isSweep != (results != null)) {
            throw new InputFaultException(
                    isSweep
                            ? "'" + path
                                    + "' is a sweep: name the directory of its results too, with --results, or that"
                                    + " directory alone; equipoise sweep makes one"
                            : "--results: '" + path
                                    + "' is not a sweep's file, so it has no results elsewhere; leave the"
                                    + " option out");
        }
        if (isSweep && results != null) {
            ReadSweep sweep = overrides.read(all -> SweepReader.read(path, all));
            return new ReportedSweep(console, FilePlace.named("--results", results), path, sweep);
        }
        if (Files.isDirectory(path)) {
            requireNoOverrides("the results of a sweep");
            return new ReportedSweep(console, path, null, null);
        }
        String text = text(path);
        if (StoredRun.isRun(text)) {
            requireNoOverrides("a stored run");
            return ReportedTrial.ofRun(console, interruption, threads, path, text);
        }
        ReadScenario read = overrides.read(all -> ScenarioReader.readToSimulate(path, all));
        return ReportedTrial.of(console, interruption, threads, path, read, text, overrides.and(List.of()));
    }

    /** The text of a file; empty when it cannot be read, which whoever reads it as a scenario tells. */
    private static String text(Path file) {
        try {
            return Files.isRegularFile(file) && Files.size(file) <= MOST_BYTES
                    ? Files.readString(file, StandardCharsets.UTF_8)
                    : "";
        } catch (IOException e) {
            return "";
        }
    }

    private void requireNoOverrides(String subject) {
        if (overrides.isGiven()) {
            throw new InputFaultException("report: --set, --replicates and --seed change what is simulated, and "
                    + subject + " is reported as it is; leave them out, or name the scenario");
        }
    }

    private int write(Reported reported, OutputFile page, ReportFormat as, @Nullable FigureFiles pictures) {
        Reported.Written written = reported.write();
        if (written == null) {
            console.note("Interrupted: no report was written.");
            return ExitStatus.INTERRUPTED;
        }
        if (pictures != null) {
            pictures.write(written.charts());
        }
        as.write(written, page);
        if (json.isWanted()) {
            json.write(written.json(), console);
        }
        if (!json.replacesText()) {
            console.tell(List.of("Report of " + written.charts().size() + " charts: " + PlainText.oneLine(out)));
        }
        return ExitStatus.DONE;
    }
}
