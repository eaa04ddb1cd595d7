package org.equipoise.simulator.report;

import java.util.ArrayList;
import java.util.List;
import org.equipoise.simulator.engine.ComparisonResult;
import org.equipoise.simulator.engine.LookResult;
import org.equipoise.simulator.engine.SimulationResult;
import org.equipoise.simulator.engine.Stopping;
import org.equipoise.simulator.engine.summary.Estimate;
import org.equipoise.simulator.scenario.Analysis;
import org.equipoise.simulator.scenario.Scenario;
import org.jspecify.annotations.Nullable;

/** What each look shows and decides, one row a look. */
final class LookTables {
    private LookTables() {}

    static List<String> lines(SimulationResult result) {
        List<String> lines = new ArrayList<>(conditions(result).lines());
        for (ComparisonResult comparison : result.comparisons()) {
            lines.add("");
            lines.addAll(decisions(result, comparison).lines());
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

    private static TextTable decisions(SimulationResult result, ComparisonResult comparison) {
        Analysis analysis = result.scenario().analysis();
        Stopping stopping = comparison.stopping();
        TextTable table = new TextTable("")
                .row(
                        ScenarioWords.arm(comparison.arm()),
                        "Z to reject",
                        "Z to stop",
                        "rejects",
                        "s.e.",
                        "by then",
                        "s.e.",
                        "futile",
                        "s.e.");
        for (int k = 0; k < result.looks().size(); k++) {
            table.row(
                    "Look " + (k + 1),
                    bound(analysis.efficacyZ(k), analysis.sides() == 2 ? "±" : ""),
                    bound(analysis.futilityZ(k), ""),
                    value(stopping.rejected().get(k)),
                    error(stopping.rejected().get(k)),
                    value(stopping.cumulativeRejected().get(k)),
                    error(stopping.cumulativeRejected().get(k)),
                    value(stopping.futile().get(k)),
                    error(stopping.futile().get(k)));
        }
        return table;
    }

    private static String bound(@Nullable Double z, String sign) {
        return z == null ? "–" : sign + Digits.fixed(z, 3);
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
