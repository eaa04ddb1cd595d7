package org.equipoise.simulator.report.json;

import java.util.List;
import java.util.Map;
import org.equipoise.simulator.report.CompareReport;
import org.equipoise.simulator.report.Compared;
import org.equipoise.simulator.report.ComparedFigure;
import org.equipoise.simulator.sweep.difference.Difference;
import org.jspecify.annotations.Nullable;

/** Scenarios side by side as JSON. */
public final class CompareJson {
    private CompareJson() {}

    /** The whole document. */
    public static String of(CompareReport report) {
        try (JsonText json = new JsonText()) {
            json.put("version", report.version()).array("scenarios");
            for (int s = 0; s < report.scenarios().size(); s++) {
                scenario(json, report, s);
            }
            json.endArray().object("differing");
            for (Map.Entry<String, List<@Nullable String>> each :
                    report.differing().entrySet()) {
                values(json, each.getKey(), each.getValue());
            }
            return json.end().finish();
        }
    }

    private static void scenario(JsonText json, CompareReport report, int s) {
        Compared each = report.scenarios().get(s);
        json.element()
                .put("label", CompareReport.label(s))
                .put("source", each.source())
                .put("trial", each.read().scenario().trial())
                .put("scenarioHash", each.read().hash())
                .put("replicates", each.traced().result().replicates())
                .put("seed", each.read().scenario().simulation().seed());
        for (ComparedFigure figure : ComparedFigure.values()) {
            json.put(figure.key(), figure.of(each.traced()));
        }
        if (s > 0) {
            json.object("lessFirst");
            for (ComparedFigure figure : ComparedFigure.values()) {
                difference(
                        json,
                        figure,
                        figure.between(each.traced(), report.scenarios().get(0).traced()));
            }
            json.end();
        }
        json.end();
    }

    private static void difference(JsonText json, ComparedFigure figure, Difference difference) {
        json.object(figure.key())
                .put("difference", difference.value())
                .put("standardError", difference.standardError())
                .put("paired", difference.paired())
                .put("beyondNoise", difference.isBeyond(Difference.NOISE))
                .end();
    }

    private static void values(JsonText json, String path, List<@Nullable String> values) {
        json.put(path, values.stream().map(value -> value == null ? "" : value).toList());
    }
}
