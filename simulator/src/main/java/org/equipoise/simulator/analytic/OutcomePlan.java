package org.equipoise.simulator.analytic;

import java.util.List;
import org.equipoise.simulator.scenario.Scenario;

/**
 * What is known without simulation of a trial with a binary or continuous endpoint.
 *
 * @param scenario what was planned, before anything was solved for
 * @param sought what was found: the power, or the patients
 * @param method by which power is computed
 * @param patients of both arms, not rounded
 * @param power in a two-sided test, of rejecting in either direction
 * @param typeIError of the bounds on the scale of Z, under the null hypothesis; of both sides together
 * @param difference assumed, experimental minus control
 * @param looks with {@code events} standing for known outcomes, and estimates for differences
 * @param expectedPatients enrolled when the trial stops, futility obeyed
 * @param expectedDuration calendar time when the trial stops, futility obeyed
 * @param inflation information at the last look over that of a trial with one look, the same level and power
 */
public record OutcomePlan(
        Scenario scenario,
        Sought sought,
        OutcomeMethod method,
        double patients,
        double power,
        double typeIError,
        double difference,
        List<LookPlan> looks,
        UnderHypotheses expectedPatients,
        UnderHypotheses expectedDuration,
        double inflation) {
    /** Copies the list. */
    public OutcomePlan {
        looks = List.copyOf(looks);
    }

    /** What was found. */
    public double value() {
        return sought == Sought.PATIENTS ? patients : power;
    }

    /** The last look. */
    public LookPlan last() {
        return looks.get(looks.size() - 1);
    }
}
