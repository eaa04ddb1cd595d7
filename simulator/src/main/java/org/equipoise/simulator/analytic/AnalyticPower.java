package org.equipoise.simulator.analytic;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.equipoise.core.sequential.CrossingProbabilities;
import org.equipoise.core.sequential.StoppingBounds;
import org.equipoise.simulator.design.BoundPlan;
import org.equipoise.simulator.design.ComparisonBounds;
import org.equipoise.simulator.scenario.Scenario;

/** Textbook power of one experimental arm against the control. */
public final class AnalyticPower {
    private AnalyticPower() {}

    /**
     * Power from the events expected in the two arms: by Schoenfeld's formula with one look, by recursive integration
     * over the looks with several.
     *
     * @param bounds as planned, for the scenario or for its alternative
     * @param arm the experimental arm
     * @return empty where {@link #looks} is
     */
    public static OptionalDouble schoenfeld(
            Scenario scenario, Expectations expectations, BoundPlan bounds, String arm) {
        List<LookProbabilities> looks = looks(scenario, expectations, bounds, arm);
        return looks.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(looks.get(looks.size() - 1).cumulativeRejected());
    }

    /**
     * How likely each look rejects or stops for futility, with the bounds as planned and the events expected.
     *
     * <p>Z at a look being mean + sd W, W crosses (bound - mean) / sd without drift, whatever means and standard
     * deviations are.
     *
     * @param arm the experimental arm
     * @return one for each look; empty where the formula does not apply: a hazard ratio that changes over time, a look
     *     that is never reached, or that is expected with no more events than one before
     */
    public static List<LookProbabilities> looks(
            Scenario scenario, Expectations expectations, BoundPlan bounds, String arm) {
        List<ZAtLook> statistics = LogRankApproximation.of(scenario, expectations, arm);
        for (int k = 1; k < statistics.size(); k++) {
            if (!(statistics.get(k).information() > statistics.get(k - 1).information())) {
                return List.of();
            }
        }
        if (statistics.isEmpty()) {
            return List.of();
        }
        ComparisonBounds planned = bounds.comparison(scenario.experimentalArms().indexOf(arm));
        CrossingProbabilities ends = stopping(scenario, information(statistics), planned)
                .crossing(information(statistics), (look, z) -> standardised(statistics.get(look - 1), z));
        List<LookProbabilities> looks = new ArrayList<>();
        for (int k = 1; k <= statistics.size(); k++) {
            looks.add(new LookProbabilities(
                    ends.efficacy(k) + ends.opposite(k), ends.cumulativeRejection(k), ends.futility(k)));
        }
        return looks;
    }

    private static StoppingBounds stopping(Scenario scenario, double[] information, ComparisonBounds planned) {
        double[] efficacy = new double[information.length];
        double[] futility = new double[information.length];
        for (int k = 0; k < information.length; k++) {
            efficacy[k] = planned.efficacy(k);
            futility[k] = planned.futility(k);
        }
        return scenario.analysis().sides() == 2
                ? StoppingBounds.twoSided(information, efficacy, futility)
                : StoppingBounds.oneSided(information, efficacy, futility);
    }

    private static double standardised(ZAtLook statistic, double z) {
        return (z - statistic.mean()) / statistic.sd();
    }

    private static double[] information(List<ZAtLook> statistics) {
        return statistics.stream().mapToDouble(ZAtLook::information).toArray();
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
        return OptionalDouble.of(LogRankApproximation.design(scenario, arm, hazardRatio.getAsDouble())
                .requiredEvents(scenario.analysis().targetPower()));
    }
}
