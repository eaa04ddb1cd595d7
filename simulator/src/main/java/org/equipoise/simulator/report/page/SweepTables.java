package org.equipoise.simulator.report.page;

import java.util.ArrayList;
import java.util.List;
import org.equipoise.simulator.engine.summary.Estimate;
import org.equipoise.simulator.expect.CheckedExpectation;
import org.equipoise.simulator.report.markup.Content;
import org.equipoise.simulator.report.markup.Element;
import org.equipoise.simulator.report.markup.Words;
import org.equipoise.simulator.report.text.ExpectationText;
import org.equipoise.simulator.report.words.CriterionWords;
import org.equipoise.simulator.report.words.Digits;
import org.equipoise.simulator.scenario.Scenario;
import org.equipoise.simulator.sweep.SweepRow;
import org.equipoise.simulator.sweep.difference.Difference;
import org.equipoise.simulator.sweep.sensitivity.Sensitivity;
import org.equipoise.simulator.sweep.sensitivity.Share;
import org.equipoise.simulator.sweep.store.SweepColumn;

/** The tables of results in a report about a sweep. */
final class SweepTables {
    private final SweepPage page;
    private final List<Integer> numbers;

    SweepTables(SweepPage page) {
        this.page = page;
        numbers = page.numbers();
    }

    /** Operating characteristics of all finished scenarios. */
    Element scenarios() {
        String units = page.scenario().timeUnit().plural();
        List<String> head = new ArrayList<>(List.of(""));
        head.addAll(page.names());
        head.addAll(List.of(page.figureTitle() + " (s.e.)", "95 % limits"));
        if (page.results().isComplete()) {
            head.add("Less #" + numbers.get(page.findings().highest()) + " (s.e.)");
        }
        head.addAll(List.of("Duration, " + units + " (s.e.)", "Patients (s.e.)", "Events (s.e.)"));
        List<List<Content>> table = new ArrayList<>(List.of(PageElements.row(head.toArray(String[]::new))));
        for (int row = 0; row < page.results().rows().size(); row++) {
            table.add(cells(row));
        }
        return PageElements.denseTable("Operating characteristics by scenario", table);
    }

    private List<Content> cells(int row) {
        List<Content> cells = new ArrayList<>(PageElements.row("#" + numbers.get(row)));
        SweepPage.labels(page.results().rows().get(row).values()).forEach(value -> cells.add(Words.of(value)));
        cells.add(withError(row, SweepColumn.POWER, SweepColumn.POWER_STANDARD_ERROR));
        cells.add(limits(row));
        if (page.results().isComplete()) {
            cells.add(lessHighest(row));
        }
        cells.add(withError(row, SweepColumn.DURATION, SweepColumn.DURATION_STANDARD_ERROR));
        cells.add(withError(row, SweepColumn.ENROLLED, SweepColumn.ENROLLED_STANDARD_ERROR));
        cells.add(withError(row, SweepColumn.EVENTS_AT_STOP, SweepColumn.EVENTS_AT_STOP_STANDARD_ERROR));
        return cells;
    }

    private Content limits(int row) {
        double half = (page.figure(row, SweepColumn.POWER_HIGH) - page.figure(row, SweepColumn.POWER_LOW)) / 2;
        int decimals = Digits.decimals(half / 2);
        return Element.of(
                "span",
                number(row, SweepColumn.POWER_LOW, decimals),
                Words.of(PageElements.TO),
                number(row, SweepColumn.POWER_HIGH, decimals));
    }

    private Content lessHighest(int row) {
        Difference less = page.findings().lessHighest().get(row);
        if (row == page.findings().highest()) {
            return Words.of("highest");
        }
        int decimals = less.standardError() > 0 ? Digits.decimals(less.standardError()) : 0;
        String key = "scenarios." + row + ".powerLessHighest.";
        return Element.of(
                "span",
                PageElements.number(key + "difference", less.value(), Digits.fixed(less.value(), decimals)),
                Words.of(" ("),
                PageElements.number(
                        key + "standardError", less.standardError(), Digits.fixed(less.standardError(), decimals)),
                Words.of(less.isBeyond(page.findings().noise()) ? ")" : ") *"));
    }

