package org.equipoise.simulator.report.figure;

import java.util.ArrayList;
import java.util.List;
import org.equipoise.simulator.design.BoundPlan;
import org.equipoise.simulator.engine.Replicator;
import org.equipoise.simulator.engine.cohort.Cohort;
import org.equipoise.simulator.scenario.Scenario;

/**
 * The patients of one replicate as they are seen at a calendar time.
 *
 * @param replicate its number
 * @param cut calendar time
 * @param arms the patients of each arm who have entered by then, the control first
 */
public record TrialAtCut(long replicate, double cut, List<Arm> arms) {
    /** Copies the list. */
    public TrialAtCut {
        arms = List.copyOf(arms);
    }

    /**
     * The patients of one arm.
     *
     * @param patients in the order of their enrolment
     */
    public record Arm(List<Patient> patients) {
        /** Copies the list. */
        public Arm {
            patients = List.copyOf(patients);
        }

        double[] times() {
            return patients.stream().mapToDouble(Patient::time).toArray();
        }

        boolean[] events() {
            boolean[] events = new boolean[patients.size()];
            for (int i = 0; i < events.length; i++) {
                events[i] = patients.get(i).event();
            }
            return events;
        }
    }

    /**
     * One patient.
     *
     * @param time since randomisation, to the event, to dropout, or to the cut
     * @param event whether it ends with the event
     */
    public record Patient(double time, boolean event) {}

    /** Makes the patients of a replicate again. */
    public static TrialAtCut of(Scenario scenario, BoundPlan bounds, long replicate, double cut) {
        Cohort cohort = new Replicator(scenario, bounds).cohort(replicate);
        List<Arm> arms = new ArrayList<>();
        for (int a = 0; a < cohort.arms(); a++) {
            List<Patient> patients = new ArrayList<>();
            for (int i = cohort.start(a); i < cohort.start(a) + cohort.enrolled(a, cut); i++) {
                boolean event = cohort.eventCalendar[i] <= cut;
                double observed = Math.min(cohort.dropoutTime[i], Math.max(0, cut - cohort.entry[i]));
                patients.add(new Patient(event ? cohort.eventTime[i] : observed, event));
            }
            arms.add(new Arm(patients));
        }
        return new TrialAtCut(replicate, cut, arms);
    }

    /** Events of an arm. */
    public long events(int arm) {
        return arms.get(arm).patients().stream().filter(Patient::event).count();
    }
}
