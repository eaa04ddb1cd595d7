package org.equipoise.core.planning;

/**
 * What is assumed of the patients of one stratum.
 *
 * @param prevalence share of the patients, relative to the other strata; positive and finite
 * @param control the control arm in this stratum
 * @param experimental the experimental arm in this stratum
 */
public record PlannedStratum(double prevalence, PlannedArm control, PlannedArm experimental) {

    /** @throws IllegalArgumentException when the prevalence is not positive and finite */
    public PlannedStratum {
        if (!(prevalence > 0 && prevalence <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("prevalence must be positive and finite, was " + prevalence);
        }
    }

    /** Share of this stratum's patients in the experimental arm, in (0, 1). */
    public double experimentalShare() {
        return experimental.allocation() / (control.allocation() + experimental.allocation());
    }
}
