package org.equipoise.core.survival;

/**
 * A comparison of the survival curves of two arms, patient by patient and without allocation. Holds the patients added
 * since {@link #clear}; reusable, not safe for threads.
 */
public final class CurveTestKernel {
    private final CurveKernel control;
    private final CurveKernel experimental;
    private final Comparison comparison;

    /** Z of two curves that are defined as far as they are asked for. */
    private interface Comparison {
        double z(CurveKernel control, CurveKernel experimental);
    }

    private CurveTestKernel(int patients, double until, Comparison comparison) {
        control = new CurveKernel(patients, until);
        experimental = new CurveKernel(patients, until);
        this.comparison = comparison;
    }

    /**
     * The statistic of {@link RestrictedMeanTest}, without patients yet.
     *
     * @param patients most patients of an arm
     * @param tau time up to which means are restricted, &gt; 0 and finite
     */
    public static CurveTestKernel restrictedMean(int patients, double tau) {
        return new CurveTestKernel(patients, tau, CurveTestKernel::ofMeans);
    }

    /**
     * The statistic of {@link MilestoneTest}, without patients yet.
     *
     * @param patients most patients of an arm
     * @param at time of the comparison, ≥ 0 and finite
     */
    public static CurveTestKernel milestone(int patients, double at, SurvivalScale scale) {
        return new CurveTestKernel(patients, at, (control, experimental) -> ofShares(control, experimental, scale));
    }

    /** Forgets all patients. */
    public void clear() {
        control.clear();
        experimental.clear();
    }

    /**
     * Adds a patient.
     *
     * @param inExperimental whether the patient is in the experimental arm, rather than in the control arm
     * @param time to event or censoring, in any one unit; finite and ≥ 0
     * @param event whether the patient had the event at that time
     */
    public void add(boolean inExperimental, double time, boolean event) {
        (inExperimental ? experimental : control).add(time, event);
    }

    /**
     * Standardised difference of those added, &gt; 0 in favour of the experimental arm; 0 where its error is 0 or
     * infinite, and where an arm's curve is not defined as far as it is asked for: nobody of it was followed so long,
     * though not all had the event.
     */
    public double z() {
        control.evaluate();
        experimental.evaluate();
        return control.isDefined() && experimental.isDefined() ? comparison.z(control, experimental) : 0;
    }

    private static double ofMeans(CurveKernel control, CurveKernel experimental) {
        double variance = control.meanVariance() + experimental.meanVariance();
        return variance > 0 ? (experimental.mean() - control.mean()) / Math.sqrt(variance) : 0;
    }

    private static double ofShares(CurveKernel control, CurveKernel experimental, SurvivalScale scale) {
        if (control.survival() == experimental.survival()) {
            return 0;
        }
        double error = Math.hypot(error(control, scale), error(experimental, scale));
        double difference = scale.transformed(experimental.survival()) - scale.transformed(control.survival());
        return error > 0 && error < Double.POSITIVE_INFINITY ? difference / error : 0;
    }

    private static double error(CurveKernel curve, SurvivalScale scale) {
        return scale.standardError(curve.survival(), curve.logStandardError());
    }
}
