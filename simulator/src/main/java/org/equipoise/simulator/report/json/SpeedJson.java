package org.equipoise.simulator.report.json;

import java.util.Locale;
import org.equipoise.simulator.report.SpeedReport;
import org.equipoise.simulator.scenario.Scenario;
import org.equipoise.simulator.speed.SpeedRatio;

/** A report of speed as JSON. */
public final class SpeedJson {
    private SpeedJson() {}

    /** The whole document. */
    public static String of(SpeedReport report) {
        Scenario scenario = report.scenario();
        SpeedRatio ratio = report.ratio();
        try (JsonText json = new JsonText()) {
            json.put("trial", scenario.trial())
                    .put("scenarioHash", report.scenarioHash())
                    .put("version", report.version())
                    .put("patients", scenario.enrolment().patients())
                    .put("arms", scenario.arms().size())
                    .put("looks", scenario.analysis().looks().size())
                    .put("estimates", scenario.simulation().estimates().name().toLowerCase(Locale.ROOT));
            json.object("replicatesPerSecond")
                    .put("oneThread", report.oneThread())
                    .put("allThreads", report.allThreads())
                    .put("engineAlone", ratio.perSecond())
                    .put("referenceKernel", ratio.referencePerSecond())
                    .end();
            json.object("ratioToReferenceKernel")
                    .put("median", ratio.median())
                    .put("standardError", ratio.standardError())
                    .put("lowerQuartile", ratio.lowerQuartile())
                    .put("upperQuartile", ratio.upperQuartile())
                    .put("pairs", ratio.pairs())
                    .end();
            json.put("threads", report.threads())
                    .put("processors", Runtime.getRuntime().availableProcessors())
                    .put("java", Runtime.version().toString())
                    .put("jvm", System.getProperty("java.vm.name"))
                    .put("operatingSystem", System.getProperty("os.name"))
                    .put("architecture", System.getProperty("os.arch"));
            return json.finish();
        }
    }
}
