package org.equipoise.simulator.analytic;

import java.util.OptionalDouble;
import org.equipoise.core.distribution.EventTimeDistribution;
import org.equipoise.core.distribution.Exponential;
import org.equipoise.simulator.scenario.EventModel;
import org.equipoise.simulator.scenario.HazardRatio;
import org.equipoise.simulator.scenario.Scenario;

/** The hazard ratio of an arm where it is the same at all times. */
public final class ConstantHazardRatio {
    private ConstantHazardRatio() {}

    /** Experimental over control, in every stratum; empty when it changes over time or from stratum to stratum. */
    public static OptionalDouble of(Scenario scenario, String arm) {
        if (scenario.hasModelsInStrata()) {
            return OptionalDouble.empty();
        }
        if (scenario.model(arm) instanceof EventModel.Relative relative
                && relative.hazardRatio() instanceof HazardRatio.Constant constant) {
            return OptionalDouble.of(constant.ratio());
        }
        EventTimeDistribution experimental = scenario.eventTime(arm);
        EventTimeDistribution control = scenario.eventTime(scenario.controlArm());
        if (experimental instanceof Exponential e && control instanceof Exponential c) {
            return OptionalDouble.of(e.rate() / c.rate());
        }
        return OptionalDouble.empty();
    }
}
