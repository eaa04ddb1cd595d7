package org.equipoise.simulator.report.text;

import java.util.ArrayList;
import java.util.List;
import org.equipoise.simulator.engine.summary.Estimate;
import org.equipoise.simulator.expect.CheckedExpectation;
import org.equipoise.simulator.expect.ExpectationCheck;
import org.equipoise.simulator.expect.Verdict;
import org.equipoise.simulator.report.words.CriterionWords;
import org.equipoise.simulator.report.words.Digits;
import org.equipoise.simulator.report.words.PlainText;
import org.equipoise.simulator.scenario.Scenario;

/** Expectations and what has become of them, as a table. */
public final class ExpectationText {
    private static final int MOST_COLUMNS = 44;

    private ExpectationText() {}

    static List<String> lines(Scenario scenario, List<CheckedExpectation> expected) {
        double level = expected.get(0).level();
        TextTable table = new TextTable("");
        table.row("Expected", "simulated", "s.e.", percent(level) + " limits", "");
        for (CheckedExpectation each : expected) {
            String words = CriterionWords.of(scenario, each.figure(), each.criterion());
            table.row(
                    PlainText.atMost(MOST_COLUMNS, Character.toUpperCase(words.charAt(0)) + words.substring(1)),
                    Digits.of(each.simulated()),
                    error(each.simulated()),
                    limits(each.simulated()),
                    word(each.verdict()));
        }
        List<String> lines = new ArrayList<>(table.lines());
        lines.add("");
        lines.addAll(PlainText.wrapped(
                "met, not met: the limits lie within, or outside, what is expected; undecided: they straddle it."
                        + (level > ExpectationCheck.LEVEL
                                ? " Limits that are wide enough for every look that --decide may take."
                                : ""),
                ""));
        return lines;
    }

    /** 95 %, or 99.38 %. */
    static String percent(double level) {
        return Digits.plain(100 * level, 4) + " %";
    }

    private static String error(Estimate figure) {
        return figure.standardError() > 0
                ? Digits.fixed(figure.standardError(), Digits.decimals(figure.standardError()))
                : "";
    }

    static String limits(Estimate figure) {
        if (figure.low() == figure.high()) {
            return "exact";
        }
        int decimals = Digits.decimals(Digits.error(figure));
        return Digits.fixed(figure.low(), decimals) + " to " + Digits.fixed(figure.high(), decimals);
    }

    /** A verdict in a word or a few. */
    public static String word(Verdict verdict) {
        return switch (verdict) {
            case MET -> "met";
            case NOT_MET -> "not met";
            case UNDECIDED -> "undecided";
        };
    }
}
