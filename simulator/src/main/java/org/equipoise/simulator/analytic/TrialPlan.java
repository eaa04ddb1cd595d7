package org.equipoise.simulator.analytic;

import java.util.List;
import org.equipoise.core.planning.fixed.PowerMethod;
import org.equipoise.core.planning.staged.ManyToOneDesign;
import org.equipoise.simulator.scenario.Scenario;

/**
 * What is known of a trial without simulation: its looks, its power by one method, and what to expect.
 *
 * @param scenario what was planned, before anything was solved for
 * @param sought what was found
 * @param rejection which rejections had the target power, where one was sought
 * @param method by which power is computed
 * @param design the trial with what was found put in
 * @param value of what was solved for, not rounded: for a hazard ratio, that at the time of the look as it was
 * @param power of that trial: of rejecting any null hypothesis; in a two-sided test, in either direction
 * @param typeIError of its bounds when all null hypotheses are true: of rejecting any; of both sides together
 * @param hazardRatio average hazard ratio at the last look; NaN with several experimental arms
 * @param looks what is planned for each look, of all arms; bounds where there is one comparison
 * @param comparisons each experimental arm against the control
 * @param joint all comparisons together, by look; empty where there is one
 * @param expectedEvents when the trial stops, futility obeyed
 * @param expectedPatients who have come when the trial stops, futility obeyed
 * @param expectedDuration calendar time when the trial stops, futility obeyed
 * @param inflation information at the last look over that of a trial with one look, the same level and power; NaN with
 *     several experimental arms
 */
public record TrialPlan(
        Scenario scenario,
        Sought sought,
        Rejection rejection,
        PowerMethod method,
        ManyToOneDesign design,
        double value,
        double power,
        double typeIError,
        double hazardRatio,
        List<LookPlan> looks,
        List<ComparisonPlan> comparisons,
        List<JointLook> joint,
        UnderHypotheses expectedEvents,
        UnderHypotheses expectedPatients,
        UnderHypotheses expectedDuration,
        double inflation) {
    /** Copies the lists. */
    public TrialPlan {
        looks = List.copyOf(looks);
        comparisons = List.copyOf(comparisons);
        joint = List.copyOf(joint);
    }

    /** The last look. */
    public LookPlan last() {
        return looks.get(looks.size() - 1);
    }

    /** Whether there are several experimental arms. */
    public boolean hasSeveralArms() {
        return comparisons.size() > 1;
    }

    /** Probability of rejecting every null hypothesis. */
    public double powerOfAll() {
        return hasSeveralArms() ? joint.get(joint.size() - 1).all() : power;
    }

    /** Patients of all arms, not rounded. */
    public double patients() {
        return design.trial().patients();
    }

    /** Time by which all patients are expected. */
    public double enrolmentDuration() {
        return design.trial().enrolmentDuration(patients());
    }

    /** Expected time from the last entry to the last look; negative when that comes before. */
    public double followUp() {
        return last().calendarTime() - enrolmentDuration();
    }

    /** Tells of a trial whose every number is settled. */
    static TrialPlan of(
            Scenario scenario,
            Sought sought,
            Rejection rejection,
            PowerMethod method,
            ManyToOneDesign design,
            double value) {
        return new TrialTelling(scenario, rejection, design, method).plan(sought, value);
    }
}
