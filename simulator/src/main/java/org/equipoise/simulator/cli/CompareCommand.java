package org.equipoise.simulator.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.equipoise.simulator.engine.SimulationState;
import org.equipoise.simulator.reading.ReadScenario;
import org.equipoise.simulator.reading.ReadSweep;
import org.equipoise.simulator.reading.SweepCase;
import org.equipoise.simulator.report.CompareReport;
import org.equipoise.simulator.report.Compared;
import org.equipoise.simulator.report.json.CompareJson;
import org.equipoise.simulator.report.text.CompareText;
import org.equipoise.simulator.sweep.MemoryKeeper;
import org.equipoise.simulator.sweep.Sweep;
import org.equipoise.simulator.sweep.difference.TracedResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code equipoise compare}: scenarios side by side, and what their figures differ by. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description =
                "Put scenarios side by side, with the differences of their figures from the first one and the errors of"
                        + " these differences.")
final class CompareCommand implements Callable<Integer> {
    private final Console console;
    private final Interruption interruption;

    @Parameters(
            arity = "1..*",
            paramLabel = "WHAT",
            description =
                    "A scenario's file, which is simulated; the directory of a sweep, for all of its scenarios; or DIR#3,"
                            + " DIR#3,7 or DIR#3-7 for some of them.")
    private List<String> what = new ArrayList<>();

    @Mixin
    private final Overrides overrides = new Overrides();

    @Mixin
    private final SimulationOptions options = new SimulationOptions();

    @Mixin
    private final JsonOutput json = new JsonOutput();

    CompareCommand(Console console, Interruption interruption) {
        this.console = console;
        this.interruption = interruption;
    }

    @Override
    public Integer call() {
        options.addTo(overrides);
        int threads = options.threads();
        ComparedSources sources = ComparedSources.of(what, overrides);
        try (OutputFiles outputs = new OutputFiles()) {
            sources.files().forEach(file -> outputs.alsoReads("one of the scenarios", file));
            json.prepare(outputs);
            return compare(sources, threads);
        }
    }

    private int compare(ComparedSources sources, int threads) {
        Map<String, TracedResult> simulated = simulate(sources.toSimulate(), threads);
        List<Compared> scenarios = new ArrayList<>();
        for (ComparedSources.Source each : sources.sources()) {
            TracedResult traced =
                    each.stored() == null ? simulated.get(each.read().hash()) : each.stored();
            if (traced == null) {
                console.note("Interrupted before every scenario was simulated.");
                return ExitStatus.INTERRUPTED;
            }
            scenarios.add(new Compared(each.name(), each.read(), traced));
        }
        CompareReport report = CompareReport.of(scenarios, Version.text());
        if (!json.replacesText()) {
            console.tell(CompareText.lines(report));
        }
        if (json.isWanted()) {
            json.write(CompareJson.of(report), console);
        }
        return ExitStatus.DONE;
    }

    private Map<String, TracedResult> simulate(List<ReadScenario> scenarios, int threads) {
        Map<String, TracedResult> results = new LinkedHashMap<>();
        if (scenarios.isEmpty()) {
            return results;
        }
        List<SweepCase> cases =
                scenarios.stream().map(read -> new SweepCase(List.of(), read)).toList();
        ReadSweep sweep = ReadSweep.of("compare", List.of(), cases);
        MemoryKeeper keeper = new MemoryKeeper(sweep);
        interruption.watch();
        try (ProgressDisplay progress = new ProgressDisplay(console)) {
            Sweep.of(sweep)
                    .withThreads(threads)
                    .withCancellation(interruption::isRequested)
                    .withProgress(progress)
                    .run(keeper);
        }
        for (ReadScenario read : scenarios) {
            byte[] state = keeper.state(read.hash());
            if (state != null) {
                results.put(read.hash(), TracedResult.of(SimulationState.of(read.scenario(), read.bounds(), state)));
            }
        }
        return results;
    }
}
