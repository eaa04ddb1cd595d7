package org.equipoise.simulator.analytic;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.equipoise.core.planning.ExpectedEvents;
import org.equipoise.simulator.design.ExpectedLooks;
import org.equipoise.simulator.scenario.Scenario;

/** Expected patients, events and dropouts of a scenario over calendar time, and at its looks. */
public final class Expectations {
    private final Scenario scenario;
    private final List<String> arms;
    private final ExpectedLooks looks;
    private final ExpectedEvents expected;

    /** By look: its time is the root of an integral, and asked for by all who tell of it. */
    private final Map<Integer, LookExpectation> atLooks = new ConcurrentHashMap<>();

    private Expectations(Scenario scenario) {
        this.scenario = scenario;
        arms = scenario.armsControlFirst();
        looks = ExpectedLooks.of(scenario);
        expected = looks.curves();
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
        double time = looks.time(look);
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
}
