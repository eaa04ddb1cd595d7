package org.equipoise.core.survival;

/**
 * The statistic of {@link RestrictedMeanTest} without allocation. Holds the patients added since {@link #clear};
 * reusable, not safe for threads.
 */
public final class RestrictedMeanKernel implements CurveTestKernel {
    private final CurveKernel control;
    private final CurveKernel experimental;

    /**
     * No patients yet.
     *
     * @param patients most patients of an arm
     * @param tau time up to which means are restricted, &gt; 0 and finite
     */
    public RestrictedMeanKernel(int patients, double tau) {
        control = new CurveKernel(patients, tau);
        experimental = new CurveKernel(patients, tau);
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
        double variance = control.meanVariance() + experimental.meanVariance();
        boolean defined = control.isDefined() && experimental.isDefined();
        return defined && variance > 0 ? (experimental.mean() - control.mean()) / Math.sqrt(variance) : 0;
    }
}
