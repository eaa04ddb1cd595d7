package org.equipoise.simulator.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.equipoise.simulator.analytic.AnalyticPower;
import org.equipoise.simulator.analytic.Expectations;
import org.equipoise.simulator.analytic.NoPlanException;
import org.equipoise.simulator.analytic.Planner;
import org.equipoise.simulator.analytic.Sought;
import org.equipoise.simulator.analytic.TrialPlan;
import org.equipoise.simulator.analytic.Warnings;
import org.equipoise.simulator.engine.Simulation;
import org.equipoise.simulator.engine.SimulationResult;
import org.equipoise.simulator.reading.ReadScenario;
import org.equipoise.simulator.report.PageFigures;
import org.equipoise.simulator.report.PlainText;
import org.equipoise.simulator.report.ReportHtml;
import org.equipoise.simulator.report.RunJson;
import org.equipoise.simulator.report.RunReport;
import org.equipoise.simulator.report.RunWarnings;
import org.equipoise.simulator.report.TrialReport;
import org.equipoise.simulator.report.figure.ReplicateColumns;
import org.equipoise.simulator.scenario.Scenario;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code equipoise report}: simulates a scenario under both hypotheses and writes a report of it. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description =
                "Simulate a scenario under both hypotheses and write a report: one HTML file that opens anywhere.")
final class ReportCommand implements Callable<Integer> {
    private final Console console;
    private final Interruption interruption;

    @Mixin
    private final ScenarioArguments arguments = new ScenarioArguments();

    @Mixin
    private final JsonOutput json = new JsonOutput();

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "Write the report to this HTML file.")
    private String out = "";

    @Option(
            names = "--figures",
            paramLabel = "DIR",
            description = "Write each chart to this directory too, as SVG, PNG and Vega-Lite.")
    private @Nullable String figures;

    @Option(
            names = "--replicates",
            paramLabel = "N",
            description = "Simulated trials under each hypothesis, in place of the scenario's number.")
    private @Nullable String replicates;

    @Option(names = "--seed", paramLabel = "S", description = "Seed, in place of the scenario's.")
    private @Nullable String seed;

    ReportCommand(Console console, Interruption interruption) {
        this.console = console;
        this.interruption = interruption;
    }

    @Override
    public Integer call() {
        if (replicates != null) {
            arguments.overrides().add("--replicates", "simulation.replicates", replicates);
        }
        if (seed != null) {
            arguments.overrides().add("--seed", "simulation.seed", seed);
        }
        ReadScenario read = arguments.read();
        try (OutputFiles outputs = new OutputFiles(arguments.file())) {
            OutputFile page = outputs.claim("--out", out);
            json.prepare(outputs);
            FigureFiles pictures = figures == null ? null : FigureFiles.in(figures);
            return report(read, page, pictures);
        }
    }

    private int report(ReadScenario read, OutputFile page, @Nullable FigureFiles pictures) {
        Scenario scenario = read.scenario();
        List<String> warnings = Warnings.beforeSimulation(scenario, Expectations.of(scenario));
        ReplicateColumns trace = new ReplicateColumns(
                scenario.analysis().looks().size(), scenario.simulation().replicates());
        interruption.watch();
        RunReport run = run(read, scenario, false, trace, warnings);
        RunReport nullRun = run(read, scenario.underNull(), true, null, new ArrayList<>());
        if (!run.result().complete() || !nullRun.result().complete()) {
            console.note("Interrupted: no report was written.");
            return ExitStatus.INTERRUPTED;
        }
        run.warnings()
                .forEach(warning ->
                        PlainText.wrapped("Warning: " + warning, "  ").forEach(console::note));
        TrialReport report = report(read, run, nullRun, trace);
        PageFigures charts = PageFigures.of(report);
        if (pictures != null) {
            pictures.write(charts.all());
        }
        page.write(ReportHtml.of(report, charts));
        if (json.isWanted()) {
            json.write(RunJson.of(run), console);
        }
        if (!json.replacesText()) {
            console.tell(List.of("Report of " + charts.all().size() + " charts: " + PlainText.oneLine(out)));
        }
        return ExitStatus.DONE;
    }

    private RunReport run(
            ReadScenario read,
            Scenario scenario,
            boolean underNull,
            @Nullable ReplicateColumns trace,
            List<String> warnings) {
        long start = System.nanoTime();
        SimulationResult result;
        try (ProgressDisplay progress = new ProgressDisplay(console)) {
            result = Simulation.of(scenario, read.bounds())
                    .withBlocks(trace)
                    .withCancellation(interruption::isRequested)
                    .withProgress(progress)
                    .run();
        }
        double elapsed = (System.nanoTime() - start) / 1e9;
        Expectations expectations = Expectations.of(scenario);
        if (!underNull && result.replicates() > 0) {
            warnings.addAll(RunWarnings.of(result, expectations));
        }
        return new RunReport(
                result,
                expectations,
                AnalyticPower.of(scenario, expectations, read.bounds()),
                read.bounds(),
                read.hash(),
                Version.text(),
                underNull,
                List.of(),
                elapsed,
                warnings);
    }

    private TrialReport report(ReadScenario read, RunReport run, RunReport nullRun, ReplicateColumns trace) {
        TrialPlan plan = null;
        String noPlan = "";
        try {
            plan = Planner.of(read.scenario(), Sought.POWER).plan(AnalyticPower.SHOWN);
        } catch (NoPlanException e) {
            noPlan = String.valueOf(e.getMessage());
        }
        return new TrialReport(
                run,
                nullRun,
                trace,
                plan,
                noPlan,
                source(),
                arguments.overrides().and(List.of()),
                "Java " + Runtime.version() + ", " + System.getProperty("os.name", "") + " "
                        + System.getProperty("os.arch", ""),
                LocalDate.now(ZoneOffset.UTC).toString());
    }

    private String source() {
        try {
            return Files.readString(arguments.file(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
