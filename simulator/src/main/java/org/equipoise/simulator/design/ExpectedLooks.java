package org.equipoise.simulator.design;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.equipoise.core.planning.ExpectedEvents;
import org.equipoise.core.planning.PlannedArm;
import org.equipoise.core.planning.logrank.Look;
import org.equipoise.simulator.scenario.Look.AfterLastPatient;
import org.equipoise.simulator.scenario.Look.AllOf;
import org.equipoise.simulator.scenario.Look.AnyOf;
import org.equipoise.simulator.scenario.Look.CalendarTime;
import org.equipoise.simulator.scenario.Look.Events;
import org.equipoise.simulator.scenario.Look.Information;
import org.equipoise.simulator.scenario.Scenario;

/** When the looks of a scenario are expected, every random number in its place taken at its expectation. */
public final class ExpectedLooks {
    private final Scenario scenario;
    private final boolean rounded;
    private final ExpectedEvents curves;

    private ExpectedLooks(Scenario scenario, boolean rounded) {
        this.scenario = scenario;
        this.rounded = rounded;
        List<PlannedArm> planned = new ArrayList<>();
        for (String arm : scenario.armsControlFirst()) {
            planned.add(new PlannedArm(
                    Objects.requireNonNull(scenario.arms().get(arm)).allocation(),
                    scenario.eventTime(arm),
                    scenario.dropoutTime(arm)));
        }
        curves = ExpectedEvents.of(
                scenario.enrolment().enrolment(), scenario.enrolment().process(), planned);
    }

    /** The looks of a scenario as they happen when it is run: at whole numbers of events. */
    public static ExpectedLooks of(Scenario scenario) {
        return new ExpectedLooks(scenario, true);
    }

    /** The same, at numbers of events as they are given: shares of events need not be whole. */
    public static ExpectedLooks notRounded(Scenario scenario) {
        return new ExpectedLooks(scenario, false);
    }

    /** What is expected over calendar time, by arm, the control first. */
    public ExpectedEvents curves() {
        return curves;
    }

    /**
     * What a look (from 0) waits for. One with several conditions is taken at the one that decides in expectation: the
     * last of all, the first of any.
     */
    public Look at(int look) {
        return at(scenario.analysis().looks().get(look), look);
    }

    /** Calendar time of a look (from 0); infinite when its condition is never met in expectation. */
    public double time(int look) {
        return timeOf(at(look));
    }

    /**
     * Events that a look (from 0) is planned with, all arms together: as many as it waits for, otherwise as many as are
     * expected at its time.
     */
    public double events(int look) {
        Look at = at(look);
        OptionalInt awaited = scenario.analysis().eventsAwaitedAt(look);
        return awaited.isPresent() ? at.at() : curves.events(timeOf(at));
    }

    private Look at(org.equipoise.simulator.scenario.Look condition, int look) {
        if (condition instanceof CalendarTime at) {
            return Look.atTime(at.calendarTime());
        }
        if (condition instanceof AfterLastPatient after) {
            return Look.atTime(scenario.enrolment().enrolment().duration() + after.afterLastPatient());
        }
        Comparator<Look> byTime = Comparator.comparingDouble(this::timeOf);
        if (condition instanceof AllOf all) {
            return each(all.allOf(), look).max(byTime).orElseThrow();
        }
        if (condition instanceof AnyOf any) {
            return each(any.anyOf(), look).min(byTime).orElseThrow();
        }
        return Look.atEvents(rounded ? scenario.analysis().eventsOf(condition, look) : given(condition));
    }

    private Stream<Look> each(List<org.equipoise.simulator.scenario.Look> conditions, int look) {
        return conditions.stream().map(each -> at(each, look));
    }

    private double timeOf(Look look) {
        return look.byEvents() ? curves.timeOf(look.at()) : look.at();
    }

    private double given(org.equipoise.simulator.scenario.Look condition) {
        if (condition instanceof Events events) {
            return events.events();
        }
        List<org.equipoise.simulator.scenario.Look> looks = scenario.analysis().looks();
        return ((Information) condition).information() * named(looks.get(looks.size() - 1));
    }

    /** Events that a condition names, at any depth; 0 for none. */
    private static double named(org.equipoise.simulator.scenario.Look look) {
        if (look instanceof Events events) {
            return events.events();
        }
        List<org.equipoise.simulator.scenario.Look> inner =
                look instanceof AllOf all ? all.allOf() : look instanceof AnyOf any ? any.anyOf() : List.of();
        return inner.stream()
                .mapToDouble(ExpectedLooks::named)
                .filter(events -> events > 0)
                .findFirst()
                .orElse(0);
    }
}
