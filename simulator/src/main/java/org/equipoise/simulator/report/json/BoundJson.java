package org.equipoise.simulator.report.json;

import java.util.List;
import org.equipoise.simulator.design.BoundPlan;
import org.equipoise.simulator.design.ComparisonBounds;

/** The planned bounds of a look as the keys of an object; null where there is none. */
final class BoundJson {
    private BoundJson() {}

    /** @param arms the experimental arms; where their bounds differ, each bound is a map from arm to number */
    static void put(JsonText json, BoundPlan bounds, int look, List<String> arms) {
        if (bounds.areAllTheSame()) {
            ComparisonBounds only = bounds.comparison(0);
            json.put("efficacyZ", finite(only.efficacy(look))).put("futilityZ", finite(only.futility(look)));
            return;
        }
        json.object("efficacyZ");
        for (int h = 0; h < arms.size(); h++) {
            json.put(arms.get(h), finite(bounds.comparison(h).efficacy(look)));
        }
        json.end().object("futilityZ");
        for (int h = 0; h < arms.size(); h++) {
            json.put(arms.get(h), finite(bounds.comparison(h).futility(look)));
        }
        json.end();
    }

    private static double finite(double bound) {
        return Double.isInfinite(bound) ? Double.NaN : bound;
    }
}
