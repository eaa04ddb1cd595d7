package org.equipoise.simulator.report.page;

import java.util.ArrayList;
import java.util.List;
import org.equipoise.simulator.engine.Decision;
import org.equipoise.simulator.engine.EstimateQuality;
import org.equipoise.simulator.engine.summary.Estimate;
import org.equipoise.simulator.report.StopEstimates;
import org.equipoise.simulator.report.TrialReport;
import org.equipoise.simulator.report.json.JsonText;
import org.equipoise.simulator.report.markup.Content;
import org.equipoise.simulator.report.markup.Element;
import org.equipoise.simulator.report.markup.Words;
import org.equipoise.simulator.report.words.Digits;
import org.equipoise.simulator.report.words.ScenarioWords;
import org.equipoise.simulator.scenario.Scenario;

/** Bias, mean squared error and coverage of the estimated hazard ratio when a trial stops. */
final class EstimateTable {
    private static final String KEY = "estimates";

    private EstimateTable() {}

    /** The table with its explanation; that there is none where no hazard ratio is constant, or none is estimated. */
    static List<Element> of(TrialReport report) {
        if (report.estimates().isEmpty()) {
            return List.of(
                    PageElements.paragraph("Bias and coverage of the estimated hazard ratio are not told: none is"
                            + " estimated, or it changes over time, so that there is no one truth."));
        }
        List<Element> parts = new ArrayList<>(adjusted(report.estimates()));
        for (int from = 0, to; from < report.estimates().size(); from = to) {
            to = from + 1;
            while (to < report.estimates().size() && isBeside(report.estimates(), from, to)) {
                to++;
            }
            if (!report.estimates().get(from).adjusted()) {
                parts.add(table(report, from, to));
            }
        }
        parts.add(PageElements.paragraph("Bias: mean estimate less the log hazard ratio that was simulated; below 0 an"
                + " experimental arm looks better than it is. Empirical error: standard deviation of the estimates."
                + " Model error: root of the mean squared standard error of the Cox model. Squared error:"
                + " mean squared difference from the truth. Coverage: share of its 95 %"
                + " limits that hold the truth. Given where and how a trial stops, any estimate is biased; over all"
                + " stops it is the price of not adjusting for the looks. Rows of fewer than 40 replicates are left"
                + " out."));
        return parts;
    }

    private static boolean isBeside(List<StopEstimates.Row> rows, int from, int to) {
        return rows.get(from).underNull() == rows.get(to).underNull()
                && rows.get(from).adjusted() == rows.get(to).adjusted()
                && rows.get(from).arm().equals(rows.get(to).arm());
    }

    /** Cox's estimate and the adjusted one of the same trials, all stops together; nothing where none is adjusted. */
    private static List<Element> adjusted(List<StopEstimates.Row> all) {
        if (all.stream().noneMatch(StopEstimates.Row::adjusted)) {
            return List.of();
        }
        List<List<Content>> rows = new ArrayList<>();
        rows.add(PageElements.row(
                "Hypothesis", "Estimate", "Bias", "Below the truth", "Empirical error", "Squared error", "Coverage"));
        for (int i = 0; i < all.size(); i++) {
            StopEstimates.Row row = all.get(i);
            if (row.quality().decision() == null) {
                String key = KEY + "." + i + ".";
                List<Content> cells = new ArrayList<>(PageElements.row(
                        row.underNull() ? "null" : "alternative", row.adjusted() ? "adjusted" : "Cox's"));
                cells.add(figure(key + "bias", row.quality().bias()));
                cells.add(figure(key + "below", row.quality().below()));
                cells.add(figure(key + "empiricalError", row.quality().empiricalError()));
                cells.add(figure(key + "meanSquaredError", row.quality().meanSquaredError()));
                cells.add(figure(key + "coverage", row.quality().coverage()));
                rows.add(cells);
            }
        }
        return List.of(
                PageElements.table(
                        "Estimated log hazard ratio at the stop, with and without adjustment for the looks", rows),
                PageElements.paragraph("Adjusted: median-unbiased, with exact 95 % limits, by stagewise ordering"
                        + " (Tsiatis, Rosner and Mehta 1984), from Cox's estimate and its standard error; futility bounds"
                        + " that do not bind are left out of it, though simulated trials obey them. Below the truth:"
                        + " share of trials whose estimate is; a half of them where it is median-unbiased. Both"
                        + " estimates are of the same trials."));
    }

    /** The rows of one comparison under one hypothesis. */
    private static Element table(TrialReport report, int from, int to) {
        Scenario scenario = report.scenario();
        StopEstimates.Row first = report.estimates().get(from);
        List<List<Content>> rows = new ArrayList<>();
        rows.add(PageElements.row(
                "Stop", "Trials", "Bias", "Empirical error", "Model error", "Squared error", "Coverage"));
        for (int i = from; i < to; i++) {
            rows.add(row(report.estimates().get(i).quality(), KEY + "." + i + ".", scenario));
        }
        return PageElements.table(
                "Estimated log hazard ratio at the stop, not adjusted for looks, and its Monte Carlo errors: "
                        + (first.underNull() ? "null hypothesis" : "alternative")
                        + (scenario.experimentalArms().size() == 1 ? "" : ", " + ScenarioWords.arm(first.arm())),
                rows);
    }

    private static List<Content> row(EstimateQuality quality, String key, Scenario scenario) {
        List<Content> cells = new ArrayList<>(
                PageElements.row(stop(quality, scenario.analysis().looks().size())));
        cells.add(PageElements.number(
                ReportJson.KEY, key + "trials", quality.trials(), Digits.grouped(quality.trials())));
        cells.add(figure(key + "bias", quality.bias()));
        cells.add(figure(key + "empiricalError", quality.empiricalError()));
        cells.add(figure(key + "modelError", quality.modelError()));
        cells.add(figure(key + "meanSquaredError", quality.meanSquaredError()));
        cells.add(figure(key + "coverage", quality.coverage()));
        return cells;
    }

    private static Content figure(String key, Estimate figure) {
        return Double.isFinite(figure.value()) ? PageElements.withError(ReportJson.KEY, key, figure) : Words.of("–");
    }

    private static String stop(EstimateQuality quality, int looks) {
        Decision decision = quality.decision();
        if (decision == null) {
            return "all";
        }
        String at = looks == 1 ? "" : "look " + quality.look() + ", ";
        return at
                + switch (decision) {
                    case REJECT -> "rejected";
                    case FUTILE -> "futile";
                    default -> "not rejected";
                };
    }

    static void put(JsonText json, List<StopEstimates.Row> estimates) {
        json.array(KEY);
        for (StopEstimates.Row row : estimates) {
            EstimateQuality quality = row.quality();
            json.element()
                    .put("arm", row.arm())
                    .put("underNull", row.underNull())
                    .put("adjusted", row.adjusted())
                    .put("logHazardRatio", row.truth())
                    .put("look", quality.look())
                    .put(
                            "decision",
                            quality.decision() == null
                                    ? null
                                    : quality.decision().name())
                    .put("trials", quality.trials())
                    .put("bias", quality.bias())
                    .put("empiricalError", quality.empiricalError())
                    .put("modelError", quality.modelError())
                    .put("meanSquaredError", quality.meanSquaredError())
                    .put("coverage", quality.coverage())
                    .put("below", quality.below())
                    .end();
        }
        json.endArray();
    }
}
