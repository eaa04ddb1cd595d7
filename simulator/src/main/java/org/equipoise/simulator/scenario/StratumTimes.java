package org.equipoise.simulator.scenario;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.equipoise.core.distribution.EventTimeDistribution;
import org.equipoise.core.distribution.Mixture;
import org.equipoise.core.distribution.ProportionalHazards;

/**
 * Times to the tested endpoint within strata: hazards of all levels multiply; a model of a level takes the arm's place.
 */
final class StratumTimes {
    private StratumTimes() {}

    /** The distribution in an arm and a stratum; a mixture where that is of some of the factors only. */
    static EventTimeDistribution of(Scenario scenario, String arm, Stratum stratum) {
        List<Stratum> within =
                scenario.allStrata().stream().filter(each -> each.isIn(stratum)).toList();
        return Mixture.of(
                within.stream().mapToDouble(Stratum::prevalence).toArray(),
                within.stream().map(each -> ofOne(scenario, arm, each)).toList());
    }

    private static EventTimeDistribution ofOne(Scenario scenario, String arm, Stratum stratum) {
        double ratio = 1;
        Map<String, EventModel> models = Map.of();
        for (Map.Entry<String, String> each : stratum.levels().entrySet()) {
            StratumLevel level = Objects.requireNonNull(Objects.requireNonNull(scenario.strata())
                    .getOrDefault(each.getKey(), Map.of())
                    .get(each.getValue()));
            ratio *= level.ratio();
            models = level.model() == null ? models : level.model();
        }
        String first = scenario.controlArm();
        EventTimeDistribution control =
                models.getOrDefault(first, scenario.model(first)).distribution(null);
        EventTimeDistribution own = arm.equals(first)
                ? control
                : models.getOrDefault(arm, scenario.model(arm)).distribution(control);
        return ProportionalHazards.of(own, ratio);
    }
}
