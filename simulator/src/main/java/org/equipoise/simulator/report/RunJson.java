package org.equipoise.simulator.report;

import java.util.List;
import java.util.OptionalDouble;
import org.equipoise.simulator.analytic.AnalyticPower;
import org.equipoise.simulator.analytic.LookProbabilities;
import org.equipoise.simulator.engine.ComparisonResult;
import org.equipoise.simulator.engine.LookResult;
import org.equipoise.simulator.engine.Quantile;
import org.equipoise.simulator.engine.SimulationResult;
import org.equipoise.simulator.engine.Spread;
import org.equipoise.simulator.engine.Stopping;
import org.equipoise.simulator.scenario.Scenario;
import org.jspecify.annotations.Nullable;

/** A run as JSON. */
public final class RunJson {
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
        try (JsonText json = new JsonText()) {
            new RunJson(report, json).write();
            return json.finish();
        }
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
        analytic();
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

    private void analytic() {
        json.object("analytic").object("power");
        if (result.comparisons().size() == 1) {
            OptionalDouble power = power(result.comparisons().get(0).arm());
            json.put("schoenfeld", power.orElse(Double.NaN));
        } else {
            json.object("schoenfeld");
            result.comparisons().forEach(c -> json.put(c.arm(), power(c.arm()).orElse(Double.NaN)));
            json.end();
        }
        json.end();
        int last = result.looks().size() - 1;
        json.put("expectedCalendarTime", report.expectations().atLook(last).calendarTime());
        json.array("looks");
        for (int k = 0; k <= last; k++) {
            json.element().put("look", k + 1);
            ExpectationJson.put(json, report.expectations().atLook(k));
            json.put(
                    "informationFraction",
                    report.expectations().atLook(k).events()
                            / report.expectations().atLook(last).events());
            BoundJson.put(json, report.bounds(), k, scenario.experimentalArms());
            probabilities(k);
            json.end();
        }
        json.endArray().end();
    }

    /** What a look decides: numbers with one experimental arm, a map from arm to them with several. */
    private void probabilities(int k) {
        List<String> arms = scenario.experimentalArms();
        for (String arm : arms) {
            if (arms.size() > 1) {
                json.object(arm);
            }
            List<LookProbabilities> looks = AnalyticPower.looks(scenario, report.expectations(), report.bounds(), arm);
            boolean none = looks.isEmpty();
            json.put("rejected", none ? Double.NaN : looks.get(k).rejected())
                    .put("cumulativeRejected", none ? Double.NaN : looks.get(k).cumulativeRejected())
                    .put("futile", none ? Double.NaN : looks.get(k).futile());
            if (arms.size() > 1) {
                json.end();
            }
        }
    }

    private OptionalDouble power(String arm) {
        return AnalyticPower.schoenfeld(scenario, report.expectations(), report.bounds(), arm);
    }
}
