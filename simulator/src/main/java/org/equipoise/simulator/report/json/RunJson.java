package org.equipoise.simulator.report.json;

import java.util.List;
import org.equipoise.simulator.engine.ComparisonResult;
import org.equipoise.simulator.engine.LookResult;
import org.equipoise.simulator.engine.Quantile;
import org.equipoise.simulator.engine.SimulationResult;
import org.equipoise.simulator.engine.Spread;
import org.equipoise.simulator.engine.Stopping;
import org.equipoise.simulator.reading.ScenarioText;
import org.equipoise.simulator.report.RunReport;
import org.equipoise.simulator.scenario.Scenario;
import org.jspecify.annotations.Nullable;

/** A run as JSON. */
public final class RunJson {
    public static final String SCENARIO_TEXT = "scenarioText";

    private final RunReport report;
    private final SimulationResult result;
    private final Scenario scenario;
    private final JsonText json;

    private RunJson(RunReport report, JsonText json) {
        this.report = report;
        this.json = json;
        result = report.result();
        scenario = result.scenario();
    }

    /** The whole document. */
    public static String of(RunReport report) {
        return of(report, null);
    }

    /**
     * The whole document, from which the run can be repeated.
     *
     * @param scenario as it was read; a run under the null hypothesis began as that too. Null leaves it out
     */
    public static String of(RunReport report, @Nullable Scenario scenario) {
        try (JsonText json = new JsonText()) {
            put(json, report);
            if (scenario != null) {
                json.put(SCENARIO_TEXT, ScenarioText.of(scenario));
            }
            return json.finish();
        }
    }

    /** The run as the keys of an object. */
    public static void put(JsonText json, RunReport report) {
        new RunJson(report, json).write();
    }

    private void write() {
        json.put("trial", scenario.trial())
                .put("scenarioHash", report.scenarioHash())
                .put("version", report.version())
                .put("underNull", report.underNull())
                .put("replicates", result.replicates())
                .put("complete", result.complete())
                .put("seed", scenario.simulation().seed())
                .put("elapsedSeconds", report.elapsedSeconds())
                .put("power", result.power());
        withoutFutility(result.stopping());
        spread("duration", result.duration());
        json.put("enrolled", result.enrolled())
                .put("dropouts", result.dropouts())
                .put("eventsAtStop", result.eventsAtStop());
        ComparisonResult only =
                result.comparisons().size() == 1 ? result.comparisons().get(0) : null;
        looks(result.stopping(), only);
        if (only == null) {
            hypotheses();
        }
        AnalyticJson.put(json, report);
        CheckedJson.put(json, report.expected());
        json.put("warnings", report.warnings());
    }

    private void hypotheses() {
        json.object("hypotheses");
        for (ComparisonResult comparison : result.comparisons()) {
            json.object(comparison.arm());
            json.put("power", comparison.stopping().power());
            withoutFutility(comparison.stopping());
            looks(comparison.stopping(), comparison);
            json.end();
        }
        json.end();
    }

    private void withoutFutility(Stopping stopping) {
        if (stopping.powerWithoutFutility() != null) {
            json.put("powerWithoutFutility", stopping.powerWithoutFutility());
        }
    }

    private void looks(Stopping stopping, @Nullable ComparisonResult comparison) {
        json.array("looks");
        for (int k = 0; k < result.looks().size(); k++) {
            LookResult look = result.looks().get(k);
            json.element()
                    .put("look", look.look())
                    .put("reached", look.reached())
                    .put("rejected", stopping.rejected().get(k))
                    .put("cumulativeRejected", stopping.cumulativeRejected().get(k))
                    .put("futile", stopping.futile().get(k))
                    .put("events", look.events());
            json.object("eventsByArm");
            look.eventsByArm().forEach(json::put);
            json.end();
            json.put("enrolled", look.enrolled()).put("dropouts", look.dropouts());
            spread("calendarTime", look.calendarTime());
            if (comparison != null) {
                spread("z", comparison.z().get(k));
                hazardRatio(comparison, k);
            }
            json.end();
        }
        json.endArray();
    }

    private void hazardRatio(ComparisonResult comparison, int k) {
        if (comparison.hazardRatio() == null) {
            json.put("hazardRatio", (String) null);
            return;
        }
        List<Quantile> quantiles = comparison.hazardRatio().get(k);
        json.object("hazardRatio");
        quantiles.stream()
                .filter(q -> q.probability() == 0.5)
                .forEach(q -> json.put("median", q.value()).put("medianStandardError", q.standardError()));
        quantiles(quantiles);
        json.end();
    }

    private void spread(String key, Spread spread) {
        json.object(key).estimate(spread.mean()).put("sd", spread.sd());
        if (!spread.quantiles().isEmpty()) {
            quantiles(spread.quantiles());
        }
        json.end();
    }

    private void quantiles(List<Quantile> quantiles) {
        json.object("quantiles");
        quantiles.forEach(q -> json.put(Double.toString(q.probability()), q.value()));
        json.end().object("quantileStandardErrors");
        quantiles.forEach(q -> json.put(Double.toString(q.probability()), q.standardError()));
        json.end();
    }
}
