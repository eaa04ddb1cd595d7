package org.equipoise.core.distribution;

import java.util.ArrayList;
import java.util.List;
import org.equipoise.core.numerics.StepFunction;

/**
 * A share of the patients whose hazard is constant between given times. What is planned of them has a closed form.
 *
 * @param share of all patients, positive, at most 1
 * @param hazards over time, events per time unit
 */
public record ConstantHazards(double share, StepFunction hazards) {
    /**
     * The shares that a distribution consists of, all together 1; empty where it is not made of constant hazards alone.
     * Exponential and piecewise exponential distributions are, and their mixtures, with a cure or without.
     */
    public static List<ConstantHazards> of(EventTimeDistribution distribution) {
        List<ConstantHazards> parts = new ArrayList<>();
        return add(1, distribution, parts) ? List.copyOf(parts) : List.of();
    }

    /** Those who never have the event where there is no distribution of it. */
    public static ConstantHazards never() {
        return new ConstantHazards(1, constant(0));
    }

    private static boolean add(double share, EventTimeDistribution distribution, List<ConstantHazards> parts) {
        if (distribution instanceof Exponential exponential) {
            return parts.add(new ConstantHazards(share, constant(exponential.rate())));
        }
        if (distribution instanceof PiecewiseExponential piecewise) {
            return parts.add(new ConstantHazards(share, piecewise.hazards()));
        }
        if (distribution instanceof MixtureCure mixture) {
            return (mixture.cured() == 0 || parts.add(new ConstantHazards(share * mixture.cured(), constant(0))))
                    && add(share * (1 - mixture.cured()), mixture.of(), parts);
        }
        if (distribution instanceof Mixture mixture) {
            for (int i = 0; i < mixture.size(); i++) {
                if (!add(share * mixture.share(i), mixture.part(i), parts)) {
                    return false;
                }
            }
            return true;
        }
        return false;
    }

    private static StepFunction constant(double hazard) {
        return StepFunction.of("hazards", new double[] {0}, new double[] {hazard});
    }
}
