package org.equipoise.simulator.cli;

import java.util.concurrent.Callable;
import org.equipoise.simulator.reading.ReadScenario;
import org.equipoise.simulator.report.SpeedReport;
import org.equipoise.simulator.report.json.SpeedJson;
import org.equipoise.simulator.report.text.SpeedText;
import org.equipoise.simulator.scenario.Scenario;
import org.equipoise.simulator.speed.SpeedComparison;
import org.equipoise.simulator.speed.Throughput;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code equipoise bench}: measures how fast this machine simulates a scenario. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Measure how fast this machine simulates a scenario; tell nothing of the trial.")
final class BenchCommand implements Callable<Integer> {
    private static final double LEAST_SECONDS = 0.1;
    private static final double MOST_SECONDS = 3600;

    private final Console console;

    @Mixin
    private final ScenarioArguments arguments = new ScenarioArguments();

    @Mixin
    private final JsonOutput json = new JsonOutput();

    @Option(
            names = "--seconds",
            paramLabel = "S",
            defaultValue = "5",
            description = "About how long to measure; ${DEFAULT-VALUE} when left out. Longer is more precise.")
    private double seconds;

    BenchCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        ReadScenario read = arguments.readToSimulate();
        if (!(seconds >= LEAST_SECONDS && seconds <= MOST_SECONDS)) {
            throw new InputFaultException("--seconds: must be from 0.1 to 3600, was " + seconds);
        }
        try (OutputFiles outputs = new OutputFiles(arguments.file())) {
            json.prepare(outputs);
            tell(measure(read));
        }
        return ExitStatus.DONE;
    }

    private void tell(SpeedReport report) {
        if (!json.replacesText()) {
            console.tell(SpeedText.lines(report));
        }
        if (json.isWanted()) {
            json.write(SpeedJson.of(report), console);
        }
    }

    private SpeedReport measure(ReadScenario read) {
        Scenario scenario = read.scenario();
        SpeedComparison comparison = SpeedComparison.of(scenario);
        comparison.warmUp(0.2 * seconds);
        var ratio = comparison.measure(0.2 * seconds);
        int threads = Runtime.getRuntime().availableProcessors();
        double oneThread = Throughput.replicatesPerSecond(scenario, 1, 0.3 * seconds);
        double allThreads = threads == 1 ? oneThread : Throughput.replicatesPerSecond(scenario, threads, 0.3 * seconds);
        return new SpeedReport(scenario, read.hash(), Version.text(), ratio, oneThread, allThreads, threads);
    }
}
