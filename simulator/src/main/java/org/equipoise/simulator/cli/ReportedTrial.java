package org.equipoise.simulator.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.equipoise.simulator.analytic.AnalyticPower;
import org.equipoise.simulator.analytic.Expectations;
import org.equipoise.simulator.analytic.NoPlanException;
import org.equipoise.simulator.analytic.Planner;
import org.equipoise.simulator.analytic.Sought;
import org.equipoise.simulator.analytic.TrialPlan;
import org.equipoise.simulator.analytic.Warnings;
import org.equipoise.simulator.engine.BlockListener;
import org.equipoise.simulator.engine.Simulation;
import org.equipoise.simulator.engine.SimulationResult;
import org.equipoise.simulator.reading.ReadScenario;
import org.equipoise.simulator.reading.ScenarioText;
import org.equipoise.simulator.report.RunReport;
import org.equipoise.simulator.report.StopEstimates;
import org.equipoise.simulator.report.TrialReport;
import org.equipoise.simulator.report.figure.ReplicateColumns;
import org.equipoise.simulator.report.page.PageFigures;
import org.equipoise.simulator.report.page.ReportHtml;
import org.equipoise.simulator.report.page.ReportJson;
import org.equipoise.simulator.report.page.StoredRun;
import org.equipoise.simulator.report.text.RunWarnings;
import org.equipoise.simulator.report.words.PlainText;
import org.equipoise.simulator.scenario.Scenario;
import org.jspecify.annotations.Nullable;

/**
 * A scenario, which is simulated under both hypotheses; or a stored run, whose scenario is simulated again and must
 * show the same figures.
 */
final class ReportedTrial implements Reported {
    private final Console console;
    private final Interruption interruption;
    private final int threads;
    private final Path file;
    private final ReadScenario read;
    private final String source;
    private final List<String> overrides;
    private final @Nullable StoredRun stored;

    private ReportedTrial(
            Console console,
            Interruption interruption,
            int threads,
            Path file,
            ReadScenario read,
            String source,
            List<String> overrides,
            @Nullable StoredRun stored) {
        this.console = console;
        this.interruption = interruption;
        this.threads = threads;
        this.file = file;
        this.read = read;
        this.source = source;
        this.overrides = List.copyOf(overrides);
        this.stored = stored;
    }

    /**
     * A scenario.
     *
     * @param source text of its file
     * @param overrides values that replaced those of the file
     */
    static ReportedTrial of(
            Console console,
            Interruption interruption,
            int threads,
            Path file,
            ReadScenario read,
            String source,
            List<String> overrides) {
        return new ReportedTrial(console, interruption, threads, file, read, source, overrides, null);
    }

    /**
     * A stored run.
     *
     * @param text of its file
     * @throws InputFaultException when it cannot be repeated
     */
    static ReportedTrial ofRun(Console console, Interruption interruption, int threads, Path file, String text) {
        try {
            StoredRun stored = StoredRun.of(text, file.toString());
            ReadScenario read = stored.read();
            String source = ScenarioText.of(read.scenario());
            return new ReportedTrial(console, interruption, threads, file, read, source, List.of(), stored);
        } catch (IllegalArgumentException e) {
            throw new InputFaultException(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public OutputFiles outputs() {
        return stored == null ? new OutputFiles(file) : new OutputFiles("the run", file);
    }

    @Override
    public @Nullable Written write() {
        Scenario scenario = read.scenario();
        List<String> warnings = Warnings.beforeSimulation(scenario, Expectations.of(scenario));
        ReplicateColumns trace = new ReplicateColumns(
                scenario.analysis().looks().size(), scenario.simulation().replicates());
        interruption.watch();
        StopEstimates estimates = new StopEstimates(scenario, read.bounds(), false);
        StopEstimates nullEstimates = new StopEstimates(scenario.underNull(), read.bounds(), true);
        RunReport run = run(
                scenario,
                false,
                block -> {
                    trace.accept(block);
                    estimates.accept(block);
                },
                warnings);
        RunReport nullRun = run(scenario.underNull(), true, nullEstimates, new ArrayList<>());
        if (!run.result().complete() || !nullRun.result().complete()) {
            return null;
        }
        requireSame(run, nullRun);
        run.warnings()
                .forEach(warning ->
                        PlainText.wrapped("Warning: " + warning, "  ").forEach(console::note));
        TrialReport report = report(
                run,
                nullRun,
                trace,
                Stream.concat(estimates.rows().stream(), nullEstimates.rows().stream())
                        .toList());
        PageFigures charts = PageFigures.of(report);
        return new Written(ReportHtml.of(report, charts), charts.all(), ReportJson.of(report, charts));
    }

    private void requireSame(RunReport run, RunReport nullRun) {
        if (stored != null) {
            Optional<String> difference = stored.difference(stored.underNull() ? nullRun : run);
            if (difference.isPresent()) {
                throw new InputFaultException(
                        "'" + file + "' cannot be reproduced: " + difference.get() + ". It was written"
                                + " by version " + stored.version() + " and this is version " + Version.text()
                                + ", or the file was changed since. Nothing was written; simulate it again: equipoise run SCENARIO"
                                + " --json FILE");
            }
        }
    }

    private String reproduced() {
        return stored == null
                ? ""
                : file.getFileName() + ", " + (stored.underNull() ? "under the null hypothesis, " : "")
                        + "written by version " + stored.version()
                        + ": simulated again, each figure in it came out the same, to the last bit";
    }

    private RunReport run(Scenario scenario, boolean underNull, BlockListener blocks, List<String> warnings) {
        long start = System.nanoTime();
        SimulationResult result;
        try (ProgressDisplay progress = new ProgressDisplay(console)) {
            result = Simulation.of(scenario, read.bounds())
                    .withThreads(threads)
                    .withBlocks(blocks)
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

    private TrialReport report(
            RunReport run, RunReport nullRun, ReplicateColumns trace, List<StopEstimates.Row> estimates) {
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
                estimates,
                plan,
                noPlan,
                source,
                overrides,
                reproduced(),
                Version.machine(),
                LocalDate.now(ZoneOffset.UTC).toString());
    }
}
