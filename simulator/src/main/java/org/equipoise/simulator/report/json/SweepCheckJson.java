package org.equipoise.simulator.report.json;

import java.util.List;
import org.equipoise.simulator.reading.ReadSweep;
import org.equipoise.simulator.reading.SweepAxis;
import org.equipoise.simulator.reading.SweepCase;

/** How a sweep was understood, as JSON. */
public final class SweepCheckJson {
    private SweepCheckJson() {}

    /** The whole document. */
    public static String of(ReadSweep sweep, List<String> warnings, String version) {
        try (JsonText json = new JsonText()) {
            json.put("sweep", sweep.name())
                    .put("sweepHash", sweep.hash())
                    .put("version", version)
                    .put("scenarios", sweep.cases().size())
                    .put("paths", sweep.paths());
            json.array("axes");
            for (SweepAxis axis : sweep.axes()) {
                json.element()
                        .put("block", axis.block())
                        .put("paths", axis.paths())
                        .put("rows", axis.rows())
                        .end();
            }
            json.endArray();
            scenario(json, "first", sweep, 0);
            scenario(json, "last", sweep, sweep.cases().size() - 1);
            json.put("warnings", warnings);
            return json.finish();
        }
    }

    private static void scenario(JsonText json, String key, ReadSweep sweep, int index) {
        SweepCase each = sweep.cases().get(index);
        json.object(key)
                .put("scenarioHash", each.read().hash())
                .put("values", each.values())
                .end();
    }
}
