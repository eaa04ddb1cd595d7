package org.equipoise.simulator.report.text;

import java.util.ArrayList;
import java.util.List;
import org.equipoise.simulator.engine.summary.Estimate;
import org.equipoise.simulator.report.CompareReport;
import org.equipoise.simulator.report.Compared;
import org.equipoise.simulator.report.ComparedFigure;
import org.equipoise.simulator.report.words.Digits;
import org.equipoise.simulator.report.words.PlainText;
import org.equipoise.simulator.report.words.ScenarioWords;
import org.equipoise.simulator.sweep.difference.Difference;
import org.jspecify.annotations.Nullable;

/** Scenarios side by side as a page of text: what differs in them, then figures and differences. */
public final class CompareText {
    private static final int MOST_PATHS = 24;
    private static final int MOST_COLUMNS = 24;

    private final CompareReport report;
    private boolean unpaired;

    private CompareText(CompareReport report) {
        this.report = report;
    }

    /** The lines of the page. */
    public static List<String> lines(CompareReport report) {
        return new CompareText(report).page();
    }

    private List<String> page() {
        List<String> lines = new ArrayList<>(scenarios().lines());
        lines.add("");
        lines.addAll(differing());
        lines.add("");
        lines.addAll(figures().lines());
        lines.add("");
        lines.addAll(PlainText.wrapped(notes(), ""));
        return lines;
    }

    private TextTable scenarios() {
        TextTable table = new TextTable("").row("", "replicates", "seed");
        for (int s = 0; s < report.scenarios().size(); s++) {
            Compared each = report.scenarios().get(s);
            table.row(
                    CompareReport.label(s) + "  " + PlainText.atMost(60, each.source()),
                    Digits.grouped(each.traced().result().replicates()),
                    Long.toString(each.read().scenario().simulation().seed()));
        }
        return table;
    }

    private List<String> differing() {
        if (report.differing().isEmpty()) {
            return List.of("The scenarios are the same.");
        }
        TextTable table = new TextTable("");
        List<String> head = new ArrayList<>(List.of("What differs"));
        for (int s = 0; s < report.scenarios().size(); s++) {
            head.add(CompareReport.label(s));
        }
        table.row(head.toArray(String[]::new));
        report.differing().entrySet().stream().limit(MOST_PATHS).forEach(entry -> {
            List<String> row = new ArrayList<>(List.of(PlainText.atMost(60, entry.getKey())));
            entry.getValue().forEach(value -> row.add(shown(value)));
            table.row(row.toArray(String[]::new));
        });
        List<String> lines = new ArrayList<>(table.lines());
        if (report.differing().size() > MOST_PATHS) {
            lines.add("and " + (report.differing().size() - MOST_PATHS) + " more, all of them in --json");
        }
        return lines;
    }

    private static String shown(@Nullable String value) {
        return value == null ? "–" : PlainText.atMost(MOST_COLUMNS, value);
    }

    private TextTable figures() {
        TextTable table = new TextTable("").row("", "", "s.e.", "less A", "s.e.", "");
        for (ComparedFigure figure : ComparedFigure.values()) {
            String unit = figure == ComparedFigure.DURATION
                    ? ", " + ScenarioWords.units(first().read().scenario())
                    : "";
            table.row(figure.words() + unit);
            for (int s = 0; s < report.scenarios().size(); s++) {
                table.row(row(figure, s));
            }
        }
        return table;
    }

    private Compared first() {
        return report.scenarios().get(0);
    }

    private String[] row(ComparedFigure figure, int s) {
        Compared each = report.scenarios().get(s);
        Estimate estimate = figure.of(each.traced());
        List<String> cells = new ArrayList<>(List.of("  " + CompareReport.label(s)));
        cells.add(Digits.fixed(estimate.value(), decimals(estimate.value(), Digits.error(estimate))));
        cells.add(error(estimate.standardError()));
        if (s > 0) {
            Difference difference = figure.between(each.traced(), first().traced());
            unpaired |= !difference.paired();
            cells.add(
                    difference.value() == 0
                            ? "0"
                            : Digits.signed(
                                    difference.value(), decimals(difference.value(), difference.standardError())));
            cells.add(error(difference.standardError()));
            cells.add(verdict(difference));
        }
        return cells.toArray(String[]::new);
    }

    private static int decimals(double value, double error) {
        boolean whole = Math.abs(value - Math.rint(value)) < 1e-6;
        return error > 0 ? Digits.decimals(error) : whole ? 0 : 2;
    }

    private static String error(double standardError) {
        return standardError > 0 ? Digits.fixed(standardError, Digits.decimals(standardError)) : "";
    }

    private static String verdict(Difference difference) {
        if (Double.isNaN(difference.value()) || Double.isNaN(difference.standardError())) {
            return "";
        }
        if (!(difference.standardError() > 0)) {
            return difference.value() == 0 ? "the same" : "exact";
        }
        double errors = difference.standardErrors();
        return difference.isBeyond(Difference.NOISE)
                ? Digits.fixed(errors, errors < 10 ? 1 : 0) + " s.e."
                : "within noise";
    }

    private String notes() {
        return "less A: the figure less that of A, with the standard error of that difference. Scenarios with the same seed"
                + " share their luck, which drops out of differences; their errors are those of pairs of replicates. "
                + (unpaired
                        ? "Where seeds differ, or replicates are too few to tell what is shared, errors are those of"
                                + " independent runs. "
                        : "")
                + "A difference of less than 2 s.e. is within noise; of twenty that are none, one is larger by chance.";
    }
}
