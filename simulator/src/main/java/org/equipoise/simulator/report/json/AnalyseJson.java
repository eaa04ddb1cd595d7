package org.equipoise.simulator.report.json;

import org.equipoise.core.numerics.Limits;
import org.equipoise.core.survival.CoxModel;
import org.equipoise.core.survival.KaplanMeier;
import org.equipoise.core.survival.MaxComboTest;
import org.equipoise.core.survival.RatioEstimate;
import org.equipoise.core.survival.RestrictedMean;
import org.equipoise.core.survival.WeightedLogRankTest;
import org.equipoise.core.survival.Weights;
import org.equipoise.simulator.analysis.ArmSummary;
import org.equipoise.simulator.analysis.DataAnalysis;
import org.equipoise.simulator.analysis.Figures;
import org.equipoise.simulator.analysis.Finding;
import org.equipoise.simulator.reading.Spelling;

/** An analysis of data as JSON: the first test at the top, and all of them, the first included, in {@code tests}. */
public final class AnalyseJson {
    private final JsonText json;
    private final DataAnalysis analysis;

    private AnalyseJson(JsonText json, DataAnalysis analysis) {
        this.json = json;
        this.analysis = analysis;
    }

    /** The whole document. */
    public static String of(DataAnalysis analysis, String version) {
        try (JsonText json = new JsonText()) {
            new AnalyseJson(json, analysis).write(version);
            return json.finish();
        }
    }

    private void write(String version) {
        finding(analysis.findings().get(0));
        json.put("data", analysis.patients().source())
                .put("version", version)
                .put("control", analysis.patients().control())
                .put("experimental", analysis.patients().experimental())
                .put("confidenceLevel", analysis.options().level())
                .put("interval", Spelling.of(analysis.options().intervalScale()))
                .put("strata", analysis.patients().strataColumns());
        json.array("tests");
        for (Finding finding : analysis.findings()) {
            json.element();
            finding(finding);
            json.end();
        }
        json.endArray();
        if (analysis.interim() != null) {
            InterimJson.put(json, analysis.interim());
        }
        json.put("warnings", analysis.patients().warnings());
    }

    private void finding(Finding finding) {
        Figures figures = finding.figures();
        boolean stratified = finding.procedure().obeysStrata()
                && !analysis.patients().strata().isEmpty();
        json.put("test", finding.procedure().spelling()).put("stratified", stratified);
        json.put("z", figures.z())
                .put("p", figures.p())
                .put("pTwoSided", figures.pTwoSided())
                .put("chiSquare", figures.chiSquare());
        if (Double.isNaN(figures.chiSquare())) {
            json.put("degreesOfFreedom", Double.NaN);
        } else {
            json.put("degreesOfFreedom", 1);
        }
        json.put("statistic", figures.statistic())
                .put("variance", figures.variance())
                .put("estimate", figures.estimate())
                .put("standardError", figures.standardError())
                .put("low", figures.low())
                .put("high", figures.high());
        details(finding);
        json.object("arms");
        for (ArmSummary arm : analysis.arms()) {
            json.object(arm.name())
                    .put("patients", arm.patients())
                    .put("events", arm.events())
                    .put("expected", arm.expected())
                    .put("median", arm.median())
                    .put("medianLow", arm.medianLimits().lower())
                    .put("medianHigh", arm.medianLimits().upper());
            details(finding, arm);
            json.end();
        }
        json.end();
    }

    private void details(Finding finding) {
        if (finding instanceof Finding.Cox cox) {
            CoxModel model = cox.model();
            Limits limits = model.limits(cox.level());
            json.put("hazardRatioH0", cox.hazardRatioH0())
                    .put("ties", Spelling.of(model.ties()))
                    .put("fit", Spelling.of(model.status()))
                    .put("hazardRatio", model.hazardRatio())
                    .put("hazardRatioLow", limits.lower())
                    .put("hazardRatioHigh", limits.upper())
                    .put("scoreChiSquare", model.scoreChiSquare())
                    .put("likelihoodRatioChiSquare", model.likelihoodRatioChiSquare());
        } else if (finding instanceof Finding.WeightedLogRank weighted) {
            json.put("hazardRatioH0", weighted.test().hazardRatioH0());
        } else if (finding instanceof Finding.RestrictedMeans means) {
            json.put("tau", means.procedure().tau());
            ratio("ratio", means.test().ratio(), means.level());
            ratio("timeLostRatio", means.test().timeLostRatio(), means.level());
        } else if (finding instanceof Finding.Milestone milestone) {
            json.put("at", milestone.procedure().at())
                    .put("scale", Spelling.of(milestone.test().scale()));
        } else if (finding instanceof Finding.MaxCombo combo) {
            components(combo.test());
        }
    }

    private void ratio(String key, RatioEstimate ratio, double level) {
        Limits limits = ratio.limits(level);
        json.object(key)
                .put("estimate", ratio.estimate())
                .put("low", limits.lower())
                .put("high", limits.upper())
                .put("pTwoSided", ratio.pTwoSided())
                .end();
    }

    private void components(MaxComboTest test) {
        json.array("components");
        for (int i = 0; i < test.components().size(); i++) {
            WeightedLogRankTest component = test.components().get(i);
            double[] correlation = new double[test.components().size()];
            for (int j = 0; j < correlation.length; j++) {
                correlation[j] = test.correlation(i, j);
            }
            json.element();
            if (component.weights() instanceof Weights.FlemingHarrington exponents) {
                json.put("rho", exponents.rho()).put("gamma", exponents.gamma());
            }
            json.put("z", component.z())
                    .put("statistic", component.statistic())
                    .put("variance", component.variance())
                    .numbers("correlation", correlation)
                    .end();
        }
        json.endArray();
    }

    private void details(Finding finding, ArmSummary arm) {
        boolean experimental = arm == analysis.experimental();
        if (finding instanceof Finding.WeightedLogRank weighted) {
            WeightedLogRankTest test = weighted.test();
            json.put("weightedEvents", experimental ? test.observedExperimental() : test.observedControl())
                    .put("weightedExpected", experimental ? test.expectedExperimental() : test.expectedControl());
        } else if (finding instanceof Finding.RestrictedMeans means) {
            RestrictedMean mean =
                    experimental ? means.test().experimental() : means.test().control();
            json.put("restrictedMean", mean.mean()).put("restrictedMeanStandardError", mean.standardError());
        } else if (finding instanceof Finding.Milestone milestone) {
            double at = milestone.procedure().at();
            json.put("survival", arm.curve().survival(at))
                    .put("survivalStandardError", arm.curve().standardError(at));
        } else if (finding instanceof Finding.Curves) {
            curve(arm);
        }
    }

    private void curve(ArmSummary arm) {
        json.array("curve");
        for (KaplanMeier.Step step : arm.curve().steps()) {
            Limits limits = arm.curve()
                    .limits(
                            step.time(),
                            analysis.options().level(),
                            analysis.options().intervalScale());
            json.element()
                    .put("time", step.time())
                    .put("atRisk", step.atRisk())
                    .put("events", step.events())
                    .put("survival", step.survival())
                    .put("standardError", step.standardError())
                    .put("low", limits.lower())
                    .put("high", limits.upper())
                    .end();
        }
        json.endArray();
    }
}
