package org.equipoise.simulator.report.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.equipoise.core.planning.fixed.PowerMethod;
import org.equipoise.core.planning.logrank.Look;
import org.equipoise.simulator.analytic.TrialPlan;
import org.equipoise.simulator.engine.summary.Estimate;
import org.equipoise.simulator.report.PlanReport;
import org.equipoise.simulator.report.words.Columns;
import org.equipoise.simulator.report.words.Digits;
import org.equipoise.simulator.report.words.MethodWords;
import org.equipoise.simulator.report.words.PlainText;

/** Methods side by side with simulation, one line each. */
final class ExplanationText {
    private ExplanationText() {}

    static List<String> lines(PlanReport report) {
        PlanReport.Explanation explanation = report.explanation();
        if (explanation == null) {
            return List.of();
        }
        boolean ofHazards = report.plan().scenario().analysis().test().isOfHazards();
        Estimate truth = explanation.simulated();
        int decimals = Math.max(3, Digits.decimals(Digits.error(truth)));
        TextTable table = new TextTable("").row("Method", "needed", "rounded up", "power", "gap");
        List<String> whys = new ArrayList<>(List.of("what it takes for Z"));
        for (PowerMethod method : PowerMethod.values()) {
            double[] events = explanation.needed().getOrDefault(method, new double[0]);
            double power = explanation.power().getOrDefault(method, Double.NaN);
            if (events.length == 0 && Double.isNaN(power)) {
                continue;
            }
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
        String target = Digits.plain(report.plan().scenario().analysis().targetPower())
                + (report.plan().hasSeveralArms() ? " of rejecting " + PlanText.rejection(report.plan()) : "");
        List<String> lines = new ArrayList<>(PlainText.wrapped(
                (ofHazards ? "Events" : "Patients") + " needed for power " + target
                        + (ofHazards && report.plan().looks().size() == 2 ? " at both looks" : "") + ", and power"
                        + at(report) + ", by each method and by simulation",
                ""));
        for (int i = 0; i < rows.size(); i++) {
            String row = rows.get(i) + " ".repeat(width - Columns.of(rows.get(i)) + 2);
            lines.add(row + PlainText.atMost(Math.max(1, PlainText.WIDTH - Columns.of(row)), whys.get(i)));
        }
        return lines;
    }

    /** Which trial it is whose power is compared. */
    private static String at(PlanReport report) {
        TrialPlan told = report.rounded() == null ? report.plan() : report.rounded();
        List<Look> looks = told.design().looks();
        return looks.get(looks.size() - 1).byEvents()
                ? " with " + Digits.plain(told.last().events()) + " events"
                : "";
    }

    private static String events(double[] events, boolean up) {
        // More than two would leave no room for the reasons.
        return events.length == 0
                ? "–"
                : Arrays.stream(events)
                        .skip(events.length > 2 ? events.length - 1 : 0)
                        .mapToObj(each -> up ? Long.toString((long) Math.ceil(each - 1e-9)) : Digits.fixed(each, 1))
                        .collect(Collectors.joining(" / "));
    }
}
