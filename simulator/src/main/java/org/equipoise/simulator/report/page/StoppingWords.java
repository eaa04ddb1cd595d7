package org.equipoise.simulator.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.equipoise.core.numerics.StandardNormal;
import org.equipoise.simulator.design.ComparisonBounds;
import org.equipoise.simulator.engine.SimulationResult;
import org.equipoise.simulator.engine.Stopping;
import org.equipoise.simulator.engine.summary.Estimate;
import org.equipoise.simulator.report.TrialReport;
import org.equipoise.simulator.report.markup.Element;
import org.equipoise.simulator.report.words.BoundWords;
import org.equipoise.simulator.report.words.Digits;
import org.equipoise.simulator.report.words.ScenarioWords;
import org.equipoise.simulator.scenario.Analysis;
import org.equipoise.simulator.scenario.Bounds;
import org.equipoise.simulator.scenario.Futility;
import org.equipoise.simulator.scenario.Scenario;

/** The bounds of a group-sequential trial, and how often it stops at them, in sentences. */
final class StoppingWords {
    private final TrialReport report;
    private final Scenario scenario;
    private final Analysis analysis;
    private final boolean same;

    StoppingWords(TrialReport report) {
        this.report = report;
        scenario = report.scenario();
        analysis = scenario.analysis();
        same = report.run().bounds().areAllTheSame();
    }

    /** How the bounds are found, and what they are as planned. */
    Element plan() {
        Prose prose = new Prose().add(efficacy());
        List<String> arms = scenario.experimentalArms();
        for (int h = 0; h < (same ? 1 : arms.size()); h++) {
            ComparisonBounds bounds = report.run().bounds().comparison(h);
            String of = same ? "" : " for " + ScenarioWords.arm(arms.get(h));
            bounds(prose, bounds, of, same ? "" : "." + arms.get(h));
        }
        return prose.add(further()).paragraph();
    }

    private String efficacy() {
        Bounds bounds = analysis.efficacy();
        if (bounds == null || bounds instanceof Bounds.Given) {
            return "The efficacy bounds are given";
        }
        return "The efficacy bounds are found by " + BoundWords.of(bounds, "α");
    }

    private void bounds(Prose prose, ComparisonBounds bounds, String of, String suffix) {
        String z = analysis.sides() == 2 ? "|Z|" : "Z";
        prose.add(": the null hypothesis" + of + " is rejected when ");
        boolean any = false;
        for (int k = 0; k < bounds.looks(); k++) {
            if (Double.isFinite(bounds.efficacy(k))) {
                double p = analysis.sides() * StandardNormal.upperTail(bounds.efficacy(k));
                prose.add((any ? ", " : "") + z + " ≥ ")
                        .number("analytic.looks." + k + ".efficacyZ" + suffix, bounds.efficacy(k), 3)
                        .add(" (nominal p ≤ " + Digits.fixed(p, p < 0.001 ? 6 : 4) + ") at analysis " + (k + 1));
                any = true;
            }
        }
        prose.add(". ");
        if (analysis.futility() != null) {
            futility(prose, bounds, z, suffix);
        }
    }

    private void futility(Prose prose, ComparisonBounds bounds, String z, String suffix) {
        Futility futility = Objects.requireNonNull(analysis.futility());
        prose.add(
                futility instanceof Bounds.Given
                        ? "The futility bounds are given"
                        : "The futility bounds are found by " + BoundWords.of(futility, "β") + ", with β = "
                                + Digits.plain(1 - analysis.targetPower()));
        prose.add(": the trial stops for futility when ");
        boolean any = false;
        for (int k = 0; k < bounds.looks(); k++) {
            if (Double.isFinite(bounds.futility(k))) {
                prose.add((any ? ", " : "") + z + " ≤ ")
                        .number("analytic.looks." + k + ".futilityZ" + suffix, bounds.futility(k), 3)
                        .add(" at analysis " + (k + 1));
                any = true;
            }
        }
        prose.add(
                futility.binding()
                        ? ". The futility bounds bind: the efficacy bounds take credit for them, and the significance"
                                + " level is kept only when they are obeyed. "
                        : ". The futility bounds do not bind: the efficacy bounds are found as if there were none, so"
                                + " that the significance level is kept when one is overruled. ");
    }

    private String further() {
        return report.run().bounds().comparison(0).followsInformation()
                ? "Should an analysis take place with another number of events than planned, its bounds are found anew"
                        + " for the information there is."
                : "The bounds do not depend on the number of events at an analysis.";
    }

    /** How often it stops where, and what it takes. */
    Element stops() {
        SimulationResult result = report.run().result();
        Prose prose = new Prose();
        stops(prose, Prose.ALTERNATIVE, "Under the assumptions the simulated trial", result);
        stops(
                prose,
                Prose.NULL,
                "Under the null hypothesis it",
                report.nullRun().result());
        return prose.paragraph();
    }

    private void stops(Prose prose, String run, String subject, SimulationResult of) {
        Stopping stopping = of.stopping();
        prose.add(subject);
        List<Runnable> parts = new ArrayList<>();
        for (int k = 0; k < of.looks().size() - 1; k++) {
            int look = k;
            addIfAny(
                    parts,
                    prose,
                    run,
                    "looks." + k + ".rejected",
                    stopping.rejected().get(k),
                    " rejects at analysis " + (look + 1) + " with probability ");
            addIfAny(
                    parts,
                    prose,
                    run,
                    "looks." + k + ".futile",
                    stopping.futile().get(k),
                    " stops for futility at" + " analysis " + (look + 1) + " with probability ");
        }
        for (int i = 0; i < parts.size(); i++) {
            prose.add(i == 0 ? "" : i == parts.size() - 1 ? " and" : ",");
            parts.get(i).run();
        }
        prose.add((parts.isEmpty() ? " has " : ", and has ")).estimate(run, "eventsAtStop", of.eventsAtStop());
        prose.add(" events when it stops, at " + ScenarioWords.unit(scenario) + " ")
                .estimate(run, "duration", of.duration().mean())
                .add(" on average" + (run.equals(Prose.NULL) ? "." : ". "));
    }

    private static void addIfAny(
            List<Runnable> parts, Prose prose, String run, String key, Estimate estimate, String words) {
        if (estimate.value() > 0) {
            parts.add(() -> prose.add(words).estimate(run, key, estimate));
        }
    }
}
