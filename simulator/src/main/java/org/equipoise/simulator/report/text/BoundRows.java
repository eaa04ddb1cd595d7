package org.equipoise.simulator.report.text;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.equipoise.simulator.analytic.LookPlan;
import org.equipoise.simulator.analytic.PlannedDrift;
import org.equipoise.simulator.analytic.TrialPlan;

/** Bounds and the expected Z of each look along an axis of Z, in characters. */
final class BoundRows {
    private static final char REJECT = '█';
    private static final char FUTILE = '·';
    private static final char EXPECTED = '◆';
    private static final double ROOM = 0.6;

    private BoundRows() {}

    /**
     * The lines.
     *
     * @param width columns of a line
     */
    static List<String> lines(TrialPlan plan, int width) {
        boolean two = plan.scenario().analysis().sides() == 2;
        OptionalDouble drift = PlannedDrift.of(
                plan.scenario(),
                plan.scenario().experimentalArms().get(0),
                plan.last().events());
        double low = 0;
        double high = drift.orElse(0);
        for (LookPlan look : plan.looks()) {
            high = Math.max(
                    high, look.efficacy() == null ? high : look.efficacy().z());
            low = Math.min(low, look.futility() == null ? low : look.futility().z());
        }
        String name = "Look " + plan.looks().size() + "  ";
        TextScale scale = new TextScale(two ? 0 : low - ROOM, high + ROOM, width - name.length() - 2);
        List<String> lines = new ArrayList<>();
        lines.add(two ? "|Z|" : "Z");
        lines.add(" ".repeat(name.length()) + scale.labels(false));
        for (LookPlan look : plan.looks()) {
            lines.add(("Look " + look.look() + "  " + row(scale, look, drift)).stripTrailing());
        }
        lines.add("");
        lines.add(REJECT + " rejects   "
                + (plan.looks().stream().anyMatch(look -> look.futility() != null)
                        ? FUTILE + " stops for futility   "
                        : "")
                + (drift.isPresent() ? EXPECTED + " expected under the assumptions" : ""));
        return lines.stream().map(String::stripTrailing).toList();
    }

    private static String row(TextScale scale, LookPlan look, OptionalDouble drift) {
        StringBuilder row = new StringBuilder(" ".repeat(scale.columns()));
        for (int c = 0; c < scale.columns(); c++) {
            double z = scale.middle(c);
            if (look.efficacy() != null && z >= look.efficacy().z()) {
                row.setCharAt(c, REJECT);
            } else if (look.futility() != null && z <= look.futility().z()) {
                row.setCharAt(c, FUTILE);
            }
        }
        drift.ifPresent(last -> row.setCharAt(scale.column(last * Math.sqrt(look.informationFraction())), EXPECTED));
        return row.toString();
    }
}
