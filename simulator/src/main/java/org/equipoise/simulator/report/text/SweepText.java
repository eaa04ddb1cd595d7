package org.equipoise.simulator.report.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.equipoise.simulator.expect.CheckedExpectation;
import org.equipoise.simulator.expect.ExpectationCheck;
import org.equipoise.simulator.expect.Verdict;
import org.equipoise.simulator.reading.SweepAxis;
import org.equipoise.simulator.report.SweepReport;
import org.equipoise.simulator.report.words.CriterionWords;
import org.equipoise.simulator.report.words.Digits;
import org.equipoise.simulator.report.words.PlainText;
import org.equipoise.simulator.report.words.VariedNames;
import org.equipoise.simulator.scenario.Scenario;
import org.equipoise.simulator.sweep.SweepFindings;
import org.equipoise.simulator.sweep.SweepRow;
import org.equipoise.simulator.sweep.difference.Difference;
import org.equipoise.simulator.sweep.sensitivity.Sensitivity;
import org.equipoise.simulator.sweep.sensitivity.Share;
import org.equipoise.simulator.sweep.store.SweepColumn;
import org.jspecify.annotations.Nullable;

/**
 * A sweep as a page of text that fits a screen: every scenario where there are few, a two-way table where two things
 * vary, else the scenarios with the highest and lowest power and what matters most.
 */
public final class SweepText {
    private static final int FEW = 20;
    private static final int AT_EITHER_END = 5;

    private final SweepReport report;
    private final List<SweepRow> rows;
    private final VariedNames names;
    private final String figure;

    private SweepText(SweepReport report) {
        this.report = report;
        rows = report.results().rows();
        names = new VariedNames(report.results().sweep());
        boolean underNull =
                rows.stream().noneMatch(row -> Double.isNaN(row.result().figure(SweepColumn.TYPE_I_ERROR)));
        figure = underNull ? "type I error" : "power";
    }

    /** The lines of the page. */
    public static List<String> lines(SweepReport report) {
        return new SweepText(report).page();
    }

    private List<String> page() {
        List<String> lines = new ArrayList<>(heading());
        if (rows.isEmpty()) {
            return lines;
        }
        lines.add("");
        lines.addAll(names.legend());
        SweepFindings findings = report.findings();
        lines.add("");
        if (findings != null && isTwoWay()) {
            lines.addAll(new TwoWayTable(report.results().sweep(), rows, findings, names, figure).lines());
        } else {
            if (shown().size() < rows.size()) {
                lines.add("Highest and lowest");
            }
            lines.addAll(table(shown(), findings).lines());
        }
        if (findings == null) {
            return lines;
        }
        lines.add("");
        lines.addAll(PlainText.wrapped(noise(findings), ""));
        if (findings.sensitivity() != null) {
            lines.add("");
            lines.addAll(sensitivity(findings.sensitivity()));
            List<String> averages = new AveragedTable(report.results().sweep().axes(), rows, names, figure)
                    .lines(findings.sensitivity());
            if (!averages.isEmpty()) {
                lines.add("");
                lines.addAll(averages);
            }
        }
        lines.addAll(expectations(findings));
        return lines;
    }

    private List<String> heading() {
        int scenarios = report.results().sweep().cases().size();
        List<String> lines = new ArrayList<>(PlainText.wrapped(
                report.results().sweep().name() + " · " + Digits.grouped(rows.size())
                        + (rows.size() == scenarios ? "" : " of " + Digits.grouped(scenarios)) + " scenarios · "
                        + (report.nothingToDo() ? "nothing to do" : Digits.fixed(report.elapsedSeconds(), 1) + " s"),
                "  "));
        lines.add(report.directory().resolve("results.csv").toString());
        return lines;
    }

    private boolean isTwoWay() {
        List<SweepAxis> axes = report.results().sweep().axes();
        return axes.size() == 2
                && axes.stream().noneMatch(axis -> axis.block().equals("sample"))
                && axes.get(0).rows() <= FEW
                && axes.get(1).rows() <= 8;
    }

