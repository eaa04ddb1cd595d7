package org.equipoise.core.planning;

import org.equipoise.core.distribution.EventTimeDistribution;
import org.equipoise.core.distribution.Exponential;
import org.equipoise.core.distribution.PiecewiseExponential;
import org.equipoise.core.distribution.ProportionalHazards;
import org.equipoise.core.numerics.StepFunction;

/**
 * An experimental arm half way between the null hypothesis and what is assumed of it: half the logarithm of its hazard
 * ratio, at every time. The expected size of a trial is often largest about there (rpact's figures under H0/1).
 */
public final class HalfEffect {
    private HalfEffect() {}

    /**
     * Time to the event with half the effect. Where it cannot be seen how the hazards compare at each time, the
     * experimental arm's hazard is multiplied by a constant, √(hazard ratio under the null hypothesis / average hazard
     * ratio).
     *
     * @param hazardRatioH0 under the null hypothesis, positive
     * @param averageHazardRatio of the arms as assumed, positive
     */
    public static EventTimeDistribution of(
            EventTimeDistribution control,
            EventTimeDistribution experimental,
            double hazardRatioH0,
            double averageHazardRatio) {
        double constant =
                ProportionalHazards.constantRatio(experimental, control).orElse(Double.NaN);
        if (constant > 0) {
            return ProportionalHazards.of(control, Math.sqrt(constant * hazardRatioH0));
        }
        if (isStep(control) && isStep(experimental)) {
            return meanOfSteps(control, experimental, hazardRatioH0);
        }
        if (experimental instanceof ProportionalHazards proportional
                && proportional.base().equals(control)) {
            return halved(control, proportional.ratios(), hazardRatioH0);
        }
        return ProportionalHazards.of(experimental, Math.sqrt(hazardRatioH0 / averageHazardRatio));
    }

    private static boolean isStep(EventTimeDistribution distribution) {
        return distribution instanceof Exponential || distribution instanceof PiecewiseExponential;
    }

    /** Geometric means of hazards that are constant between knots. */
    private static EventTimeDistribution meanOfSteps(
            EventTimeDistribution control, EventTimeDistribution experimental, double hazardRatioH0) {
        double[] starts =
                StepFunction.union(new double[] {0}, StepFunction.union(control.knots(), experimental.knots()));
        double[] hazards = new double[starts.length];
        for (int i = 0; i < starts.length; i++) {
            hazards[i] = Math.sqrt(hazardRatioH0 * control.hazard(starts[i]) * experimental.hazard(starts[i]));
        }
        return PiecewiseExponential.of(starts, hazards);
    }

    private static EventTimeDistribution halved(
            EventTimeDistribution control, StepFunction ratios, double hazardRatioH0) {
        double[] starts = new double[ratios.size()];
        double[] halved = new double[ratios.size()];
        for (int i = 0; i < starts.length; i++) {
            starts[i] = ratios.start(i);
            halved[i] = Math.sqrt(hazardRatioH0 * ratios.stepValue(i));
        }
        return ProportionalHazards.of(control, starts, halved);
    }
}
