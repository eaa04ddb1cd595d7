package org.equipoise.core.proportion;

/**
 * Successes among the patients of two arms.
 *
 * @param successesControl from 0 to {@code patientsControl}
 * @param patientsControl at least 1
 * @param successesExperimental from 0 to {@code patientsExperimental}
 * @param patientsExperimental at least 1
 */
public record TwoProportions(
        int successesControl, int patientsControl, int successesExperimental, int patientsExperimental) {
    /** Checks the counts. */
    public TwoProportions {
        Counts.check("Control", successesControl, patientsControl);
        Counts.check("Experimental", successesExperimental, patientsExperimental);
    }

    /** Proportion of the control arm. */
    public double control() {
        return (double) successesControl / patientsControl;
    }

    /** Proportion of the experimental arm. */
    public double experimental() {
        return (double) successesExperimental / patientsExperimental;
    }

    /** Successes of both arms. */
    public int successes() {
        return successesControl + successesExperimental;
    }

    /** Patients of both arms. */
    public int patients() {
        return patientsControl + patientsExperimental;
    }

    /** The same with the arms exchanged. */
    TwoProportions swapped() {
        return new TwoProportions(successesExperimental, patientsExperimental, successesControl, patientsControl);
    }
}
