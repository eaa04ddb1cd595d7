package org.equipoise.simulator.analytic;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntToDoubleFunction;
import org.equipoise.core.numerics.StandardNormal;
import org.equipoise.core.planning.AtEvents;
import org.equipoise.core.planning.ExpectedEvents;
import org.equipoise.core.planning.logrank.Look;
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

    /** When its looks are expected. */
    ExpectedLooks looks() {
        return looks;
    }

    /** Expected figures at a calendar time; at an infinite one, those of endless follow-up. */
    public LookExpectation at(double calendarTime) {
        return new LookExpectation(
                calendarTime,
                expected.enrolled(calendarTime),
                expected.events(calendarTime),
                byArm(arm -> expected.events(arm, calendarTime)),
                expected.dropouts(calendarTime));
    }

    /**
     * Expected figures at a look (from 0). Where it waits for a number of events, they are means at the random time at
     * which that many have been seen. Where its condition is never met in expectation, they are those of endless
     * follow-up.
     */
    public LookExpectation atLook(int look) {
        return atLooks.computeIfAbsent(look, this::expectedAtLook);
    }

    private LookExpectation expectedAtLook(int look) {
        Look decisive = looks.at(look);
        if (!decisive.byEvents()) {
            return at(decisive.at());
        }
        AtEvents at = expected.atEvents(decisive.at());
        return new LookExpectation(
                at.time(), at.enrolled(), Math.min(decisive.at(), maximum()), byArm(at.events()::get), at.dropouts());
    }

    private Map<String, Double> byArm(IntToDoubleFunction figure) {
        Map<String, Double> byArm = new LinkedHashMap<>();
        for (int a = 0; a < arms.size(); a++) {
            byArm.put(arms.get(a), figure.applyAsDouble(a));
        }
        return byArm;
    }

    /**
     * Calendar time at which the expected figures meet the condition of a look (from 0): near its mean time, not the
     * same. Infinite when they never do.
     */
    public double timeOfExpectedEvents(int look) {
        return looks.time(look);
    }

    /** Events that endless follow-up would give, in expectation, all arms together. */
    public double maximum() {
        return expected.maximum();
    }

    /**
     * Share of trials in which a look (from 0) that waits for a number of events gets them: the number that ever comes
     * is binomial, here by its normal approximation. 1 for other looks.
     */
    public double reach(int look) {
        int needed = scenario.analysis().eventsAwaitedAt(look).orElse(0);
        double mean = maximum();
        double sd = Math.sqrt(mean * Math.max(0, 1 - mean / scenario.enrolment().patients()));
        if (sd > 0) {
            return StandardNormal.upperTail((needed - 0.5 - mean) / sd);
        }
        return needed - 0.5 > mean ? 0 : 1;
    }
}
