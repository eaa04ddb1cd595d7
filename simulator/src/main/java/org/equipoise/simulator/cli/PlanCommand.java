package org.equipoise.simulator.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.equipoise.core.planning.fixed.PowerMethod;
import org.equipoise.simulator.analytic.Expectations;
import org.equipoise.simulator.analytic.MethodName;
import org.equipoise.simulator.analytic.NoPlanException;
import org.equipoise.simulator.analytic.OutcomeMethod;
import org.equipoise.simulator.analytic.Planner;
import org.equipoise.simulator.analytic.Rejection;
import org.equipoise.simulator.analytic.SolvedScenario;
import org.equipoise.simulator.analytic.Sought;
import org.equipoise.simulator.analytic.TrialPlan;
import org.equipoise.simulator.analytic.Warnings;
import org.equipoise.simulator.reading.ReadScenario;
import org.equipoise.simulator.reading.ScenarioFaultsException;
import org.equipoise.simulator.report.OutcomePlanReport;
import org.equipoise.simulator.report.PlanReport;
import org.equipoise.simulator.report.json.OutcomePlanJson;
import org.equipoise.simulator.report.json.PlanJson;
import org.equipoise.simulator.report.text.OutcomePlanText;
import org.equipoise.simulator.report.text.PlanText;
import org.equipoise.simulator.report.text.TextCharts;
import org.equipoise.simulator.report.words.PlainText;
import org.equipoise.simulator.scenario.Look;
import org.equipoise.simulator.scenario.Scenario;
import org.equipoise.simulator.scenario.Suggestion;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code equipoise plan}: power, or what gives it, without simulation. */
@Command(
        name = "plan",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Plan a trial without simulation: its power, or the events, patients or time that give one.")
final class PlanCommand implements Callable<Integer> {
    private static final String DURATION = "duration";
    private static final String RATES = "rates";

    private final Console console;

    @Mixin
    private final ScenarioArguments arguments = new ScenarioArguments();

    @Mixin
    private final JsonOutput json = new JsonOutput();

    @Mixin
    private final TextChartOptions charts = new TextChartOptions();

    @Option(
            names = "--solve",
            paramLabel = "WHAT",
            defaultValue = "power",
            description = "What to find: power (when left out), events, patients, followUp, enrolmentDuration or"
                    + " hazardRatio.")
    private String solve = "power";

    @Option(names = "--power", paramLabel = "P", description = "Target power, in place of the scenario's.")
    private @Nullable String power;

    @Option(
            names = "--rejecting",
            paramLabel = "WHICH",
            description = "With several experimental arms: whose rejection has the power that is sought: any (when left"
                    + " out), all, or the name of one arm.")
    private @Nullable String rejecting;

    @Option(
            names = "--method",
            paramLabel = "NAME",
            description = "How power is computed: secondOrder (when left out), yungLiu, averageHazardRatio, schoenfeld,"
                    + " freedman, hsiehFreedman, rubinstein, lachinFoulkes or bernsteinLagakos; of a binary endpoint"
                    + " normal or exact, of a continuous one noncentralT or normal.")
    private @Nullable String method;

    @Option(
            names = "--keep",
            paramLabel = "WHAT",
            defaultValue = DURATION,
            description = "With --solve patients: keep the duration of enrolment (when left out), or its rates.")
    private String keep = DURATION;

    @Option(names = "--explain", description = "Put all methods side by side with a simulation.")
    private boolean explain;

    @Option(
            names = "--replicates",
            paramLabel = "N",
            description = "With --explain: simulated trials, 100,000 when left out.")
    private @Nullable String replicates;

    PlanCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        List<String> faults = faults();
        if (!faults.isEmpty()) {
            faults.forEach(fault -> console.note("equipoise: " + fault));
            return ExitStatus.INVALID_INPUT;
        }
        if (power != null) {
            arguments.overrides().add("--power", "analysis.power", power);
        }
        if (explain) {
            arguments
                    .overrides()
                    .add("--replicates", "simulation.replicates", replicates == null ? "100000" : replicates);
        }
        ReadScenario read = arguments.read();
        try (OutputFiles outputs = new OutputFiles(arguments.file())) {
            json.prepare(outputs);
            if (read.scenario().endpoint().isTimeToEvent()) {
                tell(report(read));
            } else {
                tellOutcome(read);
            }
        } catch (NoPlanException e) {
            throw new InputFaultException(String.valueOf(e.getMessage()));
        }
        return ExitStatus.DONE;
    }

    private List<String> faults() {
        List<String> faults = new ArrayList<>();
        requireOneOf(faults, "--solve", solve, Sought.keys());
        if (method != null) {
            List<String> all = new ArrayList<>(MethodName.all());
            all.addAll(OutcomeMethod.keys());
            requireOneOf(faults, "--method", method, all);
        }
        requireOneOf(faults, "--keep", keep, List.of(DURATION, RATES));
        if (keep.equals(RATES) && !solve.equals(Sought.PATIENTS.key())) {
            faults.add("--keep rates: goes with --solve patients alone");
        }
        if (power != null && solve.equals(Sought.POWER.key()) && !explain) {
            faults.add("--power: a target needs something to find; add --solve, one of "
                    + String.join(", ", Sought.keys().subList(1, Sought.keys().size())));
        }
        if (replicates != null && !explain) {
            faults.add("--replicates: nothing is simulated without --explain");
        }
        return faults;
    }

    private static void requireOneOf(List<String> faults, String option, String given, List<String> known) {
        if (!known.contains(given)) {
            faults.add(option + ": there is no '" + given + "'; " + Suggestion.among(given, known));
        }
    }

    private PlanReport report(ReadScenario read) {
        Rejection rejection = rejection(read.scenario());
        Planner planner =
                Planner.of(read.scenario(), Sought.of(solve).orElseThrow()).rejecting(rejection);
        if (keep.equals(RATES)) {
            planner = planner.keepingRates();
        }
        TrialPlan plan = planner.plan(powerMethod());
        List<String> overrides = SolvedScenario.overrides(plan);
        ReadScenario rounded = overrides.isEmpty() ? null : rounded(overrides);
        List<String> warnings = Warnings.of(read.scenario(), Expectations.of(read.scenario()));
        warnings.forEach(
                warning -> PlainText.wrapped("Warning: " + warning, "  ").forEach(console::note));
        return new PlanReport(
                plan,
                rounded == null
                        ? null
                        : Planner.of(rounded.scenario(), Sought.POWER)
                                .rejecting(rejection)
                                .plan(plan.method()),
                rounded == null ? List.of() : overrides,
                json.isWanted() ? planner.byMethod() : Map.of(),
                explain
                        ? PlanExplanation.of(rounded == null ? read.scenario() : rounded.scenario(), rejection, console)
                        : null,
                read.hash(),
                Version.text(),
                warnings);
    }

    private PowerMethod powerMethod() {
        String name = method;
        if (name == null) {
            return PowerMethod.SECOND_ORDER;
        }
        return MethodName.method(name)
                .orElseThrow(() -> new InputFaultException("--method " + name
                        + ": is for a binary or continuous endpoint; one of " + String.join(", ", MethodName.all())));
    }

    private void tellOutcome(ReadScenario read) {
        Scenario scenario = read.scenario();
        if (rejecting != null || replicates != null) {
            throw new InputFaultException((rejecting != null ? "--rejecting" : "--replicates")
                    + ": has no meaning for the plan of a binary or continuous endpoint; leave it out");
        }
        if (keep.equals(RATES)
                && !scenario.analysis().looks().stream().allMatch(Look.AfterLastPatient.class::isInstance)) {
            throw new InputFaultException(
                    "--keep rates: needs looks by afterLastPatient, or more patients would not have"
                            + " come by the calendar times of the looks");
        }
        OutcomePlanReport report = new OutcomePlanning(
                        arguments, Sought.of(solve).orElseThrow(), method)
                .report(read, keep.equals(RATES), explain);
        if (!json.replacesText()) {
            console.tell(OutcomePlanText.lines(report));
        }
        if (json.isWanted()) {
            json.write(OutcomePlanJson.of(report), console);
        }
    }

    private Rejection rejection(Scenario scenario) {
        String name = rejecting;
        if (name == null) {
            return Rejection.ANY;
        }
        return Rejection.of(name, scenario)
                .orElseThrow(() -> new InputFaultException("--rejecting: there is no '" + name + "'; "
                        + Suggestion.among(name, Rejection.names(scenario))));
    }

    /** The scenario with what was found; null where it cannot be done, such as more events than patients. */
    private @Nullable ReadScenario rounded(List<String> overrides) {
        try {
            return arguments.readWith(overrides);
        } catch (ScenarioFaultsException e) {
            return null;
        }
    }

    private void tell(PlanReport report) {
        if (!json.replacesText()) {
            console.tell(PlanText.lines(report));
            if (charts.columns() > 0) {
                console.tell(TextCharts.of(report, charts.columns()));
            }
        }
        if (json.isWanted()) {
            json.write(PlanJson.of(report), console);
        }
    }
}
