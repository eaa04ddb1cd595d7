package org.equipoise.simulator.report.json;

import java.util.List;
import java.util.Map;
import org.equipoise.core.distribution.EventTimeDistribution;
import org.equipoise.core.numerics.StandardNormal;
import org.equipoise.simulator.design.BoundPlan;
import org.equipoise.simulator.design.ComparisonBounds;
import org.equipoise.simulator.reading.Assumption;
import org.equipoise.simulator.reading.ScenarioText;
import org.equipoise.simulator.scenario.Analysis;
import org.equipoise.simulator.scenario.Scenario;
import org.equipoise.simulator.scenario.Stratum;

/** What a scenario says, and what follows from it alone, as the keys of an object. */
public final class DesignJson {
    private DesignJson() {}

    /** Puts values, sources, arms, design and bounds into the object that is open. */
    public static void put(JsonText json, Scenario scenario, BoundPlan bounds) {
        json.object("values");
        for (Map.Entry<String, String> value : ScenarioText.values(scenario).entrySet()) {
            json.put(value.getKey(), value.getValue());
        }
        json.end().object("sources");
        for (Assumption assumption : Assumption.of(scenario)) {
            json.put(assumption.path(), assumption.source());
        }
        json.end().array("arms");
        for (String arm : scenario.armsControlFirst()) {
            time(json.element().put("arm", arm), scenario.eventTime(arm));
            json.array("strata");
            if (scenario.strata() != null) {
                for (Stratum stratum : scenario.allStrata()) {
                    json.element().put("levels", List.copyOf(stratum.levels().values()));
                    time(json.put("prevalence", stratum.prevalence()), scenario.eventTime(arm, stratum));
                    json.end();
                }
            }
            json.endArray().end();
        }
        json.endArray().object("design");
        design(json, scenario);
        bounds(json, scenario, bounds);
        json.end();
    }

    private static void time(JsonText json, EventTimeDistribution time) {
        json.put("median", time.median()).put("mean", time.mean());
    }

    private static void design(JsonText json, Scenario scenario) {
        Analysis analysis = scenario.analysis();
        json.put("sides", analysis.sides())
                .put("alpha", analysis.sides() * analysis.oneSidedAlpha())
                .put("oneSidedAlpha", analysis.oneSidedAlpha())
                .put("targetPower", analysis.targetPower())
                .put("beta", 1 - analysis.targetPower())
                .put("hazardRatioH0", analysis.test().hazardRatioH0())
                .put("blockSize", scenario.blockSize())
                .put("looks", analysis.looks().size())
                .put("enrolmentDuration", scenario.enrolment().enrolment().duration());
        json.array("eventsAwaited");
        for (int k = 0; k < analysis.looks().size(); k++) {
            json.value(analysis.eventsAwaitedAt(k).orElse(0));
        }
        json.endArray();
    }

    /** By experimental arm and look; with two sides, p-values of both together. */
    private static void bounds(JsonText json, Scenario scenario, BoundPlan bounds) {
        int sides = scenario.analysis().sides();
        json.object("bounds");
        for (int h = 0; h < scenario.experimentalArms().size(); h++) {
            ComparisonBounds of = bounds.comparison(h);
            json.array(scenario.experimentalArms().get(h));
            for (int k = 0; k < of.looks(); k++) {
                json.element().put("look", k + 1);
                bound(json, "efficacy", of.efficacy(k), sides);
                bound(json, "futility", of.futility(k), sides);
                json.end();
            }
            json.endArray();
        }
        json.end();
    }

    private static void bound(JsonText json, String key, double z, int sides) {
        boolean exists = Double.isFinite(z);
        json.put(key + "Z", exists ? z : Double.NaN)
                .put(key + "P", exists ? sides * StandardNormal.upperTail(z) : Double.NaN);
    }
}
