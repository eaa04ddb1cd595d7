package org.equipoise.simulator.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.equipoise.simulator.analytic.AnalyticPower;
import org.equipoise.simulator.analytic.Expectations;
import org.equipoise.simulator.analytic.Warnings;
import org.equipoise.simulator.reading.ReadScenario;
import org.equipoise.simulator.reading.ReadSweep;
import org.equipoise.simulator.reading.SweepReader;
import org.equipoise.simulator.report.json.CheckJson;
import org.equipoise.simulator.report.json.OutcomeCheckJson;
import org.equipoise.simulator.report.json.SweepCheckJson;
import org.equipoise.simulator.report.text.CheckText;
import org.equipoise.simulator.report.text.OutcomeCheckText;
import org.equipoise.simulator.report.text.SweepCheckText;
import org.equipoise.simulator.report.text.SweepWarnings;
import org.equipoise.simulator.scenario.Scenario;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code equipoise check}: says how a scenario or a sweep was understood, and runs nothing. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description =
                "Say in plain words how a scenario is understood and what is expected of it, or what a sweep holds;"
                        + " simulate nothing.")
final class CheckCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private final ScenarioArguments arguments = new ScenarioArguments();

    @Mixin
    private final JsonOutput json = new JsonOutput();

    CheckCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (SweepReader.isSweep(arguments.file())) {
            ReadSweep sweep = arguments.readSweep();
            try (OutputFiles outputs = new OutputFiles("the sweep", arguments.file())) {
                json.prepare(outputs);
                tell(sweep);
            }
            return ExitStatus.DONE;
        }
        ReadScenario read = arguments.read();
        try (OutputFiles outputs = new OutputFiles(arguments.file())) {
            json.prepare(outputs);
            tell(read);
        }
        return ExitStatus.DONE;
    }

    private void tellOutcome(ReadScenario read) {
        if (!json.replacesText()) {
            console.tell(OutcomeCheckText.lines(read.scenario(), read.bounds()));
        }
        if (json.isWanted()) {
            json.write(OutcomeCheckJson.of(read.scenario(), read.hash(), Version.text(), read.bounds()), console);
        }
    }

    private void tell(ReadSweep sweep) {
        List<String> warnings = SweepWarnings.of(sweep);
        if (!json.replacesText()) {
            console.tell(SweepCheckText.lines(sweep, warnings));
        }
        if (json.isWanted()) {
            json.write(SweepCheckJson.of(sweep, warnings, Version.text()), console);
        }
    }

    private void tell(ReadScenario read) {
        Scenario scenario = read.scenario();
        if (!scenario.endpoint().isTimeToEvent()) {
            tellOutcome(read);
            return;
        }
        Expectations expectations = Expectations.of(scenario);
        AnalyticPower power = AnalyticPower.of(scenario, expectations, read.bounds());
        List<String> warnings = Warnings.of(scenario, expectations);
        if (!json.replacesText()) {
            console.tell(CheckText.lines(scenario, expectations, power, read.bounds(), warnings));
        }
        if (json.isWanted()) {
            json.write(
                    CheckJson.of(scenario, read.hash(), Version.text(), expectations, power, read.bounds(), warnings),
                    console);
        }
    }
}
