package org.equipoise.simulator.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.equipoise.simulator.analytic.AnalyticPower;
import org.equipoise.simulator.analytic.Expectations;
import org.equipoise.simulator.analytic.Warnings;
import org.equipoise.simulator.engine.Simulation;
import org.equipoise.simulator.engine.SimulationResult;
import org.equipoise.simulator.expect.CheckedExpectation;
import org.equipoise.simulator.reading.ReadScenario;
import org.equipoise.simulator.report.RunReport;
import org.equipoise.simulator.report.json.RunJson;
import org.equipoise.simulator.report.text.RunText;
import org.equipoise.simulator.report.text.RunWarnings;
import org.equipoise.simulator.report.text.TextCharts;
import org.equipoise.simulator.report.words.PlainText;
import org.equipoise.simulator.scenario.Scenario;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code equipoise run}: simulates a scenario and tells its operating characteristics. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Simulate a scenario and tell its operating characteristics.")
final class RunCommand implements Callable<Integer> {
    private final Console console;
    private final Interruption interruption;

    @Mixin
    private final ScenarioArguments arguments = new ScenarioArguments();

    @Mixin
    private final JsonOutput json = new JsonOutput();

    @Mixin
    private final TextChartOptions charts = new TextChartOptions();

    @Option(
            names = "--null",
            description = "Simulate under the null hypothesis, every arm as control: power is then the type I error.")
    private boolean underNull;

    @Mixin
    private final SimulationOptions options = new SimulationOptions();

    @Mixin
    private final DecideOptions decide = new DecideOptions();

    @Option(
            names = "--replicate-data",
            paramLabel = "FILE",
            description = "Write what each replicate shows at each look to this CSV file.")
    private @Nullable String replicateData;

    RunCommand(Console console, Interruption interruption) {
        this.console = console;
        this.interruption = interruption;
    }

    @Override
    public Integer call() {
        options.addTo(arguments.overrides());
        ReadScenario read = arguments.readToSimulate();
        int threads = options.threads();
        try (OutputFiles outputs = new OutputFiles(arguments.file())) {
            json.prepare(outputs);
            return run(read, threads, outputs);
        }
    }

    private int run(ReadScenario read, int threads, OutputFiles outputs) {
        Scenario scenario = underNull ? read.scenario().underNull() : read.scenario();
        ExpectedRun expected = ExpectedRun.of(read, underNull, decide.of(read.scenario()));
        ReplicateDataFile data = replicateData == null ? null : new ReplicateDataFile(outputs, replicateData, scenario);
        Expectations expectations = Expectations.of(scenario);
        List<String> warnings = Warnings.beforeSimulation(scenario, expectations);
        warnings.forEach(this::warn);

        long start = System.nanoTime();
        SimulationResult result = simulate(
                Simulation.of(scenario, read.bounds()).withThreads(threads).withContinuation(expected.ofMain()), data);
        if (result.replicates() == 0) {
            console.note("Interrupted before anything was done.");
            return ExitStatus.INTERRUPTED;
        }
        SimulationResult ofNull =
                result.complete() && expected.needsNull() ? simulateNull(read, threads, expected) : null;
        List<CheckedExpectation> checked = expected.check(result, ofNull);
        double elapsed = (System.nanoTime() - start) / 1e9;
        for (String warning : after(result, expectations, expected, checked)) {
            warnings.add(warning);
            warn(warning);
        }
        RunReport report = new RunReport(
                result,
                expectations,
                AnalyticPower.of(scenario, expectations, read.bounds()),
                read.bounds(),
                read.hash(),
                Version.text(),
                underNull,
                checked,
                elapsed,
                warnings);
        tell(report, read.scenario());
        if (data != null) {
            data.commit();
        }
        if (!result.complete() || ofNull != null && !ofNull.complete()) {
            console.note(String.format(
                    Locale.ROOT, "Interrupted: the figures are those of %,d replicates.", result.replicates()));
            return ExitStatus.INTERRUPTED;
        }
        return expected.status(checked);
    }

    private SimulationResult simulateNull(ReadScenario read, int threads, ExpectedRun expected) {
        return simulate(
                Simulation.of(read.scenario().underNull(), read.bounds())
                        .withThreads(threads)
                        .withContinuation(expected.ofNull()),
                null);
    }

    private static List<String> after(
            SimulationResult result,
            Expectations expectations,
            ExpectedRun expected,
            List<CheckedExpectation> checked) {
        List<String> warnings = new ArrayList<>(RunWarnings.of(result, expectations));
        warnings.addAll(expected.warnings(checked));
        return warnings;
    }

    private void warn(String warning) {
        PlainText.wrapped("Warning: " + warning, "  ").forEach(console::note);
    }

    private SimulationResult simulate(Simulation plain, @Nullable ReplicateDataFile data) {
        Simulation simulation = plain.withBlocks(data)
                .withCancellation(() -> interruption.isRequested() || data != null && data.hasFailed());
        try (data;
                ProgressDisplay progress = new ProgressDisplay(console)) {
            interruption.watch();
            return simulation.withProgress(progress).run();
        }
    }

    private void tell(RunReport report, Scenario asRead) {
        if (!json.replacesText()) {
            console.tell(RunText.lines(report));
            if (charts.columns() > 0) {
                console.tell(TextCharts.of(report, charts.columns()));
            }
        }
        if (json.isWanted()) {
            json.write(RunJson.of(report, asRead), console);
        }
    }
}
