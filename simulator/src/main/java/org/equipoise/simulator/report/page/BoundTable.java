package org.equipoise.simulator.report.page;

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
import org.equipoise.simulator.report.markup.Words;
import org.equipoise.simulator.report.words.Digits;
import org.equipoise.simulator.report.words.ScenarioWords;
import org.equipoise.simulator.scenario.Scenario;
import org.jspecify.annotations.Nullable;

/** The bounds of each look in the layout of gsDesign's {@code gsBoundSummary}. */
final class BoundTable {
    private final ComparisonPlan plan;
    private final Scenario scenario;
    private final boolean several;
    /** Where the numbers of this comparison stand in {@code plan --json}. */
    private final String within;

    private final List<List<Content>> rows = new ArrayList<>();

    private BoundTable(Scenario scenario, ComparisonPlan plan, boolean several) {
        this.scenario = scenario;
        this.plan = plan;
        this.several = several;
        within = several ? "hypotheses." + plan.arm() + "." : "";
    }

    /** The tables, one for each comparison. */
    static List<Element> of(TrialPlan plan) {
        return plan.comparisons().stream()
                .map(each -> new BoundTable(plan.scenario(), each, plan.hasSeveralArms()).table())
                .toList();
    }

    private Element table() {
        boolean two = scenario.analysis().sides() == 2;
        rows.add(PageElements.row("Analysis", "Value", "Efficacy", "Futility"));
        String nullRatio = Digits.plain(scenario.analysis().test().hazardRatioH0());
        String unit = ScenarioWords.unit(scenario);
        String when = unit.substring(0, 1).toUpperCase(Locale.ROOT) + unit.substring(1);
        for (LookPlan look : plan.looks()) {
            String name = look.look() == plan.looks().size() ? "Final" : "IA " + look.look();
            Content share = head(look, name, "informationFraction", look.informationFraction(), percent(look), " %");
            add(look, share, two ? "|Z|" : "Z", "z", BoundPlan::z, 4);
            Content patients = head(look, "N", "patients", look.patients(), shown(look, LookPlan::patients), "");
            add(look, patients, two ? "p (2-sided)" : "p (1-sided)", "p", BoundPlan::p, 5);
            Content events = head(look, "Events", "events", look.events(), shown(look, LookPlan::events), "");
            add(look, events, "~HR at bound", "hazardRatio", BoundPlan::estimate, 4);
            Content time =
                    head(look, when, "calendarTime", look.calendarTime(), Digits.fixed(look.calendarTime(), 1), "");
            add(look, time, "P(cross) if HR = " + nullRatio, "crossH0", BoundPlan::crossH0, 5);
            add(look, Words.of(""), planned(), "crossH1", BoundPlan::crossH1, 4);
        }
        return PageElements.table(
                "Bounds as planned" + (several ? " for " + ScenarioWords.arm(plan.arm()) : "")
                        + "; probabilities of having crossed add up over looks"
                        + (several ? "; N and events of the two arms" : ""),
                rows);
    }

    /** A row whose numbers stand under the same key in {@code plan --json}. */
    private void add(
            LookPlan look, Content first, String value, String key, ToDoubleFunction<BoundPlan> of, int decimals) {
        add(look, first, Words.of(value), key, of, decimals);
    }

    private void add(
            LookPlan look, Content first, Content value, String key, ToDoubleFunction<BoundPlan> of, int decimals) {
        List<Content> row = new ArrayList<>(List.of(first, value));
        String path = within + "looks." + (look.look() - 1) + ".";
        row.add(cell(look.efficacy(), path + "efficacy." + key, of, decimals));
        row.add(cell(look.futility(), path + "futility." + key, of, decimals));
        rows.add(row);
    }

    private static Content cell(@Nullable BoundPlan bound, String key, ToDoubleFunction<BoundPlan> of, int decimals) {
        if (bound == null) {
            return Words.of("–");
        }
        double value = of.applyAsDouble(bound);
        String shown = value > 0 && value < 0.001 ? Digits.plain(value, 3) : Digits.fixed(value, decimals);
        return PageElements.number("plan", key, value, shown);
    }

    /** {@code Events: 74}: a figure of the look at the head of a row. */
    private Content head(LookPlan look, String name, String key, double value, String shown, String unit) {
        return Element.of(
                "span",
                Words.of(name + ": "),
                PageElements.number("plan", within + "looks." + (look.look() - 1) + "." + key, value, shown),
                Words.of(unit));
    }

    private Content planned() {
        String ratio = Digits.plain(plan.hazardRatio(), 3);
        return Element.of(
                "span",
                Words.of("P(cross) if HR = "),
                PageElements.number("plan", within + "hazardRatio", plan.hazardRatio(), ratio));
    }

    private static String percent(LookPlan look) {
        return Digits.fixed(100 * look.informationFraction(), 0);
    }

    /** Without decimals where all looks have whole numbers. */
    private String shown(LookPlan look, ToDoubleFunction<LookPlan> of) {
        boolean whole =
                plan.looks().stream().mapToDouble(of).allMatch(value -> Math.abs(value - Math.rint(value)) < 1e-6);
        return Digits.fixed(of.applyAsDouble(look), whole ? 0 : 1);
    }
}