    /** Rows that are told, by their index: all, or those at either end. */
    private List<Integer> shown() {
        List<Integer> all = IntStream.range(0, rows.size()).boxed().toList();
        if (rows.size() <= FEW) {
            return all;
        }
        List<Integer> sorted = all.stream()
                .sorted(Comparator.comparingDouble((Integer r) -> -power(r)))
                .toList();
        List<Integer> ends = new ArrayList<>(sorted.subList(0, AT_EITHER_END));
        ends.addAll(sorted.subList(sorted.size() - AT_EITHER_END, sorted.size()));
        return ends;
    }

    private double power(int row) {
        return rows.get(row).result().figure(SweepColumn.POWER);
    }

    private TextTable table(List<Integer> shown, @Nullable SweepFindings findings) {
        TextTable table = new TextTable("");
        List<String> head = new ArrayList<>(List.of(""));
        for (int p = 0; p < report.results().sweep().paths().size(); p++) {
            head.add(names.of(p));
        }
        head.addAll(List.of(findings == null ? figure : figure + " ", "s.e."));
        if (findings != null) {
            head.addAll(List.of("less #" + number(findings.highest()), "s.e."));
        }
        head.addAll(List.of("duration", "events"));
        table.row(head.toArray(String[]::new));
        for (int i = 0; i < shown.size(); i++) {
            if (shown.size() < rows.size() && i == AT_EITHER_END) {
                table.row("…");
            }
            table.row(cells(shown.get(i), findings));
        }
        return table;
    }

    private String[] cells(int row, @Nullable SweepFindings findings) {
        SweepRow each = rows.get(row);
        List<String> cells = new ArrayList<>(List.of("#" + number(row)));
        each.values().forEach(value -> cells.add(PlainText.atMost(24, value)));
        double error = each.result().figure(SweepColumn.POWER_STANDARD_ERROR);
        cells.add(fixed(power(row), error) + (findings == null ? "" : mark(findings, row)));
        cells.add(error(error));
        if (findings != null) {
            Difference less = findings.lessHighest().get(row);
            boolean highest = row == findings.highest();
            cells.add(highest ? "" : less.value() == 0 ? "0" : fixed(less.value(), less.standardError()));
            cells.add(highest ? "" : error(less.standardError()));
        }
        cells.add(fixed(
                each.result().figure(SweepColumn.DURATION), each.result().figure(SweepColumn.DURATION_STANDARD_ERROR)));
        cells.add(fixed(
                each.result().figure(SweepColumn.EVENTS_AT_STOP),
                each.result().figure(SweepColumn.EVENTS_AT_STOP_STANDARD_ERROR)));
        return cells.toArray(String[]::new);
    }

    /** As in {@code compare DIR#3}. */
    private int number(int row) {
        return report.results().isComplete()
                ? row + 1
                : report.results().sweep().cases().indexOf(rows.get(row).of()) + 1;
    }

    /** What is not beyond noise from the highest. */
    static String mark(SweepFindings findings, int row) {
        return findings.lessHighest().get(row).isBeyond(findings.noise()) ? " " : "*";
    }

    private static String fixed(double value, double error) {
        boolean whole = Math.abs(value - Math.rint(value)) < 1e-6;
        return Digits.fixed(value, error > 0 ? Digits.decimals(error) : whole ? 0 : 4);
    }

    private static String error(double error) {
        return error > 0 ? Digits.fixed(error, Digits.decimals(error)) : "";
    }

    private String noise(SweepFindings findings) {
        long beyond = findings.lessHighest().stream()
                .filter(less -> less.isBeyond(findings.noise()))
                .count();
        boolean paired = findings.lessHighest().stream().allMatch(Difference::paired);
        return "s.e.: Monte Carlo standard error. *: the highest, or within noise of it. " + Digits.grouped(beyond)
                + " of the "
                + Digits.grouped(rows.size() - 1L) + " other scenarios have less " + figure
                + " than the highest beyond noise: by more than " + Digits.fixed(findings.noise(), 2)
                + " standard errors of the difference, 5 % over all pairs (Bonferroni)"
                + (paired
                        ? "; scenarios share their luck, so these are the errors of pairs."
                        : "; where seeds differ, the errors are those of independent runs.");
    }

