package org.equipoise.simulator.analytic;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.equipoise.core.numerics.StandardNormal;
import org.equipoise.core.planning.ExpectedEvents;
import org.equipoise.core.planning.fixed.PowerMethod;
import org.equipoise.core.planning.fixed.Solution;
import org.equipoise.core.planning.fixed.Unknown;
import org.equipoise.core.planning.logrank.Look;
import org.equipoise.core.planning.staged.StagedDesign;
import org.equipoise.simulator.scenario.Scenario;
import org.jspecify.annotations.Nullable;

/** Plans a scenario without simulation: its power, or what gives it a power. */
public final class Planner {
    private final Scenario scenario;
    private final Sought sought;
    private final boolean keepsRates;

    private Planner(Scenario scenario, Sought sought, boolean keepsRates) {
        this.scenario = scenario;
        this.sought = sought;
        this.keepsRates = keepsRates;
    }

    /** A planner of what is sought; the target is the scenario's power. */
    public static Planner of(Scenario scenario, Sought sought) {
        return new Planner(scenario, sought, false);
    }

    /** The same, but more patients come at the same rates for a longer time, not at higher rates over the same time. */
    public Planner keepingRates() {
        return new Planner(scenario, sought, true);
    }

    /**
     * The plan by one method.
     *
     * @throws NoPlanException when there is none; the message says why, and what would help
     */
    public TrialPlan plan(PowerMethod method) {
        try {
            return plan(design(), method);
        } catch (ArithmeticException | IllegalArgumentException e) {
            throw new NoPlanException("power by " + MethodName.of(method) + " cannot be computed for this trial ("
                    + e.getMessage() + "); run simulates it");
        }
    }

    private TrialPlan plan(StagedDesign design, PowerMethod method) {
        Unknown unknown = unknown();
        if (unknown == null) {
            return TrialPlan.of(scenario, sought, method, design, Double.NaN);
        }
        Solution solution = design.solve(method, unknown, target());
        if (solution instanceof Solution.Impossible impossible) {
            throw new NoPlanException(impossible.explanation());
        }
        Solution.Found found = (Solution.Found) solution;
        return TrialPlan.of(scenario, sought, method, design.withLast(found.design()), found.value());
    }

    /** What is sought, by every method; NaN where a method has no answer. */
    public Map<PowerMethod, Double> byMethod() {
        StagedDesign design = design();
        Map<PowerMethod, Double> values = new EnumMap<>(PowerMethod.class);
        for (PowerMethod method : PowerMethod.values()) {
            values.put(method, value(design, method));
        }
        return values;
    }

    private double value(StagedDesign design, PowerMethod method) {
        Unknown unknown = unknown();
        try {
            if (unknown == null) {
                return design.power(method);
            }
            return design.solve(method, unknown, target()) instanceof Solution.Found found
                    ? valueOf(found)
                    : Double.NaN;
        } catch (ArithmeticException | IllegalArgumentException e) {
            return Double.NaN;
        }
    }

    private @Nullable Unknown unknown() {
        return keepsRates && sought == Sought.PATIENTS ? Unknown.ENROLMENT_DURATION : sought.unknown();
    }

    private double valueOf(Solution.Found found) {
        return switch (sought) {
            case PATIENTS -> found.design().trial().patients();
            case HAZARD_RATIO -> found.design().averageHazardRatio();
            default -> found.value();
        };
    }

    private StagedDesign design() {
        StagedDesign design = StagedScenario.of(scenario, sought == Sought.POWER);
        if (sought != Sought.EVENTS && sought != Sought.FOLLOW_UP) {
            requireReachable(design);
        }
        double level = Math.max(
                scenario.analysis().sides() * scenario.analysis().oneSidedAlpha(),
                StandardNormal.upperTail(design.last().criticalValue()));
        if (sought != Sought.POWER && !(target() > level)) {
            throw new NoPlanException("a power of " + target()
                    + " is what the test has without any effect; ask for more" + " than its level, " + level);
        }
        return design;
    }

    private void requireReachable(StagedDesign design) {
        double available = ExpectedEvents.of(design.trial()).maximum();
        for (int k = 0; k < design.looks().size(); k++) {
            Look look = design.looks().get(k);
            if (look.byEvents() && look.at() >= available) {
                throw new NoPlanException(String.format(
                        Locale.ROOT,
                        "look %d waits for %s events, but follow-up without end of all %d patients gives %.1f in"
                                + " expectation; ask for fewer events, a calendar time, or more patients",
                        k + 1,
                        look.at() == Math.rint(look.at()) ? Long.toString((long) look.at()) : look.at(),
                        scenario.enrolment().patients(),
                        available));
            }
        }
    }

    private double target() {
        return scenario.analysis().targetPower();
    }
}
