package org.equipoise.simulator.scenario;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The null hypothesis of a trial: every experimental arm has the control arm's hazard times {@code hazardRatioH0}, or
 * its mean less the margin.
 */
final class NullHypothesis {
    private NullHypothesis() {}

    /** The model of each experimental arm under it. */
    static Map<String, EndpointModel> models(Scenario scenario) {
        Map<String, EndpointModel> models = new LinkedHashMap<>();
        scenario.experimentalArms().forEach(arm -> models.put(arm, model(scenario, arm)));
        return models;
    }

    private static EndpointModel model(Scenario scenario, String arm) {
        TestPlan test = scenario.analysis().test();
        return scenario.endpoint().isTimeToEvent()
                ? new EventModel.Relative(new HazardRatio.Constant(test.hazardRatioH0()))
                : scenario.outcome(arm)
                        .withMean(scenario.outcome(scenario.controlArm()).mean() - test.marginOrNone());
    }

    /** Whether every experimental arm is assumed to be so, in all strata. */
    static boolean isAssumedBy(Scenario scenario) {
        Endpoint tested = scenario.endpoint();
        EndpointModel control = tested.model().get(scenario.controlArm());
        boolean asControl = tested.isTimeToEvent() && scenario.analysis().test().hazardRatioH0() == 1;
        boolean ownInStrata = scenario.strata() != null
                && Factors.anyLevel(scenario.strata(), level -> level.hasModelOf(scenario.experimentalArms()));
        return !ownInStrata
                && models(scenario).entrySet().stream().allMatch(underNull -> {
                    EndpointModel assumed = tested.model().get(underNull.getKey());
                    return underNull.getValue().equals(assumed) || asControl && Objects.equals(control, assumed);
                });
    }
}
