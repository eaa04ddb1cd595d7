package org.equipoise.simulator.analytic;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import org.equipoise.core.planning.Schoenfeld;
import org.equipoise.core.sequential.HazardRatioScale;
import org.equipoise.simulator.scenario.Scenario;

/**
 * Mean and standard deviation of the log-rank statistic at each look, from the events expected in the two arms. The one
 * place where analytic power gets them from.
 */
final class LogRankApproximation {
    private LogRankApproximation() {}

    /**
     * By Schoenfeld 1981: standard deviation 1.
     *
     * @param arm the experimental arm
     * @return one for each look; empty where the hazard ratio changes over time, or a look is not reached in
     *     expectation or without events
     */
    static List<ZAtLook> of(Scenario scenario, Expectations expectations, String arm) {
        OptionalDouble hazardRatio = ConstantHazardRatio.of(scenario, arm);
        if (hazardRatio.isEmpty()) {
            return List.of();
        }
        Schoenfeld method = design(scenario, arm, hazardRatio.getAsDouble());
        HazardRatioScale scale = new HazardRatioScale(method.allocationRatio(), method.hazardRatioH0());
        List<ZAtLook> looks = new ArrayList<>();
        for (int k = 0; k < scenario.analysis().looks().size(); k++) {
            LookExpectation look = expectations.atLook(k);
            double events = events(look, scenario.controlArm()) + events(look, arm);
            if (!look.isReached() || !(events > 0)) {
                return List.of();
            }
            looks.add(new ZAtLook(scale.information(events), method.drift(events), 1));
        }
        return looks;
    }

    /** Schoenfeld's method for one look at the scenario's level. */
    static Schoenfeld design(Scenario scenario, String arm, double hazardRatio) {
        double ratio = (double) Objects.requireNonNull(scenario.arms().get(arm)).allocation()
                / Objects.requireNonNull(scenario.arms().get(scenario.controlArm()))
                        .allocation();
        return Schoenfeld.of(hazardRatio, ratio, scenario.analysis().oneSidedAlpha())
                .withHazardRatioH0(scenario.analysis().test().hazardRatioH0());
    }

    private static double events(LookExpectation look, String arm) {
        return Objects.requireNonNull(look.eventsByArm().get(arm));
    }
}
