package org.equipoise.simulator.analytic;

import java.util.Objects;
import java.util.OptionalDouble;
import org.equipoise.core.planning.Schoenfeld;
import org.equipoise.simulator.scenario.Scenario;

/** The mean of Z that a scenario assumes of an arm, where its hazard ratio is the same at all times. */
public final class PlannedDrift {
    private PlannedDrift() {}

    /**
     * Schoenfeld's (1981, Biometrika 68:316): −ln(hazard ratio / that of the null hypothesis) √(w (1 − w) d), with a
     * share w of the patients of both arms in the experimental one.
     *
     * @param events d, of both arms
     * @return empty when the hazard ratio changes over time, or events do not all count the same in the test
     */
    public static OptionalDouble of(Scenario scenario, String arm, double events) {
        OptionalDouble ratio = ConstantHazardRatio.of(scenario, arm);
        return ratio.isEmpty() || !scenario.analysis().test().followsHazardRatio()
                ? OptionalDouble.empty()
                : OptionalDouble.of(Schoenfeld.of(
                                ratio.getAsDouble(),
                                allocation(scenario, arm) / allocation(scenario, scenario.controlArm()),
                                scenario.analysis().oneSidedAlpha())
                        .withHazardRatioH0(scenario.analysis().test().hazardRatioH0())
                        .drift(events));
    }

    private static double allocation(Scenario scenario, String arm) {
        return Objects.requireNonNull(scenario.arms().get(arm)).allocation();
    }
}
