package org.equipoise.simulator.analytic;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.equipoise.core.numerics.StandardNormal;
import org.equipoise.core.planning.curves.NotFollowedException;
import org.equipoise.core.planning.fixed.PowerMethod;
import org.equipoise.core.planning.fixed.Solution;
import org.equipoise.core.planning.fixed.Unknown;
import org.equipoise.core.planning.logrank.Look;
import org.equipoise.core.planning.staged.ManyToOneDesign;
import org.equipoise.simulator.scenario.Scenario;
import org.jspecify.annotations.Nullable;

/** Plans a scenario without simulation: its power, or what gives it a power. */
public final class Planner {
    private final Scenario scenario;
    private final Sought sought;
    private final boolean keepsRates;
    private final Rejection rejection;

    private Planner(Scenario scenario, Sought sought, boolean keepsRates, Rejection rejection) {
        this.scenario = scenario;
        this.sought = sought;
        this.keepsRates = keepsRates;
        this.rejection = rejection;
    }

    /** A planner of what is sought; the target is the scenario's power. */
    public static Planner of(Scenario scenario, Sought sought) {
        return new Planner(scenario, sought, false, Rejection.ANY);
    }

    /** The same with the power of other rejections, where there are several experimental arms. */
    public Planner rejecting(Rejection other) {
        return new Planner(scenario, sought, keepsRates, other);
    }

    /** The same, but more patients come at the same rates for a longer time, not at higher rates over the same time. */
    public Planner keepingRates() {
        return new Planner(scenario, sought, true, rejection);
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

    private TrialPlan plan(ManyToOneDesign design, PowerMethod method) {
        Unknown unknown = unknown();
        if (unknown == null) {
            return TrialPlan.of(scenario, sought, rejection, method, design, Double.NaN);
        }
        Solution solution = solve(design, method, unknown);
        if (solution instanceof Solution.Impossible impossible) {
            throw new NoPlanException(impossible.explanation());
        }
        Solution.Found found = (Solution.Found) solution;
        ManyToOneDesign solved = design.withComparison(rejection.lead(), found.design());
        double value = sought == Sought.HAZARD_RATIO ? found.value() : valueOf(found, solved);
        return TrialPlan.of(scenario, sought, rejection, method, solved, value);
    }

    private Solution solve(ManyToOneDesign design, PowerMethod method, Unknown unknown) {
        return design.solve(rejection.lead(), each -> power(each, method), unknown, target());
    }

    /** A look at which too few have been followed for its test rejects nothing. */
    private double power(ManyToOneDesign design, PowerMethod method) {
        try {
            return rejection.power(design, method);
        } catch (NotFollowedException e) {
            return 0;
        }
    }

    /** What is sought, by every method; NaN where a method has no answer. */
    public Map<PowerMethod, Double> byMethod() {
        ManyToOneDesign design = design();
        Map<PowerMethod, Double> values = new EnumMap<>(PowerMethod.class);
        for (PowerMethod method : PowerMethod.values()) {
            values.put(method, value(design, method));
        }
        return values;
    }

    private double value(ManyToOneDesign design, PowerMethod method) {
        Unknown unknown = unknown();
        try {
            if (unknown == null) {
                return rejection.power(design, method);
            }
            return solve(design, method, unknown) instanceof Solution.Found found
                    ? valueOf(found, design.withComparison(rejection.lead(), found.design()))
                    : Double.NaN;
        } catch (ArithmeticException | IllegalArgumentException e) {
            return Double.NaN;
        }
    }

    private @Nullable Unknown unknown() {
        return keepsRates && sought == Sought.PATIENTS ? Unknown.ENROLMENT_DURATION : sought.unknown();
    }

    private double valueOf(Solution.Found found, ManyToOneDesign solved) {
        return switch (sought) {
            case PATIENTS -> solved.trial().patients();
            case HAZARD_RATIO -> found.design().averageHazardRatio();
            case EVENTS -> solved.looks().get(solved.looks().size() - 1).at();
            default -> found.value();
        };
    }

    private ManyToOneDesign design() {
        ManyToOneDesign design = StagedScenario.of(scenario, sought == Sought.POWER);
        boolean several = design.comparisons() > 1;
        if (several && sought == Sought.HAZARD_RATIO && !rejection.isOfOne()) {
            throw new NoPlanException("there are " + design.comparisons()
                    + " experimental arms; name the one whose hazard ratio is sought: --rejecting '"
                    + scenario.experimentalArms().get(0) + "'");
        }
        if (sought != Sought.EVENTS && sought != Sought.FOLLOW_UP) {
            requireReachable(design);
        }
        if (sought != Sought.POWER) {
            requireAboveLevel(design);
        }
        return design;
    }

    private void requireAboveLevel(ManyToOneDesign design) {
        double level = Math.max(
                scenario.analysis().sides() * scenario.analysis().oneSidedAlpha(),
                StandardNormal.upperTail(
                        design.comparison(rejection.lead()).last().criticalValue()));
        if (design.comparisons() > 1 && !rejection.isOfOne()) {
            int last = design.looks().size();
            level = Math.max(
                    level, design.crossingUnderNull(UnaryOperator.identity()).any(last));
        }
        if (!(target() > level)) {
            throw new NoPlanException("a power of " + target()
                    + " is what the test has without any effect; ask for more" + " than its level, " + level);
        }
    }

    private void requireReachable(ManyToOneDesign design) {
        double available = design.trial().expected().maximum();
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
