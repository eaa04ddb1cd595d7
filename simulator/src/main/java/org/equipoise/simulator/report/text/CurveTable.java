package org.equipoise.simulator.report.text;

import java.util.ArrayList;
import java.util.List;
import org.equipoise.core.numerics.Limits;
import org.equipoise.core.survival.KaplanMeier;
import org.equipoise.simulator.analysis.ArmSummary;
import org.equipoise.simulator.analysis.DataAnalysis;
import org.equipoise.simulator.report.words.Digits;
import org.equipoise.simulator.report.words.Nice;

/** Survival of an arm at round times. */
final class CurveTable {
    private static final int ROWS = 10;

    private CurveTable() {}

    /** The lines of the table; times are the same for both arms. */
    static List<String> of(DataAnalysis analysis, ArmSummary arm, String name) {
        TextTable table = new TextTable("  ")
                .row(
                        "time",
                        "at risk",
                        "events",
                        "survival",
                        "s.e.",
                        Digits.plain(100 * analysis.options().level(), 4) + " % limits");
        KaplanMeier curve = arm.curve();
        int step = 0;
        List<KaplanMeier.Step> steps = curve.steps();
        for (double time : times(analysis)) {
            int events = 0;
            for (; step < steps.size() && steps.get(step).time() <= time; step++) {
                events += steps.get(step).events();
            }
            Limits limits = curve.limits(
                    time, analysis.options().level(), analysis.options().intervalScale());
            table.row(
                    Digits.plain(time),
                    Digits.grouped(curve.atRisk(time)),
                    Digits.grouped(events),
                    Digits.fixed(curve.survival(time), 4),
                    Digits.fixed(curve.standardError(time), 4),
                    Digits.fixed(limits.lower(), 4) + " to " + Digits.fixed(limits.upper(), 4));
        }
        List<String> lines = new ArrayList<>();
        lines.add("Kaplan-Meier, " + name);
        lines.addAll(table.lines());
        return lines;
    }

    /** Those asked for, else multiples of a round step up to the longest time of the arm that is followed longer. */
    private static List<Double> times(DataAnalysis analysis) {
        if (!analysis.options().times().isEmpty()) {
            return analysis.options().times().stream().sorted().distinct().toList();
        }
        double longest = analysis.patients().longestTime();
        List<Double> times = new ArrayList<>();
        double step = longest > 0 ? Nice.step(longest / ROWS) : 1;
        for (int k = 1; k == 1 || k * step <= longest * (1 + 1e-12); k++) {
            times.add(k * step);
        }
        return times;
    }
}
