package org.equipoise.simulator.report.text;

import java.util.ArrayList;
import java.util.List;
import org.equipoise.simulator.analysis.InterimLook;
import org.equipoise.simulator.reading.Spelling;
import org.equipoise.simulator.report.words.Digits;
import org.equipoise.simulator.scenario.TestPlan;

/** A look at data of a planned trial, as text. */
final class InterimText {
    private InterimText() {}

    static List<String> lines(InterimLook at) {
        List<String> lines = new ArrayList<>();
        lines.add("Look " + at.look() + " of " + at.looks() + ": " + at.events() + " of " + at.plannedEvents()
                + " events, information " + Digits.fixed(at.information(), 4));
        String scale = at.sides() == 2 ? "|Z|" : "Z";
        TextTable table = new TextTable("  ")
                .row(statistic(at.test()), Digits.fixed(at.z(), 4))
                .row("rejects at " + scale + " of", bound(at.efficacy()))
                .row("stops for futility at " + scale + " of", bound(at.futility()))
                .row("decision", words(at.decision()));
        if (!Double.isNaN(at.predictivePower())) {
            table.row("conditional power, planned effect", Digits.fixed(at.conditionalPower(), 4))
                    .row("conditional power, current trend", Digits.fixed(at.powerUnderTrend(), 4))
                    .row("conditional power, no effect", Digits.fixed(at.conditionalError(), 4))
                    .row("predictive power, flat prior", Digits.fixed(at.predictivePower(), 4));
        }
        table.row("hazard ratio", Digits.fixed(at.hazardRatio(), 4))
                .row(
                        "  repeated confidence interval",
                        Digits.fixed(at.repeated().lower(), 4) + " to "
                                + Digits.fixed(at.repeated().upper(), 4));
        lines.addAll(table.lines());
        if (at.look() < at.looks() && Double.isNaN(at.predictivePower())) {
            lines.add("  Conditional power is told of logRank and cox: what another test still has to learn does not");
            lines.add("  follow from the number of events.");
        }
        return lines;
    }

    private static String statistic(TestPlan.Method test) {
        return switch (test) {
            case LOG_RANK -> "log-rank Z";
            case MAX_COMBO -> "Z of maxCombo's p-value";
            default -> "Z of " + Spelling.of(test);
        };
    }

    private static String bound(double z) {
        return Double.isInfinite(z) ? "none" : Digits.fixed(z, 4);
    }

    private static String words(InterimLook.Decision decision) {
        return switch (decision) {
            case REJECT -> "reject";
            case REJECT_FOR_CONTROL -> "reject, in favour of control";
            case FUTILE -> "stop for futility";
            case CONTINUE -> "continue";
            case NOT_REJECTED -> "not rejected";
        };
    }
}
