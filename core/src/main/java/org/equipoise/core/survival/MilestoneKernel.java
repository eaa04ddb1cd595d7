package org.equipoise.core.survival;

/**
 * The statistic of {@link MilestoneTest} without allocation. Holds the patients added since {@link #clear}; reusable,
 * not safe for threads.
 */
public final class MilestoneKernel implements CurveTestKernel {
    private final CurveKernel control;
    private final CurveKernel experimental;
    private final SurvivalScale scale;

    /**
     * No patients yet.
     *
     * @param patients most patients of an arm
     * @param at time of the comparison, ≥ 0 and finite
     */
    public MilestoneKernel(int patients, double at, SurvivalScale scale) {
        control = new CurveKernel(patients, at);
        experimental = new CurveKernel(patients, at);
        this.scale = scale;
    }

    @Override
    public void clear() {
        control.clear();
        experimental.clear();
    }

    @Override
    public void add(boolean inExperimental, double time, boolean event) {
        (inExperimental ? experimental : control).add(time, event);
    }

    @Override
    public double z() {
        control.evaluate();
        experimental.evaluate();
        if (!control.isDefined() || !experimental.isDefined() || control.survival() == experimental.survival()) {
            return 0;
        }
        double error = Math.hypot(error(control), error(experimental));
        double difference = scale.transformed(experimental.survival()) - scale.transformed(control.survival());
        return error > 0 && error < Double.POSITIVE_INFINITY ? difference / error : 0;
    }

    private double error(CurveKernel curve) {
        return scale.standardError(curve.survival(), curve.logStandardError());
    }
}
