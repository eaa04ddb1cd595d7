package org.equipoise.simulator.analytic;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import org.equipoise.core.distribution.ProportionalHazards;
import org.equipoise.core.planning.ExpectedEvents;
import org.equipoise.core.planning.PlannedArm;
import org.equipoise.core.planning.PlannedStratum;
import org.equipoise.core.planning.PlannedTrial;
import org.equipoise.core.planning.logrank.Look;
import org.equipoise.core.planning.staged.StagedDesign;
import org.equipoise.core.sequential.StoppingBounds;
import org.equipoise.simulator.design.BoundPlan;
import org.equipoise.simulator.design.ComparisonBounds;
import org.equipoise.simulator.design.ExpectedLooks;
import org.equipoise.simulator.scenario.Analysis;
import org.equipoise.simulator.scenario.Scenario;

/** An experimental arm and the control of a scenario in the terms of {@code core.planning}. */
final class StagedScenario {
    private StagedScenario() {}

    /**
     * The trial of two arms with its looks and bounds.
     *
     * @param rounded whether looks wait for whole events, as they do when the trial is run
     * @throws NoPlanException when there are more arms, or looks do not follow each other in expectation
     */
    static StagedDesign of(Scenario scenario, boolean rounded) {
        List<String> experimental = scenario.experimentalArms();
        if (experimental.size() > 1) {
            throw new NoPlanException("a plan is of one experimental arm against the control, and this trial has "
                    + experimental.size() + "; run simulates them all");
        }
        ExpectedLooks expected = rounded ? ExpectedLooks.of(scenario) : ExpectedLooks.notRounded(scenario);
        double[] events = events(expected, scenario.analysis().looks().size());
        ComparisonBounds bounds = BoundPlan.of(scenario).comparison(0).at(events);
        return of(scenario, expected, bounds, experimental.get(0));
    }

    /**
     * A comparison with its looks and given bounds. Where there are more arms, their part in deciding when a look
     * happens is not random here: the look waits for the events that are expected then in the two arms.
     *
     * @throws NoPlanException when looks do not follow each other in expectation
     */
    static StagedDesign of(Scenario scenario, ExpectedLooks expected, ComparisonBounds bounds, String arm) {
        int count = bounds.looks();
        double[] events = events(expected, count);
        for (int k = 1; k < count; k++) {
            if (!(events[k] > events[k - 1])) {
                throw new NoPlanException(String.format(
                        Locale.ROOT,
                        "look %d is not expected later than look %d: their expected events are %.2f and %.2f",
                        k + 1,
                        k,
                        events[k],
                        events[k - 1]));
            }
        }
        if (bounds.efficacy(count - 1) == Double.POSITIVE_INFINITY) {
            throw new NoPlanException("the last look has no efficacy bound; give it one, or leave the look out");
        }
        PlannedTrial trial = trial(scenario, arm);
        List<Look> looks = IntStream.range(0, count)
                .mapToObj(k -> look(scenario, trial, expected, k))
                .toList();
        StagedDesign design = StagedDesign.of(trial, looks, stopping(scenario.analysis(), events, bounds))
                .withHazardRatioH0(scenario.analysis().test().hazardRatioH0());
        return bounds.followsInformation()
                ? design.withBoundsByEvents((look, seen) -> found(scenario.analysis(), events, bounds, look, seen))
                : design;
    }

    /** The bounds when a look comes with the events seen then, the others as expected; the last one as planned. */
    private static StoppingBounds found(
            Analysis analysis, double[] expected, ComparisonBounds bounds, int look, double seen) {
        int k = look - 1;
        if (look == expected.length) {
            return stopping(analysis, expected, bounds);
        }
        double before = k == 0 ? 0 : expected[k - 1];
        double[] events = expected.clone();
        events[k] = Math.max(between(before, expected[k]), Math.min(seen, between(expected[k + 1], expected[k])));
        return stopping(analysis, events, bounds.at(events));
    }

    /** So near another look that it hardly matters how near. */
    private static double between(double other, double expected) {
        return other + 0.02 * (expected - other);
    }

    /** The same trial when the null hypothesis is true. */
    static PlannedTrial underNull(PlannedTrial trial, double hazardRatioH0) {
        return trial.withStrata(trial.strata().stream()
                .map(stratum -> new PlannedStratum(
                        stratum.prevalence(),
                        stratum.control(),
                        new PlannedArm(
                                stratum.experimental().allocation(),
                                ProportionalHazards.of(stratum.control().event(), hazardRatioH0),
                                stratum.experimental().dropout())))
                .toList());
    }

    /** The bounds whose error under the null hypothesis is the level: without futility, unless it binds. */
    static StoppingBounds forLevel(Analysis analysis, StoppingBounds bounds) {
        return analysis.futility() != null && analysis.futility().binding() ? bounds : bounds.withoutFutility();
    }

    private static double[] events(ExpectedLooks expected, int looks) {
        return IntStream.range(0, looks).mapToDouble(expected::events).toArray();
    }

    private static PlannedTrial trial(Scenario scenario, String arm) {
        PlannedArm control = planned(scenario, scenario.controlArm());
        PlannedArm experimental = planned(scenario, arm);
        PlannedTrial both = PlannedTrial.of(
                scenario.enrolment().enrolment(), scenario.enrolment().process(), control, experimental);
        double share = (control.allocation() + experimental.allocation()) / scenario.allocationSum();
        return share == 1 ? both : both.withPatientsInTheSameTime(share * both.patients());
    }

    private static PlannedArm planned(Scenario scenario, String name) {
        return new PlannedArm(
                Objects.requireNonNull(scenario.arms().get(name)).allocation(),
                scenario.eventTime(name),
                scenario.dropoutTime(name));
    }

    private static Look look(Scenario scenario, PlannedTrial trial, ExpectedLooks expected, int k) {
        Look look = expected.at(k);
        return look.byEvents() && scenario.arms().size() > 2
                ? Look.atEvents(ExpectedEvents.of(trial).events(expected.time(k)))
                : look;
    }

    private static StoppingBounds stopping(Analysis analysis, double[] events, ComparisonBounds bounds) {
        int looks = events.length;
        double[] information = new double[looks];
        double[] efficacy = new double[looks];
        double[] futility = new double[looks];
        for (int k = 0; k < looks; k++) {
            information[k] = events[k] / events[looks - 1];
            efficacy[k] = bounds.efficacy(k);
            futility[k] = bounds.futility(k);
        }
        return analysis.sides() == 2
                ? StoppingBounds.twoSided(information, efficacy, futility)
                : StoppingBounds.oneSided(information, efficacy, futility);
    }
}
