package org.equipoise.simulator.report.json;

import java.util.List;
import org.equipoise.simulator.expect.CheckedExpectation;
import org.jspecify.annotations.Nullable;

/** Expectations and what has become of them, as an array. */
public final class CheckedJson {
    private CheckedJson() {}

    /** Puts checked expectations into the object that is open, under the usual key. */
    public static void put(JsonText json, List<CheckedExpectation> expected) {
        put(json, "expectations", expected);
    }

    /** Puts checked expectations into the object that is open, under a key. */
    public static void put(JsonText json, String key, List<CheckedExpectation> expected) {
        json.array(key);
        for (CheckedExpectation each : expected) {
            json.element().put("figure", each.figure());
            bound(json, "atLeast", each.criterion().atLeast());
            bound(json, "atMost", each.criterion().atMost());
            json.estimate(each.simulated())
                    .put("level", each.level())
                    .put("replicates", each.replicates())
                    .put("verdict", each.verdict().key())
                    .end();
        }
        json.endArray();
    }

    private static void bound(JsonText json, String key, @Nullable Double bound) {
        json.put(key, bound == null ? Double.NaN : bound);
    }
}
