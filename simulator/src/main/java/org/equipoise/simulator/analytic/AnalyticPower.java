package org.equipoise.simulator.analytic;

import java.util.Objects;
import java.util.OptionalDouble;
import org.equipoise.core.planning.Schoenfeld;
import org.equipoise.simulator.scenario.Analysis;
import org.equipoise.simulator.scenario.Scenario;

/** Textbook power of one experimental arm against the control. */
public final class AnalyticPower {
    private AnalyticPower() {}

    /**
     * Schoenfeld's power of a trial with one look, from the events expected in the two arms.
     *
     * @param arm the experimental arm
     * @return empty where the formula does not apply: several looks, a hazard ratio that changes over time, or a look
     *     that is never reached
     */
    public static OptionalDouble schoenfeld(Scenario scenario, Expectations expectations, String arm) {
        OptionalDouble hazardRatio = ConstantHazardRatio.of(scenario, arm);
        Analysis analysis = scenario.analysis();
        if (analysis.looks().size() != 1 || hazardRatio.isEmpty() || analysis.efficacyZ(0) == null) {
            return OptionalDouble.empty();
        }
        LookExpectation look = expectations.atLook(0);
        if (!look.isReached()) {
            return OptionalDouble.empty();
        }
        double events = events(look, scenario.controlArm()) + events(look, arm);
        Schoenfeld method = design(scenario, arm, hazardRatio.getAsDouble())
                .withCriticalValue(Objects.requireNonNull(analysis.efficacyZ(0)));
        return OptionalDouble.of(analysis.sides() == 2 ? method.powerEitherSide(events) : method.power(events));
    }

    /**
     * Schoenfeld's number of events, all of them in the two arms, for the scenario's target power, with one look.
     *
     * @return empty where the hazard ratio changes over time or is not below that of the null hypothesis
     */
    public static OptionalDouble requiredEvents(Scenario scenario, String arm) {
        OptionalDouble hazardRatio = ConstantHazardRatio.of(scenario, arm);
        if (hazardRatio.isEmpty()
                || hazardRatio.getAsDouble() >= scenario.analysis().test().hazardRatioH0()) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(design(scenario, arm, hazardRatio.getAsDouble())
                .requiredEvents(scenario.analysis().targetPower()));
    }

    private static Schoenfeld design(Scenario scenario, String arm, double hazardRatio) {
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
