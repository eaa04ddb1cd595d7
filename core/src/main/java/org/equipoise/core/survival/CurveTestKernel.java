package org.equipoise.core.survival;

/** A comparison of the survival curves of two arms, patient by patient and without allocation. */
public sealed interface CurveTestKernel permits RestrictedMeanKernel, MilestoneKernel {
    /** Forgets all patients. */
    void clear();

    /**
     * Adds a patient.
     *
     * @param inExperimental whether the patient is in the experimental arm, rather than in the control arm
     * @param time to event or censoring, in any one unit; finite and ≥ 0
     * @param event whether the patient had the event at that time
     */
    void add(boolean inExperimental, double time, boolean event);

    /**
     * Standardised difference of those added, &gt; 0 in favour of the experimental arm; 0 where its error is 0 or
     * infinite, and where an arm's curve is not defined as far as it is asked for: nobody of it was followed so long,
     * though not all had the event.
     */
    double z();
}
