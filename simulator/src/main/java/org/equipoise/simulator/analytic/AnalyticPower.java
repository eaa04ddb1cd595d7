package org.equipoise.simulator.analytic;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import org.equipoise.core.planning.Schoenfeld;
import org.equipoise.core.planning.fixed.PowerMethod;
import org.equipoise.core.planning.staged.StagedDesign;
import org.equipoise.core.sequential.CrossingProbabilities;
import org.equipoise.simulator.design.BoundPlan;
import org.equipoise.simulator.scenario.Scenario;

/**
 * Power of each experimental arm against the control without simulation, in all and at each look, by any method. What
 * was asked for once is remembered.
 */
public final class AnalyticPower {
    /** The method whose figure stands beside the simulated one. */
    public static final PowerMethod SHOWN = PowerMethod.SECOND_ORDER;

    /** A look that fewer trials than this share reach has no analytic figures: formulas take it that all do. */
    private static final double REACHED = 0.999;

    private final Scenario scenario;
    private final Expectations expectations;
    private final BoundPlan bounds;
    private final Map<String, List<LookProbabilities>> known = new ConcurrentHashMap<>();

    private AnalyticPower(Scenario scenario, Expectations expectations, BoundPlan bounds) {
        this.scenario = scenario;
        this.expectations = expectations;
        this.bounds = bounds;
    }

    /**
     * The power of a scenario.
     *
     * @param bounds as planned, for the scenario or for its alternative
     */
    public static AnalyticPower of(Scenario scenario, Expectations expectations, BoundPlan bounds) {
        return new AnalyticPower(scenario, expectations, bounds);
    }

    /**
     * Probability of rejecting the null hypothesis of an arm; in a two-sided test, in either direction.
     *
     * @param arm an experimental arm
     * @return empty where {@link #looks} is
     */
    public OptionalDouble of(String arm, PowerMethod method) {
        List<LookProbabilities> looks = looks(arm, method);
        return looks.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(looks.get(looks.size() - 1).cumulativeRejected());
    }

    /**
     * How likely each look rejects or stops for futility, with the bounds as planned.
     *
     * @param arm an experimental arm
     * @return one for each look; empty where the method has no answer, looks are not expected to follow each other, or
     *     not all trials reach all of them
     */
    public List<LookProbabilities> looks(String arm, PowerMethod method) {
        return known.computeIfAbsent(MethodName.of(method) + ' ' + arm, key -> compute(arm, method));
    }

    private List<LookProbabilities> compute(String arm, PowerMethod method) {
        int count = scenario.analysis().looks().size();
        for (int k = 0; k < count; k++) {
            if (expectations.reach(k) < REACHED) {
                return List.of();
            }
        }
        try {
            int comparison = scenario.experimentalArms().indexOf(arm);
            StagedDesign design = StagedScenario.of(scenario, expectations.looks(), bounds.comparison(comparison), arm);
            return told(design.crossing(method), count);
        } catch (NoPlanException | ArithmeticException | IllegalArgumentException e) {
            return List.of();
        }
    }

    private static List<LookProbabilities> told(CrossingProbabilities ends, int count) {
        List<LookProbabilities> looks = new ArrayList<>();
        for (int k = 1; k <= count; k++) {
            looks.add(new LookProbabilities(
                    ends.efficacy(k) + ends.opposite(k), ends.cumulativeRejection(k), ends.futility(k)));
        }
        return looks;
    }

    /**
     * Schoenfeld's number of events, all of them in the two arms, for the scenario's target power, with one look.
     *
     * @param arm an experimental arm
     * @return empty where events do not all count the same in the test, the hazard ratio changes over time or is not
     *     below that of the null hypothesis
     */
    public OptionalDouble requiredEvents(String arm) {
        OptionalDouble hazardRatio = ConstantHazardRatio.of(scenario, arm);
        double hazardRatioH0 = scenario.analysis().test().hazardRatioH0();
        if (!scenario.analysis().test().followsHazardRatio()
                || hazardRatio.isEmpty()
                || hazardRatio.getAsDouble() >= hazardRatioH0) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(Schoenfeld.of(
                        hazardRatio.getAsDouble(),
                        (double) allocation(arm) / allocation(scenario.controlArm()),
                        scenario.analysis().oneSidedAlpha())
                .withHazardRatioH0(hazardRatioH0)
                .requiredEvents(scenario.analysis().targetPower()));
    }

    private int allocation(String arm) {
        return Objects.requireNonNull(scenario.arms().get(arm)).allocation();
    }
}
