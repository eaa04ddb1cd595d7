package org.equipoise.simulator.report.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.equipoise.core.survival.SurvivalScale;
import org.equipoise.simulator.analysis.ArmSummary;
import org.equipoise.simulator.analysis.DataAnalysis;
import org.equipoise.simulator.analysis.Figures;
import org.equipoise.simulator.analysis.Finding;
import org.equipoise.simulator.data.TwoArmPatients;
import org.equipoise.simulator.report.words.Digits;
import org.equipoise.simulator.report.words.FindingWords;
import org.equipoise.simulator.report.words.PlainText;

/** An analysis of data as a page of text. */
public final class AnalyseText {
    private static final int NAME = 30;
    private static final int MOST_STRATA = 8;

    private final DataAnalysis analysis;
    private final List<String> lines = new ArrayList<>();

    private AnalyseText(DataAnalysis analysis) {
        this.analysis = analysis;
    }

    /** The lines of the page. */
    public static List<String> lines(DataAnalysis analysis) {
        AnalyseText text = new AnalyseText(analysis);
        text.head();
        text.add(text.arms().lines());
        text.tests();
        text.estimates();
        if (analysis.findings().stream().anyMatch(Finding.Curves.class::isInstance)) {
            analysis.arms().forEach(arm -> text.add(CurveTable.of(analysis, arm, text.name(arm))));
        }
        if (analysis.interim() != null) {
            text.add(InterimText.lines(analysis.interim()));
        }
        text.add(PlainText.wrapped(text.notes(), ""));
        return text.lines;
    }

    private void add(List<String> block) {
        lines.add("");
        lines.addAll(block);
    }

    private void head() {
        TwoArmPatients patients = analysis.patients();
        int number = analysis.control().patients() + analysis.experimental().patients();
        int events = analysis.control().events() + analysis.experimental().events();
        lines.addAll(PlainText.wrapped(
                PlainText.atMost(60, patients.source()) + " · " + Digits.grouped(number) + " patients · "
                        + Digits.grouped(events) + (events == 1 ? " event" : " events") + " · time "
                        + column(patients.timeColumn()) + ", status " + column(patients.statusColumn()) + ", arm "
                        + column(patients.armColumn()) + strata(patients),
                "  "));
    }

    private static String column(String name) {
        return "'" + PlainText.atMost(NAME, name) + "'";
    }

    private static String strata(TwoArmPatients patients) {
        if (patients.strata().isEmpty()) {
            return "";
        }
        String columns =
                patients.strataColumns().stream().map(AnalyseText::column).collect(Collectors.joining(", "));
        int number = patients.strata().size();
        String names = patients.strata().stream()
                .limit(MOST_STRATA)
                .map(name -> PlainText.atMost(NAME, name))
                .collect(Collectors.joining(", "));
        return " · " + number + (number == 1 ? " stratum" : " strata") + " by " + columns + ": " + names
                + (number > MOST_STRATA ? ", …" : "");
    }

    private String name(ArmSummary arm) {
        String name = PlainText.atMost(NAME, arm.name());
        return arm == analysis.control() && !name.equalsIgnoreCase("control") ? name + " (control)" : name;
    }

    private TextTable arms() {
        TextTable table = new TextTable("").row("", "patients", "events", "expected", "median", limits());
        for (ArmSummary arm : analysis.arms()) {
            table.row(
                    name(arm),
                    Digits.grouped(arm.patients()),
                    Digits.grouped(arm.events()),
                    Digits.fixed(arm.expected(), 2),
                    time(arm.median()),
                    time(arm.medianLimits().lower()) + " to "
                            + time(arm.medianLimits().upper()));
        }
        return table;
    }

    private String limits() {
        return Digits.plain(100 * analysis.options().level(), 4) + " % limits";
    }

    private static String time(double time) {
        return Double.isInfinite(time) ? "not reached" : Digits.plain(time, 5);
    }

