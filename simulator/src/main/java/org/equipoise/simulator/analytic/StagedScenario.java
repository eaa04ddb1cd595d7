package org.equipoise.simulator.analytic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.equipoise.core.distribution.ProportionalHazards;
import org.equipoise.core.planning.ExpectedEvents;
import org.equipoise.core.planning.PlannedArm;
import org.equipoise.core.planning.PlannedStratum;
import org.equipoise.core.planning.PlannedTrial;
import org.equipoise.core.planning.logrank.Look;
import org.equipoise.core.planning.staged.StagedDesign;
import org.equipoise.core.sequential.StoppingBounds;
import org.equipoise.simulator.scenario.Look.AfterLastPatient;
import org.equipoise.simulator.scenario.Look.AllOf;
import org.equipoise.simulator.scenario.Look.AnyOf;
import org.equipoise.simulator.scenario.Look.CalendarTime;
import org.equipoise.simulator.scenario.Look.Events;
import org.equipoise.simulator.scenario.Look.Information;
import org.equipoise.simulator.scenario.Scenario;

/** A scenario of two arms in the terms of {@code core.planning}. */
final class StagedScenario {
    private final Scenario scenario;
    private final PlannedTrial trial;
    private final ExpectedEvents expected;
    private final boolean rounded;

    private StagedScenario(Scenario scenario, boolean rounded) {
        this.scenario = scenario;
        this.rounded = rounded;
        trial = trialOf(scenario);
        expected = ExpectedEvents.of(trial);
    }

    /**
     * The trial with its looks and bounds. A look with several conditions is taken at the one that decides in
     * expectation.
     *
     * @param rounded whether looks wait for whole events, as they do when the trial is run
     * @throws NoPlanException when there are more arms, or looks do not follow each other in expectation
     */
    static StagedDesign of(Scenario scenario, boolean rounded) {
        return new StagedScenario(scenario, rounded).design();
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

    private static PlannedTrial trialOf(Scenario scenario) {
        List<String> experimental = scenario.experimentalArms();
        if (experimental.size() > 1) {
            throw new NoPlanException("a plan is of one experimental arm against the control, and this trial has "
                    + experimental.size() + "; run simulates them all");
        }
        return PlannedTrial.of(
                scenario.enrolment().enrolment(),
                scenario.enrolment().process(),
                arm(scenario, scenario.controlArm()),
                arm(scenario, experimental.get(0)));
    }

    private static PlannedArm arm(Scenario scenario, String name) {
        return new PlannedArm(
                Objects.requireNonNull(scenario.arms().get(name)).allocation(),
                scenario.eventTime(name),
                scenario.dropoutTime(name));
    }

    private StagedDesign design() {
        List<Look> looks = new ArrayList<>();
        int count = scenario.analysis().looks().size();
        for (int k = 0; k < count; k++) {
            looks.add(lookOf(scenario.analysis().looks().get(k), k));
        }
        double[] events = looks.stream()
                .mapToDouble(look -> look.byEvents() ? look.at() : expected.events(look.at()))
                .toArray();
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
        StoppingBounds bounds = PlannedBounds.of(scenario, events);
        if (bounds.efficacy(count) == Double.POSITIVE_INFINITY) {
            throw new NoPlanException("the last look has no efficacy bound; give it one, or leave the look out");
        }
        return StagedDesign.of(trial, looks, bounds)
                .withHazardRatioH0(scenario.analysis().test().hazardRatioH0());
    }

    private Look lookOf(org.equipoise.simulator.scenario.Look condition, int k) {
        if (condition instanceof CalendarTime at) {
            return Look.atTime(at.calendarTime());
        }
        if (condition instanceof AfterLastPatient after) {
            return Look.atTime(trial.enrolmentDuration() + after.afterLastPatient());
        }
        if (condition instanceof AllOf all) {
            return furthest(all.allOf(), k, 1);
        }
        if (condition instanceof AnyOf any) {
            return furthest(any.anyOf(), k, -1);
        }
        return Look.atEvents(rounded ? scenario.analysis().eventsOf(condition, k) : eventsOf(condition));
    }

    /** The events that a look waits for, as given: halves of events are kept, since what is solved for is not whole. */
    private double eventsOf(org.equipoise.simulator.scenario.Look condition) {
        if (condition instanceof Events events) {
            return events.events();
        }
        double share = ((Information) condition).information();
        List<org.equipoise.simulator.scenario.Look> looks = scenario.analysis().looks();
        return share * named(looks.get(looks.size() - 1));
    }

    private static double named(org.equipoise.simulator.scenario.Look look) {
        if (look instanceof Events events) {
            return events.events();
        }
        List<org.equipoise.simulator.scenario.Look> inner =
                look instanceof AllOf all ? all.allOf() : look instanceof AnyOf any ? any.anyOf() : List.of();
        return inner.stream()
                .mapToDouble(StagedScenario::named)
                .filter(events -> events > 0)
                .findFirst()
                .orElse(0);
    }

    /** The latest of several looks in expectation, or, with a negative sign, the earliest. */
    private Look furthest(List<org.equipoise.simulator.scenario.Look> conditions, int k, int sign) {
        Look[] looks = conditions.stream().map(each -> lookOf(each, k)).toArray(Look[]::new);
        Look found = looks[0];
        for (Look look : Arrays.asList(looks)) {
            if (sign * Double.compare(timeOf(look), timeOf(found)) > 0) {
                found = look;
            }
        }
        return found;
    }

    private double timeOf(Look look) {
        return look.byEvents() ? expected.timeOf(look.at()) : look.at();
    }
}
