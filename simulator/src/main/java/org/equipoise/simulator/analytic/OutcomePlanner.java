package org.equipoise.simulator.analytic;

import java.util.EnumMap;
import java.util.Map;
import org.equipoise.core.numerics.StandardNormal;
import org.equipoise.core.planning.twosample.StagedTwoSample;
import org.equipoise.core.planning.twosample.TwoSampleTest;
import org.equipoise.simulator.design.BoundPlan;
import org.equipoise.simulator.scenario.OutcomeModel;
import org.equipoise.simulator.scenario.Scenario;
import org.equipoise.simulator.scenario.TestPlan;

/**
 * Plans a trial with a binary or continuous endpoint without simulation: its power, or the patients that give one.
 * Looks keep their shares of the known outcomes.
 */
public final class OutcomePlanner {
    /** How far below the target the search for the smallest exact size begins. */
    private static final double HEAD_START = 0.12;

    private final Scenario scenario;
    private final Sought sought;
    private final OutcomeDesign design;
    private final String arm;

    private OutcomePlanner(Scenario scenario, Sought sought, OutcomeDesign design, String arm) {
        this.scenario = scenario;
        this.sought = sought;
        this.design = design;
        this.arm = arm;
    }

    /**
     * A planner of what is sought; the target is the scenario's power.
     *
     * @throws NoPlanException when there is no plan; the message says why, and what would help
     */
    public static OutcomePlanner of(Scenario scenario, Sought sought) {
        if (sought != Sought.POWER && sought != Sought.PATIENTS) {
            throw new NoPlanException(
                    "--solve " + sought.key() + " has no meaning for a binary or continuous endpoint; one of "
                            + Sought.POWER.key() + ", " + Sought.PATIENTS.key());
        }
        if (scenario.experimentalArms().size() > 1) {
            throw new NoPlanException("a binary or continuous endpoint is planned with one experimental arm, and there"
                    + " are " + scenario.experimentalArms().size() + "; keep one");
        }
        OutcomeDesign design =
                new OutcomeDesign(scenario, BoundPlan.of(scenario).comparison(0), 0);
        if (sought == Sought.PATIENTS) {
            requireAboveLevel(scenario);
        }
        return new OutcomePlanner(
                scenario, sought, design, scenario.experimentalArms().get(0));
    }

    private static void requireAboveLevel(Scenario scenario) {
        double level = scenario.analysis().sides() * scenario.analysis().oneSidedAlpha();
        if (!(scenario.analysis().targetPower() > level)) {
            throw new NoPlanException("a power of " + scenario.analysis().targetPower()
                    + " is what the test has without any effect; ask for more than its level, " + level);
        }
    }

    /**
     * The plan by one method.
     *
     * @throws NoPlanException when there is none; the message says why, and what would help
     */
    public OutcomePlan plan(OutcomeMethod method) {
        TwoSampleTest test = OutcomeTests.of(scenario, arm, method);
        try {
            double factor = sought == Sought.POWER
                    ? 1
                    : factorFor(test, scenario.analysis().test().method(), method);
            return told(design.by(test).times(factor), factor, test, method);
        } catch (IllegalArgumentException e) {
            throw new NoPlanException(String.valueOf(e.getMessage()));
        }
    }

    /** What is sought, by each method of the test; NaN where one has no answer. */
    public Map<OutcomeMethod, Double> byMethod() {
        return byMethod(scenario.analysis().test().method(), sought);
    }

    /** Power or patients, by each method of any test of the endpoint; NaN where one has no answer. */
    public Map<OutcomeMethod, Double> byMethod(TestPlan.Method tested, Sought figure) {
        Map<OutcomeMethod, Double> values = new EnumMap<>(OutcomeMethod.class);
        for (OutcomeMethod method : OutcomeMethod.of(tested)) {
            values.put(method, value(tested, figure, method));
        }
        return values;
    }

    private double value(TestPlan.Method tested, Sought figure, OutcomeMethod method) {
        try {
            TwoSampleTest test = OutcomeTests.of(scenario, arm, tested, method);
            return figure == Sought.POWER
                    ? design.by(test).power()
                    : factorFor(test, tested, method) * scenario.enrolment().patients();
        } catch (NoPlanException | IllegalArgumentException e) {
            return Double.NaN;
        }
    }

    private double factorFor(TwoSampleTest test, TestPlan.Method tested, OutcomeMethod method) {
        requireEffect();
        double power = scenario.analysis().targetPower();
        if (method != OutcomeMethod.EXACT) {
            return design.by(test).factorFor(power);
        }
        if (design.looks() > 1) {
            throw new NoPlanException("the power of an exact test goes up and down with the patients, and the smallest"
                    + " number that gives " + power + " is found with one look alone; find the power of given patients"
                    + (tested == TestPlan.Method.FISHER_EXACT ? "" : ", or take --method normal"));
        }
        return smallestExact(test, power);
    }

    private void requireEffect() {
        double difference = difference();
        double margin = scenario.analysis().test().marginOrNone();
        if (!(difference + margin > 0)) {
            throw new NoPlanException("no number of patients gives power "
                    + scenario.analysis().targetPower() + ": the assumed difference " + shown(difference)
                    + " must exceed that of the null hypothesis, " + shown(0 - margin));
        }
    }

    /** Without the rounding of a difference of decimal numbers. */
    private static double shown(double difference) {
        return Math.rint(1e9 * difference) / 1e9;
    }

    /** The smallest whole number of outcomes, in their shares, whose power is enough. */
    private double smallestExact(TwoSampleTest test, double power) {
        double level = scenario.analysis().sides() * scenario.analysis().oneSidedAlpha();
        TestPlan.Method textbook = TestPlan.Method.UNPOOLED;
        double start = design.by(OutcomeTests.of(scenario, arm, textbook, OutcomeMethod.NORMAL))
                .factorFor(Math.max(power - HEAD_START, level + (power - level) / 4));
        StagedTwoSample exact = design.by(test);
        double known = Math.max(2, Math.floor(start * design.known(0)));
        while (exact.times(known / design.known(0)).power() < power) {
            known++;
        }
        return known / design.known(0);
    }

    private double difference() {
        return scenario.outcome(arm).mean()
                - scenario.outcome(scenario.controlArm()).mean();
    }

    private OutcomePlan told(StagedTwoSample staged, double factor, TwoSampleTest test, OutcomeMethod method) {
        OutcomeTelling telling =
                new OutcomeTelling(scenario, design, staged, factor, test, OutcomeTests.of(halfway(), arm, method));
        double power = staged.power();
        return new OutcomePlan(
                scenario,
                sought,
                method,
                factor * scenario.enrolment().patients(),
                power,
                telling.typeIError(),
                difference(),
                telling.looks(),
                telling.expectedPatients(),
                telling.expectedDuration(),
                inflation(telling.level(), power));
    }

    /** The scenario with half of the difference from the null hypothesis. */
    private Scenario halfway() {
        OutcomeModel experimental = scenario.outcome(arm);
        double atNull = scenario.underNull().outcome(arm).mean();
        return scenario.withModels(Map.of(arm, experimental.withMean((atNull + experimental.mean()) / 2)));
    }

    private double inflation(double level, double power) {
        if (design.looks() == 1) {
            return 1;
        }
        if (!(power > level && power < 1 - 1e-12)) {
            return Double.NaN;
        }
        double fixed = StandardNormal.upperQuantile(level) + StandardNormal.upperQuantile(1 - power);
        double drift = design.bounds().driftFor(power);
        return drift * drift / (fixed * fixed);
    }
}