    private void tests() {
        TextTable table = new TextTable("").row("Test", "statistic", "variance", "Z", "p one-sided", "p two-sided");
        int rows = 0;
        for (Finding finding : analysis.findings()) {
            Figures figures = finding.figures();
            if (!Double.isNaN(figures.z())) {
                row(table, FindingWords.name(finding), figures);
                rows++;
            }
            if (finding instanceof Finding.MaxCombo combo) {
                combo.test()
                        .components()
                        .forEach(part -> table.row(
                                "  " + FindingWords.weights(part.weights()),
                                number(part.statistic()),
                                number(part.variance()),
                                Digits.fixed(part.z(), 4)));
            }
        }
        if (rows > 0) {
            add(table.lines());
        }
    }

    private static void row(TextTable table, String name, Figures figures) {
        table.row(
                name,
                number(figures.statistic()),
                number(figures.variance()),
                Digits.fixed(figures.z(), 4),
                FindingWords.p(figures.p()),
                FindingWords.p(figures.pTwoSided()));
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "" : Digits.fixed(value, Math.abs(value) < 1 ? 4 : 3);
    }

    private void estimates() {
        TextTable table = new TextTable("").row("Estimate", "", "s.e.", limits());
        List<Finding> estimating = analysis.findings().stream()
                .filter(finding -> !Double.isNaN(finding.figures().estimate()))
                .toList();
        estimating.forEach(finding ->
                FindingWords.estimates(finding, analysis).forEach(cells -> table.row(cells.toArray(String[]::new))));
        if (!estimating.isEmpty()) {
            add(table.lines());
        }
    }

    private String notes() {
        String experimental = PlainText.atMost(NAME, analysis.experimental().name());
        StringBuilder notes = new StringBuilder("Z above 0 favours " + experimental
                + "; the one-sided p-value is against benefit of " + experimental
                + ". Statistic: expected minus observed events, weighted as the test says, in " + experimental
                + "; expected: under equal hazards. Limits of medians"
                + (has(Finding.Curves.class) ? " and survival" : "") + ": on the "
                + scale(analysis.options().intervalScale()) + " scale.");
        if (has(Finding.Curves.class)) {
            notes.append(" Events in a table of survival: since the row above.");
        }
        if (has(Finding.Cox.class)) {
            notes.append(" Hazard ratio: ")
                    .append(experimental)
                    .append(" over ")
                    .append(PlainText.atMost(NAME, analysis.control().name()))
                    .append(", Cox model with ")
                    .append(FindingWords.ties(analysis.options().ties()))
                    .append(" ties; its Z is Wald's.");
        }
        if (analysis.options().hazardRatioH0() != 1
                && analysis.findings().stream()
                        .anyMatch(finding -> finding.procedure().testsHazardRatio())) {
            notes.append(" Against HR ")
                    .append(Digits.plain(analysis.options().hazardRatioH0()))
                    .append(": that is the null hypothesis, and what the test's events are expected under.");
        }
        if (has(Finding.MaxCombo.class)) {
            notes.append(" MaxCombo: Z is the largest one; its p-values allow for that.");
        }
        if (analysis.interim() != null) {
            notes.append(
                    " The look goes by the bounds of the scenario; conditional and predictive power count all looks to"
                            + " come, stopping for futility included.");
        }
        boolean ignored = analysis.findings().stream()
                .anyMatch(finding -> !finding.procedure().obeysStrata());
        if (!analysis.patients().strata().isEmpty()) {
            notes.append(" Tests compare patients within strata");
            notes.append(
                    ignored
                            ? "; survival curves, their means and milestones are those of all strata together."
                            : "; medians are those of all strata together.");
        }
        return notes.toString();
    }

    private boolean has(Class<? extends Finding> kind) {
        return analysis.findings().stream().anyMatch(kind::isInstance);
    }

    private static String scale(SurvivalScale scale) {
        return scale.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
