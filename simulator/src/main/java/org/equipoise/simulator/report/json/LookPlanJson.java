package org.equipoise.simulator.report.json;

import org.equipoise.simulator.analytic.BoundPlan;
import org.equipoise.simulator.analytic.LookPlan;
import org.jspecify.annotations.Nullable;

/** A look of a plan as the keys of an object. */
final class LookPlanJson {
    private LookPlanJson() {}

    /**
     * Puts them.
     *
     * @param counted the key of what the look counts
     * @param estimate the key of the estimate at a bound
     */
    static void put(JsonText json, LookPlan look, String counted, String estimate) {
        json.put("look", look.look())
                .put("informationFraction", look.informationFraction())
                .put(counted, look.events())
                .put("calendarTime", look.calendarTime())
                .put("patients", look.patients());
        bound(json, "efficacy", estimate, "alphaSpent", look.efficacy());
        bound(json, "futility", estimate, "betaSpent", look.futility());
    }

    private static void bound(JsonText json, String key, String estimate, String spent, @Nullable BoundPlan bound) {
        if (bound == null) {
            json.put(key, (String) null);
            return;
        }
        json.object(key)
                .put("z", bound.z())
                .put("p", bound.p())
                .put(estimate, bound.estimate())
                .put(spent, bound.spent())
                .put("crossH0", bound.crossH0())
                .put("crossH1", bound.crossH1())
                .end();
    }
}
