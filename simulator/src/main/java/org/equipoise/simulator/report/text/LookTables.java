package org.equipoise.simulator.report.text;

import java.util.ArrayList;
import java.util.List;
import org.equipoise.simulator.analytic.AnalyticPower;
import org.equipoise.simulator.analytic.LookProbabilities;
import org.equipoise.simulator.design.ComparisonBounds;
import org.equipoise.simulator.engine.ComparisonResult;
import org.equipoise.simulator.engine.LookResult;
import org.equipoise.simulator.engine.SimulationResult;
import org.equipoise.simulator.engine.Stopping;
import org.equipoise.simulator.engine.summary.Estimate;
import org.equipoise.simulator.report.RunReport;
import org.equipoise.simulator.report.words.Digits;
import org.equipoise.simulator.report.words.PlainText;
import org.equipoise.simulator.report.words.ScenarioWords;
import org.equipoise.simulator.scenario.Scenario;
import org.jspecify.annotations.Nullable;

/** What each look shows and decides, one row a look. */
final class LookTables {
    private LookTables() {}

    static List<String> lines(RunReport report) {
        SimulationResult result = report.result();
        List<String> lines = new ArrayList<>(conditions(result).lines());
        for (int h = 0; h < result.comparisons().size(); h++) {
            lines.add("");
            lines.addAll(decisions(report, h).lines());
        }
        return lines;
    }

    private static TextTable conditions(SimulationResult result) {
        Scenario scenario = result.scenario();
        TextTable table = new TextTable("")
                .row("Look", "reached", ScenarioWords.unit(scenario), "patients", "events", "dropouts");
        for (LookResult look : result.looks()) {
            String condition = PlainText.atMost(44, ScenarioWords.look(scenario, look.look() - 1));
            table.row(
                    look.look() + "  " + condition,
                    Digits.percent(look.reached().value()),
                    shown(look.calendarTime().mean()),
                    shown(look.enrolled()),
                    shown(look.events()),
                    shown(look.dropouts()));
        }
        return table;
    }

    private static TextTable decisions(RunReport report, int h) {
        Scenario scenario = report.result().scenario();
        ComparisonResult comparison = report.result().comparisons().get(h);
        ComparisonBounds bounds = report.bounds().comparison(h);
        Stopping stopping = comparison.stopping();
        List<LookProbabilities> analytic = report.power().looks(comparison.arm(), AnalyticPower.SHOWN);
        String z = scenario.analysis().sides() == 2 ? "|Z|" : "Z";
        TextTable table = new TextTable("").row(heading(ScenarioWords.arm(comparison.arm()), z, !analytic.isEmpty()));
        for (int k = 0; k < bounds.looks(); k++) {
            List<String> row =
                    new ArrayList<>(List.of("Look " + (k + 1), bound(bounds.efficacy(k)), bound(bounds.futility(k))));
            LookProbabilities expected = analytic.isEmpty() ? null : analytic.get(k);
            addWithError(row, stopping.rejected().get(k), expected == null ? null : expected.rejected());
            Estimate byThen = stopping.cumulativeRejected().get(k);
            row.add(value(byThen));
            addExpected(row, byThen, expected == null ? null : expected.cumulativeRejected());
            addWithError(row, stopping.futile().get(k), expected == null ? null : expected.futile());
            table.row(row.toArray(String[]::new));
        }
        return table;
    }

    private static String[] heading(String arm, String z, boolean analytic) {
        List<String> row = new ArrayList<>(List.of(arm, z + " ≥", z + " ≤"));
        for (List<String> figure : List.of(List.of("rejects", "s.e."), List.of("by then"), List.of("futile", "s.e."))) {
            row.addAll(figure);
            if (analytic) {
                row.add("analytic");
            }
        }
        return row.toArray(String[]::new);
    }

    private static void addWithError(List<String> row, Estimate share, @Nullable Double expected) {
        row.add(value(share));
        row.add(error(share));
        addExpected(row, share, expected);
    }

    /** The analytic figure, if there is one, with as many digits as the simulated one. */
    private static void addExpected(List<String> row, Estimate share, @Nullable Double expected) {
        if (expected != null) {
            boolean random = share.standardError() > 0;
            row.add(expected == 0 ? "0" : Digits.fixed(expected, random ? Digits.decimals(share.standardError()) : 4));
        }
    }

    private static String bound(double z) {
        return Double.isInfinite(z) ? "–" : Digits.fixed(z, 3);
    }

    private static String shown(Estimate estimate) {
        return Digits.fixed(estimate.value(), Math.min(2, Digits.decimals(estimate.standardError())));
    }

    private static String value(Estimate share) {
        return share.value() == 0 ? "0" : Digits.of(share);
    }

    private static String error(Estimate share) {
        return share.standardError() > 0
                ? Digits.fixed(share.standardError(), Digits.decimals(share.standardError()))
                : "";
    }
}
