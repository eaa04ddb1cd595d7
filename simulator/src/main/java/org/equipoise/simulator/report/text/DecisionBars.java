package org.equipoise.simulator.report.text;

import java.util.ArrayList;
import java.util.List;
import org.equipoise.simulator.engine.ComparisonResult;
import org.equipoise.simulator.engine.Stopping;
import org.equipoise.simulator.engine.summary.Estimate;
import org.equipoise.simulator.report.RunReport;
import org.equipoise.simulator.report.words.PlainText;

/** What the looks have decided, as bars of characters: rejections from the left, stops for futility from the right. */
final class DecisionBars {
    private static final String REJECTED = "█";
    private static final String LIMITS = "▒";
    private static final String FUTILE = "·";

    private DecisionBars() {}

    /**
     * The lines, for each comparison.
     *
     * @param width columns of a line
     */
    static List<String> lines(RunReport report, int width) {
        List<String> lines = new ArrayList<>();
        for (ComparisonResult comparison : report.result().comparisons()) {
            String arm = report.result().comparisons().size() == 1
                    ? ""
                    : PlainText.atMost(width / 2, comparison.arm()) + ": ";
            lines.addAll(lines(arm, comparison.stopping(), width));
            lines.add("");
        }
        lines.add(REJECTED + " rejected by then   " + LIMITS + " 95 % limits of that   " + FUTILE
                + " stopped for futility by then");
        return lines;
    }

    private static List<String> lines(String arm, Stopping stopping, int width) {
        int looks = stopping.cumulativeRejected().size();
        String name = "Look " + looks + "  ";
        TextScale scale = new TextScale(0, 1, width - name.length() - 2);
        List<String> lines = new ArrayList<>();
        lines.add(arm + "share of trials");
        lines.add(" ".repeat(name.length()) + scale.labels(true));
        double futile = 0;
        for (int k = 0; k < looks; k++) {
            Estimate rejected = stopping.cumulativeRejected().get(k);
            futile += stopping.futile().get(k).value();
            int sure = scale.below(rejected.low());
            int perhaps = scale.below(rejected.high()) - sure;
            int stopped = Math.min(scale.columns() - sure - perhaps, scale.below(futile));
            String bar = REJECTED.repeat(sure)
                    + LIMITS.repeat(perhaps)
                    + " ".repeat(scale.columns() - sure - perhaps - stopped)
                    + FUTILE.repeat(stopped);
            lines.add(("Look " + (k + 1) + "  " + bar).stripTrailing());
        }
        return lines;
    }
}
