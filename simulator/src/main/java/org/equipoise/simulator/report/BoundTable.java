package org.equipoise.simulator.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.equipoise.simulator.analytic.BoundPlan;
import org.equipoise.simulator.analytic.ComparisonPlan;
import org.equipoise.simulator.analytic.LookPlan;
import org.equipoise.simulator.analytic.TrialPlan;
import org.equipoise.simulator.report.markup.Content;
import org.equipoise.simulator.report.markup.Element;
import org.equipoise.simulator.scenario.Scenario;
import org.jspecify.annotations.Nullable;

/** The bounds of each look in the layout of gsDesign's {@code gsBoundSummary}. */
final class BoundTable {
    private final ComparisonPlan plan;
    private final Scenario scenario;
    private final List<List<Content>> rows = new ArrayList<>();

    private BoundTable(Scenario scenario, ComparisonPlan plan) {
        this.scenario = scenario;
        this.plan = plan;
    }

    /** The tables, one for each comparison. */
    static List<Element> of(TrialPlan plan) {
        return plan.comparisons().stream()
                .map(each -> new BoundTable(plan.scenario(), each).table(plan.hasSeveralArms()))
                .toList();
    }

    private Element table(boolean several) {
        boolean two = scenario.analysis().sides() == 2;
        rows.add(PageElements.row("Analysis", "Value", "Efficacy", "Futility"));
        String nullRatio = Digits.plain(scenario.analysis().test().hazardRatioH0());
        for (LookPlan look : plan.looks()) {
            String name = look.look() == plan.looks().size() ? "Final" : "IA " + look.look();
            add(
                    name + ": " + Digits.fixed(100 * look.informationFraction(), 0) + " %",
                    two ? "|Z|" : "Z",
                    look,
                    bound -> bound.z(),
                    4);
            add("N: " + shown(look.patients(), 1), two ? "p (2-sided)" : "p (1-sided)", look, BoundPlan::p, 5);
            add("Events: " + shown(look.events(), 1), "~HR at bound", look, BoundPlan::hazardRatio, 4);
            String unit = ScenarioWords.unit(scenario);
            add(
                    unit.substring(0, 1).toUpperCase(Locale.ROOT) + unit.substring(1) + ": "
                            + Digits.fixed(look.calendarTime(), 1),
                    "P(cross) if HR = " + nullRatio,
                    look,
                    BoundPlan::crossH0,
                    5);
            add("", "P(cross) if HR = " + Digits.plain(plan.hazardRatio(), 3), look, BoundPlan::crossH1, 4);
        }
        return PageElements.table(
                "Bounds as planned" + (several ? " for " + ScenarioWords.arm(plan.arm()) : "")
                        + "; probabilities of having crossed add up over looks"
                        + (several ? "; N and events of the two arms" : ""),
                rows);
    }

    private void add(String first, String value, LookPlan look, ToDoubleFunction<BoundPlan> of, int decimals) {
        rows.add(PageElements.row(
                first, value, cell(look.efficacy(), of, decimals), cell(look.futility(), of, decimals)));
    }

    private static String cell(@Nullable BoundPlan bound, ToDoubleFunction<BoundPlan> of, int decimals) {
        if (bound == null) {
            return "–";
        }
        double value = of.applyAsDouble(bound);
        return value > 0 && value < 0.001 ? Digits.plain(value, 3) : Digits.fixed(value, decimals);
    }

    private static String shown(double value, int decimals) {
        return Digits.fixed(value, Math.abs(value - Math.rint(value)) < 1e-6 ? 0 : decimals);
    }
}
