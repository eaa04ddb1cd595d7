package org.equipoise.simulator.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.equipoise.simulator.analytic.AnalyticPower;
import org.equipoise.simulator.analytic.StagewiseEstimates;
import org.equipoise.simulator.report.RunReport;
import org.equipoise.simulator.report.TrialReport;
import org.equipoise.simulator.report.chart.Chart;
import org.equipoise.simulator.report.figure.AssumedCurves;
import org.equipoise.simulator.report.figure.AtTheStop;
import org.equipoise.simulator.report.figure.Convergence;
import org.equipoise.simulator.report.figure.Distributions;
import org.equipoise.simulator.report.figure.ExampleLook;
import org.equipoise.simulator.report.figure.ExampleStop;
import org.equipoise.simulator.report.figure.ExampleTrial;
import org.equipoise.simulator.report.figure.InterimPower;
import org.equipoise.simulator.report.figure.KaplanMeierFigure;
import org.equipoise.simulator.report.figure.NullScenarios;
import org.equipoise.simulator.report.figure.PatientsAndEvents;
import org.equipoise.simulator.report.figure.PlannedBounds;
import org.equipoise.simulator.report.figure.PowerFigures;
import org.equipoise.simulator.report.figure.Subject;
import org.equipoise.simulator.report.figure.Timeline;
import org.equipoise.simulator.report.figure.TrialAtCut;
import org.equipoise.simulator.report.words.PlainText;
import org.equipoise.simulator.scenario.Scenario;
import org.jspecify.annotations.Nullable;

/**
 * The charts of a report.
 *
 * @param patientsAndEvents over calendar time
 * @param assumptions about the endpoint
 * @param timeline enrolment, follow-up, looks
 * @param bounds of several looks, a list for each scale; else empty
 * @param spent errors that they spend
 * @param interim power that is left at each look before the last
 * @param power against what it depends on
 * @param nullScenarios type I error where other assumptions fail
 * @param stops hazard ratio and Z at the stop
 * @param distributions of Z and time by look
 * @param convergence of power
 * @param examples single trials
 */
public record PageFigures(
        Chart patientsAndEvents,
        List<Chart> assumptions,
        List<Chart> timeline,
        List<List<Chart>> bounds,
        List<Chart> spent,
        List<Chart> interim,
        List<Chart> power,
        List<Chart> nullScenarios,
        List<Chart> stops,
        List<Chart> distributions,
        List<Chart> convergence,
        List<Example> examples) {
    private static final int NAME_WIDTH = 24;

    /** Simulated for each point of the power charts, at most. */
    private static final long POWER_REPLICATES = 2000;

    /** Simulated for each further null scenario, at most: a type I error of 0.025 then has an error of 0.0016. */
    private static final long NULL_REPLICATES = 10_000;

    /** Copies the lists. */
    public PageFigures {
        assumptions = List.copyOf(assumptions);
        timeline = List.copyOf(timeline);
        bounds = List.copyOf(bounds);
        spent = List.copyOf(spent);
        interim = List.copyOf(interim);
        power = List.copyOf(power);
        nullScenarios = List.copyOf(nullScenarios);
        stops = List.copyOf(stops);
        distributions = List.copyOf(distributions);
        convergence = List.copyOf(convergence);
        examples = List.copyOf(examples);
    }

    /**
     * A single trial with its curves.
     *
     * @param trial which one
     * @param looks what each look shows, up to that at which it is decided
     * @param stop what that look tells, adjusted for those before; null where that is not known
     * @param curves at that look
     */
    public record Example(
            ExampleTrial trial,
            List<ExampleLook> looks,
            @Nullable ExampleStop stop,
            Chart curves) {
        /** Copies the list. */
        public Example {
            looks = List.copyOf(looks);
        }
    }

    /** Makes all charts; simulates what they need beyond the run. */
    public static PageFigures of(TrialReport report) {
        Scenario scenario = report.scenario();
        RunReport run = report.run();
        Subject subject = subject(scenario);
        long replicates = run.result().replicates();
        return new PageFigures(
                PatientsAndEvents.of(subject, run.expectations(), run.bounds()),
                AssumedCurves.of(subject, run.expectations()),
                Timeline.of(subject, run.expectations(), report.trace()),
                report.plan() == null ? List.of() : PlannedBounds.of(subject, report.plan()),
                report.plan() == null ? List.of() : PlannedBounds.spent(report.plan()),
                report.plan() == null ? List.of() : InterimPower.of(subject, report.plan()),
                PowerFigures.of(subject, run.bounds(), powerReplicates(replicates)),
                NullScenarios.of(subject, run.bounds(), report.nullRun().result(), nullReplicates(replicates)),
                AtTheStop.of(subject, report.trace()),
                Distributions.of(subject, report.trace(), run.bounds()),
                Convergence.of(
                        subject,
                        report.trace(),
                        run.power().of(scenario.experimentalArms().get(0), AnalyticPower.SHOWN)),
                examples(report, subject));
    }

    /** Replicates of each point of the power charts, when the run has so many. */
    static long powerReplicates(long run) {
        return Math.min(POWER_REPLICATES, run);
    }

    /** Replicates of each further null scenario, when the run has so many. */
    static long nullReplicates(long run) {
        return Math.min(NULL_REPLICATES, run);
    }

    private static Subject subject(Scenario scenario) {
        return new Subject(
                scenario,
                scenario.armsControlFirst().stream()
                        .map(arm -> PlainText.atMost(NAME_WIDTH, arm))
                        .toList(),
                PlainText.atMost(NAME_WIDTH, scenario.testedEndpoint()));
    }

    private static List<Example> examples(TrialReport report, Subject subject) {
        List<Example> examples = new ArrayList<>();
        Optional<StagewiseEstimates> stagewise =
                StagewiseEstimates.of(report.scenario(), report.run().bounds().comparison(0));
        for (ExampleTrial example : ExampleTrial.of(report.trace(), report.run().bounds())) {
            TrialAtCut trial = TrialAtCut.of(
                    report.scenario(),
                    report.run().bounds(),
                    example.replicate(),
                    report.trace().timeOf((int) example.replicate(), example.look()));
            if (trial.arms().stream().noneMatch(arm -> arm.patients().isEmpty())) {
                List<ExampleLook> looks =
                        ExampleLook.of(report.scenario(), report.run().bounds(), example);
                examples.add(new Example(
                        example,
                        looks,
                        stagewise
                                .flatMap(adjusts -> ExampleStop.of(adjusts, looks.get(looks.size() - 1)))
                                .orElse(null),
                        KaplanMeierFigure.of(
                                subject,
                                trial,
                                "example-"
                                        + example.kind()
                                                .name()
                                                .toLowerCase(Locale.ROOT)
                                                .replace('_', '-'),
                                "Replicate " + example.replicate())));
            }
        }
        return examples;
    }

    /** All charts in the order of the page. */
    public List<Chart> all() {
        List<Chart> all = new ArrayList<>(List.of(patientsAndEvents));
        all.addAll(assumptions);
        all.addAll(timeline);
        bounds.forEach(all::addAll);
        all.addAll(spent);
        all.addAll(interim);
        all.addAll(power);
        all.addAll(nullScenarios);
        all.addAll(stops);
        all.addAll(distributions);
        all.addAll(convergence);
        examples.forEach(example -> all.add(example.curves()));
        return all;
    }
}
