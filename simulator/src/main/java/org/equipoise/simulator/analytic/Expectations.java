package org.equipoise.simulator.analytic;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.equipoise.core.planning.ExpectedEvents;
import org.equipoise.core.planning.PlannedArm;
import org.equipoise.simulator.scenario.Analysis;
import org.equipoise.simulator.scenario.Look;
import org.equipoise.simulator.scenario.Scenario;

/** Expected patients, events and dropouts of a scenario over calendar time, and at its looks. */
public final class Expectations {
    private final Scenario scenario;
    private final List<String> arms;
    private final ExpectedEvents expected;

    /** By look: its time is the root of an integral, and asked for by all who tell of it. */
    private final Map<Integer, LookExpectation> atLooks = new ConcurrentHashMap<>();

    private Expectations(Scenario scenario) {
        this.scenario = scenario;
        arms = scenario.armsControlFirst();
        List<PlannedArm> planned = new ArrayList<>();
        for (String arm : arms) {
            planned.add(new PlannedArm(
                    Objects.requireNonNull(scenario.arms().get(arm)).allocation(),
                    scenario.eventTime(arm),
                    scenario.dropoutTime(arm)));
        }
        expected = ExpectedEvents.of(
                scenario.enrolment().enrolment(), scenario.enrolment().process(), planned);
    }

    /** The expectations of a scenario. */
    public static Expectations of(Scenario scenario) {
        return new Expectations(scenario);
    }

    /** Expected figures at a calendar time. */
    public LookExpectation at(double calendarTime) {
        Map<String, Double> byArm = new LinkedHashMap<>();
        for (int a = 0; a < arms.size(); a++) {
            byArm.put(arms.get(a), expected.events(a, calendarTime));
        }
        return new LookExpectation(
                calendarTime,
                expected.enrolled(calendarTime),
                byArm.values().stream().mapToDouble(Double::doubleValue).sum(),
                byArm,
                expected.dropouts(calendarTime));
    }

    /**
     * Expected figures at a look (from 0). Where its condition is never met in expectation, they are those of endless
     * follow-up.
     */
    public LookExpectation atLook(int look) {
        return atLooks.computeIfAbsent(look, this::expectedAtLook);
    }

    private LookExpectation expectedAtLook(int look) {
        double time = timeOf(scenario.analysis().looks().get(look), look);
        if (time < Double.POSITIVE_INFINITY) {
            return at(time);
        }
        Map<String, Double> byArm = new LinkedHashMap<>();
        for (int a = 0; a < arms.size(); a++) {
            byArm.put(arms.get(a), expected.maximum(a));
        }
        double patients = scenario.enrolment().patients();
        return new LookExpectation(time, patients, expected.maximum(), byArm, Double.NaN);
    }

    /** Events that endless follow-up would give, in expectation, all arms together. */
    public double maximum() {
        return expected.maximum();
    }

    private double timeOf(Look condition, int look) {
        Analysis analysis = scenario.analysis();
        if (condition instanceof Look.CalendarTime at) {
            return at.calendarTime();
        }
        if (condition instanceof Look.AfterLastPatient after) {
            return scenario.enrolment().enrolment().duration() + after.afterLastPatient();
        }
        if (condition instanceof Look.AllOf all) {
            return all.allOf().stream()
                    .mapToDouble(each -> timeOf(each, look))
                    .max()
                    .orElseThrow();
        }
        if (condition instanceof Look.AnyOf any) {
            return any.anyOf().stream()
                    .mapToDouble(each -> timeOf(each, look))
                    .min()
                    .orElseThrow();
        }
        return expected.timeOf(analysis.eventsOf(condition, look));
    }
}
