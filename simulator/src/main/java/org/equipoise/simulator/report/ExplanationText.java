package org.equipoise.simulator.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.equipoise.core.planning.fixed.PowerMethod;
import org.equipoise.simulator.analytic.TrialPlan;
import org.equipoise.simulator.engine.summary.Estimate;

/** Methods side by side with simulation, one line each. */
final class ExplanationText {
    private ExplanationText() {}

    static List<String> lines(PlanReport report) {
        PlanReport.Explanation explanation = report.explanation();
        if (explanation == null) {
            return List.of();
        }
        Estimate truth = explanation.simulated();
        int decimals = Math.max(3, Digits.decimals(Digits.error(truth)));
        TextTable table = new TextTable("")
                .row(
                        "Method",
                        "events for "
                                + Digits.plain(
                                        report.plan().scenario().analysis().targetPower()),
                        "rounded up",
                        at(report),
                        "gap");
        List<String> whys = new ArrayList<>(List.of("what it takes Z for"));
        for (PowerMethod method : PowerMethod.values()) {
            double[] events = explanation.needed().getOrDefault(method, new double[0]);
            double power = explanation.power().getOrDefault(method, Double.NaN);
            table.row(
                    MethodWords.name(method),
                    events(events, false),
                    events(events, true),
                    Digits.fixed(power, decimals),
                    Digits.signed(power - truth.value(), decimals));
            whys.add(MethodWords.why(method));
        }
        table.row(
                "Simulated",
                "",
                "",
                Digits.fixed(truth.value(), decimals),
                "± " + Digits.fixed(truth.standardError(), decimals));
        whys.add(Digits.grouped(explanation.replicates()) + " replicates");
        List<String> rows = table.lines();
        int width = rows.stream().mapToInt(Columns::of).max().orElse(0);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            String row = rows.get(i) + " ".repeat(width - Columns.of(rows.get(i)) + 2);
            lines.add(row + whys.get(i));
        }
        return lines;
    }

    /** Which trial it is whose power is compared. */
    private static String at(PlanReport report) {
        TrialPlan told = report.rounded() == null ? report.plan() : report.rounded();
        return told.design().last().look().byEvents()
                ? "power at " + Digits.plain(told.last().events())
                : "power";
    }

    private static String events(double[] events, boolean up) {
        return events.length == 0
                ? "–"
                : Arrays.stream(events)
                        .mapToObj(each -> up ? Long.toString((long) Math.ceil(each - 1e-9)) : Digits.fixed(each, 1))
                        .collect(Collectors.joining(" / "));
    }
}