    /** A figure with as many decimals as its error supports, and in brackets its error, where it has one. */
    Content withError(int row, SweepColumn column, SweepColumn error) {
        double value = page.figure(row, column);
        double standardError = page.figure(row, error);
        if (!(standardError > 0)) {
            boolean isWhole = Math.abs(value - Math.rint(value)) < 1e-6;
            return number(row, column, isWhole ? 0 : 4);
        }
        int decimals = Digits.decimals(standardError);
        return Element.of(
                "span", number(row, column, decimals), Words.of(" ("), number(row, error, decimals), Words.of(")"));
    }

    /** A figure that can be found in the JSON. */
    Element number(int row, SweepColumn column, int decimals) {
        double value = page.figure(row, column);
        return Double.isFinite(value)
                ? PageElements.number(
                        "scenarios." + row + ".figures." + column.label(), value, Digits.fixed(value, decimals))
                : Element.of("span", "–");
    }

    /** What matters most, as numbers. */
    Element matters(Sensitivity told) {
        List<List<Content>> rows = new ArrayList<>();
        rows.add(
                told.overGrid()
                        ? PageElements.row("", "Alone, %", "Together with others, %")
                        : PageElements.row("", "Share, %"));
        for (int s = 0; s < told.shares().size(); s++) {
            Share share = told.shares().get(s);
            String key = "sensitivity.shares." + s + ".";
            List<Content> cells = new ArrayList<>(PageElements.row(page.names(share.paths())));
            cells.add(percent(key + "alone", share.alone()));
            if (told.overGrid()) {
                cells.add(percent(key + "inAll", share.inAll()));
            }
            rows.add(cells);
        }
        return PageElements.table("Shares of the variance of " + page.figureName(), rows);
    }

    static Content percent(String key, double share) {
        return PageElements.number(key, share, Digits.fixed(100 * share, 1));
    }

    /** What is expected and not met, or undecided. */
    List<Content> expectations() {
        SweepExpectations told = SweepExpectations.of(page);
        if (told.scenarios() == 0) {
            return List.of(PageElements.paragraph("No scenario expects anything of its result."));
        }
        List<Content> parts = new ArrayList<>();
        parts.add(Element.of(
                "p",
                Words.of("Met in "),
                count("expectations.met", told.met()),
                Words.of(" of "),
                count("expectations.scenarios", told.scenarios()),
                Words.of(" scenarios, not met in "),
                count("expectations.notMet", told.notMet()),
                Words.of(", undecided in "),
                count("expectations.undecided", told.undecided()),
                Words.of(". Met or not met: the limits lie within, or outside, what is expected; undecided: they"
                        + " straddle it.")));
        if (!told.open().isEmpty()) {
            List<List<Content>> rows = new ArrayList<>();
            rows.add(PageElements.row("", "Expected", "Simulated", "Limits", ""));
            for (int i = 0; i < told.open().size(); i++) {
                rows.add(expectation(told.open().get(i), "expectations.open." + i + "."));
            }
            parts.add(PageElements.table("Expectations not met, or undecided", rows));
        }
        if (told.untold() > 0) {
            parts.add(Element.of(
                    "p",
                    Words.of("And "),
                    count("expectations.untold", told.untold()),
                    Words.of(" more: column expectations of the table of results in the sweep's directory.")));
        }
        return parts;
    }

    /** A whole number that only reports have. */
    static Element count(String key, long value) {
        return PageElements.number(ReportJson.KEY, key, value, Digits.grouped(value));
    }

    private List<Content> expectation(SweepExpectations.Open open, String key) {
        SweepRow of = page.results().rows().get(open.row());
        Scenario scenario = of.of().read().scenario();
        CheckedExpectation each = open.expected();
        Estimate simulated = each.simulated();
        int decimals = Digits.decimals(Digits.error(simulated));
        List<Content> cells = new ArrayList<>(PageElements.row(
                "#" + numbers.get(open.row()), CriterionWords.of(scenario, each.figure(), each.criterion())));
        cells.add(figure(key + "estimate", simulated.value(), decimals));
        cells.add(
                simulated.low() == simulated.high()
                        ? Words.of("exact")
                        : Element.of(
                                "span",
                                figure(key + "low", simulated.low(), decimals),
                                Words.of(PageElements.TO),
                                figure(key + "high", simulated.high(), decimals)));
        cells.addAll(PageElements.row(ExpectationText.word(each.verdict())));
        return cells;
    }

    private static Element figure(String key, double value, int decimals) {
        return PageElements.number(ReportJson.KEY, key, value, Digits.fixed(value, decimals));
    }
}