    private List<String> sensitivity(Sensitivity told) {
        TextTable table = new TextTable("  ");
        table.row(told.overGrid() ? new String[] {"", "alone", "in all"} : new String[] {"", "share"});
        for (Share share : told.shares()) {
            String name = PlainText.atMost(60, names.of(share.paths()));
            table.row(
                    told.overGrid()
                            ? new String[] {name, percent(share.alone()), percent(share.inAll())}
                            : new String[] {name, percent(share.alone())});
        }
        List<String> lines = new ArrayList<>(List.of("What matters most"));
        lines.addAll(table.lines());
        String how = told.overGrid()
                ? "Shares of the variance of " + figure
                        + " over the grid, every level counting the same and Monte Carlo noise"
                        + " taken out: alone, and with what it does together with others (first-order and total effects,"
                        + " Saltelli et al. 2010). "
                : "Shares by a regression of ranks, which explains " + percent(told.explained())
                        + " of them (Saltelli and" + " Marivoet 1990). ";
        lines.addAll(PlainText.wrapped(
                how + "Standard deviation of " + figure + " between scenarios: " + Digits.plain(told.sd(), 2) + ".",
                ""));
        return lines;
    }

    private static String percent(double share) {
        String whole = Digits.fixed(100 * share, 0);
        boolean some = share > 0 && share < 1;
        return (some && whole.equals("0") ? "< 1" : some && whole.equals("100") ? "> 99" : whole) + " %";
    }

    private List<String> expectations(SweepFindings findings) {
        List<String> lines = new ArrayList<>();
        int[] counts = new int[Verdict.values().length];
        List<String> open = new ArrayList<>();
        int told = 0;
        int untold = 0;
        for (int r = 0; r < rows.size(); r++) {
            List<CheckedExpectation> checked = findings.expected().get(r);
            if (!checked.isEmpty()) {
                counts[Verdict.of(checked).ordinal()]++;
            }
            for (CheckedExpectation each : checked) {
                if (each.verdict() != Verdict.MET && told == AT_EITHER_END) {
                    untold++;
                } else if (each.verdict() != Verdict.MET) {
                    open.addAll(PlainText.labelled(
                            "  #" + number(r), 8, words(rows.get(r).of().read().scenario(), each)));
                    told++;
                }
            }
        }
        int all = IntStream.of(counts).sum();
        if (all == 0) {
            return lines;
        }
        lines.add("");
        lines.addAll(PlainText.wrapped(
                "Expectations" + level(findings) + ": met in " + counts[Verdict.MET.ordinal()] + " of " + all
                        + " scenarios, not met in " + counts[Verdict.NOT_MET.ordinal()] + ", undecided in "
                        + counts[Verdict.UNDECIDED.ordinal()],
                "  "));
        lines.addAll(open);
        if (untold > 0) {
            lines.add("  and " + untold + " more: column expectations of results.csv");
        }
        return lines;
    }

    /** Where limits are not those of 95 %. */
    private static String level(SweepFindings findings) {
        double[] levels = findings.expected().stream()
                .flatMap(List::stream)
                .mapToDouble(CheckedExpectation::level)
                .distinct()
                .sorted()
                .toArray();
        double most = levels[levels.length - 1];
        return most == ExpectationCheck.LEVEL
                ? ""
                : " by "
                        + (levels.length == 1 ? "" : "limits of " + ExpectationText.percent(levels[0]) + " to ")
                        + ExpectationText.percent(most) + (levels.length == 1 ? " limits" : "")
                        + ", wide enough for every look that --decide may take";
    }

    private static String words(Scenario scenario, CheckedExpectation each) {
        return ExpectationText.word(each.verdict()) + ": "
                + CriterionWords.of(scenario, each.figure(), each.criterion()) + ", simulated "
                + Digits.of(each.simulated()) + " (" + ExpectationText.limits(each.simulated()) + ")";
    }
}
