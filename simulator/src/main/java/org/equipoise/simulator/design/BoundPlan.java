package org.equipoise.simulator.design;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.IntToDoubleFunction;
import org.equipoise.core.sequential.HazardRatioScale;
import org.equipoise.simulator.scenario.Arm;
import org.equipoise.simulator.scenario.Bounds;
import org.equipoise.simulator.scenario.Fault;
import org.equipoise.simulator.scenario.InvalidScenarioException;
import org.equipoise.simulator.scenario.Scenario;
import org.jspecify.annotations.Nullable;

/**
 * The bounds of a scenario's looks as planned, for each experimental arm. Immutable.
 *
 * <p>Information at a look is the number of events, all arms together, relative to that planned for the last look; of a
 * binary or continuous endpoint, the number of known outcomes. Where a look waits for a number of events, that is
 * planned; at another look as many as are expected then under the scenario's assumptions. A trial under the null
 * hypothesis keeps the plan that was made under the alternative: plan first, then take {@link Scenario#underNull}.
 * Where errors are spent by calendar time, that is relative to the time at which the last look is expected.
 *
 * <p>Several experimental arms have the same bounds, each for its own comparison with the control at the full level;
 * only bounds given as hazard ratios differ on the scale of Z where allocations do.
 */
public final class BoundPlan {
    private final List<ComparisonBounds> comparisons;

    private BoundPlan(List<ComparisonBounds> comparisons) {
        this.comparisons = List.copyOf(comparisons);
    }

    /**
     * Plans the bounds.
     *
     * @throws InvalidScenarioException when there are no such bounds, or looks whose errors are to be spent do not
     *     increase in planned information; paths are those of the scenario
     */
    public static BoundPlan of(Scenario scenario) {
        boolean byRatio = isByHazardRatio(scenario.analysis().efficacy())
                || isByHazardRatio(scenario.analysis().futility());
        boolean computed = BoundMaker.isComputed(scenario.analysis());
        IntToDoubleFunction information;
        IntToDoubleFunction time;
        if (scenario.endpoint().isTimeToEvent()) {
            ExpectedLooks expected = ExpectedLooks.of(scenario);
            information = expected::events;
            time = expected::time;
        } else {
            ExpectedOutcomes expected = ExpectedOutcomes.of(scenario);
            information = expected::known;
            time = expected::time;
        }
        double[] events = byRatio || computed ? plannedEvents(scenario, information, computed) : new double[0];
        double[] times = scenario.analysis().spendsByCalendarTime() ? plannedTimes(scenario, time) : new double[0];
        List<ComparisonBounds> comparisons = new ArrayList<>();
        for (String arm : scenario.experimentalArms()) {
            comparisons.add(
                    byRatio || comparisons.isEmpty()
                            ? new BoundMaker(
                                            scenario.analysis(),
                                            events,
                                            times,
                                            (ratio, k) -> z(scenario, arm, ratio, events[k]))
                                    .make()
                            : comparisons.get(0));
        }
        return new BoundPlan(comparisons);
    }

    private static boolean isByHazardRatio(@Nullable Bounds bounds) {
        return bounds instanceof Bounds.Given given && given.scale() == Bounds.Given.Scale.HAZARD_RATIO;
    }

    private static double[] plannedEvents(Scenario scenario, IntToDoubleFunction expected, boolean increasing) {
        boolean ofEvents = scenario.endpoint().isTimeToEvent();
        double[] events = new double[scenario.analysis().looks().size()];
        List<Fault> faults = new ArrayList<>();
        for (int k = 0; k < events.length; k++) {
            events[k] = expected.applyAsDouble(k);
            double before = k > 0 && increasing ? events[k - 1] : 0;
            if (!(events[k] > before)) {
                faults.add(new Fault(
                        "analysis.looks." + k,
                        "is planned with " + shown(events[k]) + (ofEvents ? " events" : " known outcomes")
                                + ", not more than " + shown(before),
                        "these bounds need looks whose " + (ofEvents ? "events" : "known outcomes")
                                + " increase, as expected under the scenario"));
            }
        }
        if (!faults.isEmpty()) {
            throw new InvalidScenarioException(faults);
        }
        return events;
    }

    private static double[] plannedTimes(Scenario scenario, IntToDoubleFunction expected) {
        double[] times = new double[scenario.analysis().looks().size()];
        List<Fault> faults = new ArrayList<>();
        for (int k = 0; k < times.length; k++) {
            times[k] = expected.applyAsDouble(k);
            if (times[k] == Double.POSITIVE_INFINITY) {
                faults.add(new Fault(
                        "analysis.looks." + k,
                        "is never expected to take place, and errors are spent by calendar time",
                        "ask for fewer events, or spend by information"));
            }
        }
        if (!faults.isEmpty()) {
            throw new InvalidScenarioException(faults);
        }
        return times;
    }

    private static String shown(double events) {
        return Double.toString(Math.rint(10 * events) / 10);
    }

    /** Z at an estimated hazard ratio, with the arm's and the control's share of the events by their allocation. */
    private static double z(Scenario scenario, String arm, double ratio, double events) {
        double experimental = allocation(scenario, arm);
        double control = allocation(scenario, scenario.controlArm());
        double share = (experimental + control) / scenario.allocationSum();
        return new HazardRatioScale(
                        experimental / control, scenario.analysis().test().hazardRatioH0())
                .z(ratio, events * share);
    }

    private static double allocation(Scenario scenario, String arm) {
        Arm found = Objects.requireNonNull(scenario.arms().get(arm));
        return found.allocation();
    }

    /** The bounds of a comparison (from 0), in the order of the experimental arms. */
    public ComparisonBounds comparison(int h) {
        return comparisons.get(h);
    }

    /** Number of comparisons, each an experimental arm with the control. */
    public int comparisons() {
        return comparisons.size();
    }

    /** Whether all comparisons have the same bounds. */
    public boolean areAllTheSame() {
        return comparisons.stream().allMatch(comparisons.get(0)::equals);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BoundPlan plan && comparisons.equals(plan.comparisons);
    }

    @Override
    public int hashCode() {
        return comparisons.hashCode();
    }
}
