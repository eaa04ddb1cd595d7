package org.equipoise.simulator.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.equipoise.core.survival.SurvivalScale;
import org.equipoise.core.survival.Ties;
import org.equipoise.simulator.analysis.DataAnalysis;
import org.equipoise.simulator.analysis.InterimLook;
import org.equipoise.simulator.analysis.Options;
import org.equipoise.simulator.analysis.Procedure;
import org.equipoise.simulator.analysis.ProcedureReader;
import org.equipoise.simulator.data.TwoArmPatients;
import org.equipoise.simulator.reading.ScenarioReader;
import org.equipoise.simulator.reading.Spelling;
import org.equipoise.simulator.report.json.AnalyseJson;
import org.equipoise.simulator.report.text.AnalyseText;
import org.equipoise.simulator.report.words.PlainText;
import org.equipoise.simulator.scenario.Scenario;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code equipoise analyse}: tests and estimates for the patients in a CSV file. */
@Command(
        name = "analyse",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description =
                "Analyse the survival of two arms in a CSV file, one line a patient below a line of column names.")
final class AnalyseCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private final DataArguments arguments = new DataArguments();

    @Mixin
    private final JsonOutput json = new JsonOutput();

    @Option(
            names = "--test",
            paramLabel = "TEST",
            description = {
                "What to do; repeatable, or with commas between; logRank and cox when left out. One of",
                "logRank, wilcoxonGehan, taroneWare, 'flemingHarrington(r,g)', 'modestlyWeighted(t)',"
                        + " maxCombo or 'maxCombo((0,0),(0,1))', 'rmst(tau)', 'milestone(t)', cox, kaplanMeier."
            })
    private List<String> tests = new ArrayList<>();

    @Option(
            names = "--scale",
            paramLabel = "SCALE",
            defaultValue = "plain",
            description = "Scale on which milestone compares survival: plain (when left out), log or logLog.")
    private String scale = "";

    @Option(
            names = "--interval",
            paramLabel = "SCALE",
            defaultValue = "log",
            description = "Limits of survival and of medians: log (when left out), logLog or plain.")
    private String interval = "";

    @Option(
            names = "--times",
            paramLabel = "T",
            split = ",",
            description = "Times at which kaplanMeier tells survival, such as 12,24,36; round ones when left out.")
    private List<Double> times = new ArrayList<>();

    @Option(
            names = "--ties",
            paramLabel = "TIES",
            defaultValue = "efron",
            description = "Tied event times in the Cox model: efron (when left out), breslow or exact.")
    private String ties = "";

    @Option(
            names = "--hazard-ratio-h0",
            paramLabel = "H",
            description = {
                "Hazard ratio under the null hypothesis of log-rank tests and cox: above 1 for non-inferiority;",
                "that of the scenario, or 1, when left out."
            })
    private @Nullable Double hazardRatioH0;

    @Option(
            names = "--level",
            paramLabel = "L",
            defaultValue = "0.95",
            description = "Confidence level of all limits, two-sided; ${DEFAULT-VALUE} when left out.")
    private double level;

    @Option(
            names = "--scenario",
            paramLabel = "FILE",
            description = "Plan of the trial: with --look, tells decision and conditional power by its bounds.")
    private @Nullable String scenario;

    @Option(names = "--look", paramLabel = "K", description = "Which look of the scenario this is, from 1.")
    private @Nullable Integer look;

    AnalyseCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        List<Procedure> procedures = procedures();
        if ((scenario == null) != (look == null)) {
            throw new InputFaultException("--scenario and --look go together: give both, or neither");
        }
        Path file = arguments.file();
        Path plan = scenario == null ? null : FilePlace.named("--scenario", scenario);
        Scenario trial = plan == null
                ? null
                : ScenarioReader.readToSimulate(plan, List.of()).scenario();
        Options options = options(hazardRatioH0(procedures, trial));
        try (OutputFiles outputs = new OutputFiles("the data", file)) {
            if (plan != null) {
                outputs.alsoReads("the scenario", plan);
            }
            json.prepare(outputs);
            TwoArmPatients patients = arguments.read();
            refuse("--test ", DataAnalysis.faults(patients, procedures));
            if (trial != null && look != null) {
                refuse("", InterimLook.faults(trial, look, patients));
            }
            DataAnalysis analysis = DataAnalysis.of(patients, procedures, options);
            tell(trial == null || look == null ? analysis : analysis.with(InterimLook.of(trial, look, patients)));
        }
        return ExitStatus.DONE;
    }

    private List<Procedure> procedures() {
        ProcedureReader reader = new ProcedureReader();
        (tests.isEmpty() ? List.of("logRank", "cox") : tests).forEach(reader::read);
        refuse("--test ", reader.faults());
        return reader.procedures();
    }

    private static void refuse(String option, List<String> faults) {
        if (!faults.isEmpty()) {
            throw new InputFaultException(
                    faults.stream().map(fault -> option + fault).collect(Collectors.joining("\n")));
        }
    }

    /** Of the null hypothesis: as asked for, else the plan's. */
    private double hazardRatioH0(List<Procedure> procedures, @Nullable Scenario trial) {
        double planned = trial == null ? 1 : trial.analysis().test().hazardRatioH0();
        if (hazardRatioH0 == null) {
            return planned;
        }
        if (!(hazardRatioH0 > 0 && hazardRatioH0 <= Double.MAX_VALUE)) {
            throw new InputFaultException("--hazard-ratio-h0: must be above 0, such as 1.3, was " + hazardRatioH0);
        }
        if (trial != null && hazardRatioH0 != planned) {
            throw new InputFaultException("--hazard-ratio-h0: is " + hazardRatioH0 + ", and that of the scenario is "
                    + planned + "; leave the option out, or change hazardRatioH0 under analysis.test there");
        }
        refuse(
                "--hazard-ratio-h0: ",
                procedures.stream()
                        .filter(each -> !each.testsHazardRatio() && !(each instanceof Procedure.Curves))
                        .map(each -> each.spelling() + " does not test a hazard ratio; ask for it without this option")
                        .toList());
        return hazardRatioH0;
    }

    private Options options(double nullHypothesis) {
        if (!(level > 0 && level < 1)) {
            throw new InputFaultException("--level: must be above 0 and below 1, such as 0.95, was " + level);
        }
        for (double time : times) {
            if (!(time >= 0 && time < Double.POSITIVE_INFINITY)) {
                throw new InputFaultException("--times: each must be finite and not negative, was " + time);
            }
        }
        return new Options(
                level,
                choice("--ties", ties, Ties.values()),
                choice("--scale", scale, SurvivalScale.values()),
                choice("--interval", interval, SurvivalScale.values()),
                nullHypothesis,
                times);
    }

    private static <E extends Enum<E>> E choice(String option, String given, E[] constants) {
        return Arrays.stream(constants)
                .filter(each -> Spelling.of(each).equalsIgnoreCase(given.replace("-", "")))
                .findFirst()
                .orElseThrow(() -> new InputFaultException(option + ": must be one of "
                        + Arrays.stream(constants).map(Spelling::of).collect(Collectors.joining(", ")) + ", was '"
                        + given + "'"));
    }

    private void tell(DataAnalysis analysis) {
        analysis.patients()
                .warnings()
                .forEach(warning ->
                        PlainText.wrapped("Warning: " + warning, "  ").forEach(console::note));
        if (!json.replacesText()) {
            console.tell(AnalyseText.lines(analysis));
        }
        if (json.isWanted()) {
            json.write(AnalyseJson.of(analysis, Version.text()), console);
        }
    }
}
