package org.equipoise.simulator.report.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.equipoise.core.sequential.Spending;
import org.equipoise.simulator.analytic.LookPlan;
import org.equipoise.simulator.analytic.TrialPlan;
import org.equipoise.simulator.design.SpendingFunction;
import org.equipoise.simulator.report.chart.Axis;
import org.equipoise.simulator.report.chart.Chart;
import org.equipoise.simulator.report.chart.Dash;
import org.equipoise.simulator.report.chart.Ink;
import org.equipoise.simulator.report.chart.Mark;
import org.equipoise.simulator.report.chart.Point;
import org.equipoise.simulator.scenario.Analysis;
import org.equipoise.simulator.scenario.Bounds;
import org.jspecify.annotations.Nullable;

/** The errors that looks spend, and the functions by which they do. */
final class SpentError {
    private static final int POINTS = 101;

    private SpentError() {}

    /** The chart: a line where a function says what is spent, steps where each look spends what its bound takes. */
    static Chart of(TrialPlan plan) {
        Analysis analysis = plan.scenario().analysis();
        List<Point> alpha = new ArrayList<>();
        List<Point> beta = new ArrayList<>();
        for (LookPlan look : plan.looks()) {
            double at = 100 * look.informationFraction();
            if (look.efficacy() != null) {
                alpha.add(new Point(at, look.efficacy().spent()));
            }
            if (look.futility() != null) {
                beta.add(new Point(at, look.futility().spent()));
            }
        }
        List<Mark> marks = new ArrayList<>();
        int sides = analysis.sides();
        add(
                marks,
                "α, under the null hypothesis",
                Ink.EFFICACY,
                Dash.SOLID,
                alpha,
                curve(analysis.efficacy(), analysis.oneSidedAlpha(), sides));
        add(
                marks,
                "β, under the alternative",
                Ink.FUTILITY,
                Dash.DASHED,
                beta,
                curve(analysis.futility(), 1 - analysis.targetPower(), 1));
        double top =
                marks.stream().flatMap(Mark::extent).mapToDouble(Point::y).max().orElse(1);
        return Chart.of(
                "error-spent",
                "Error spent",
                "Probability, by information, of having crossed an efficacy bound under the null hypothesis and a"
                        + " futility bound under the alternative; points are the looks, lines the spending functions,"
                        + " or steps where there are none.",
                Axis.of("Information", "% of the last look's events", 0, 108),
                Axis.ofNumbers("Error spent", 0, Numbers.roundUp(1.1 * top)),
                marks);
    }

    /** What a function spends by each share of the information; empty where there is none. */
    private static Optional<List<Point>> curve(@Nullable Bounds bounds, double total, int sides) {
        Optional<Spending> function =
                bounds instanceof Bounds.Spent spent ? SpendingFunction.of(spent) : Optional.empty();
        return function.map(spends -> {
            List<Point> points = new ArrayList<>(List.of(new Point(0, 0)));
            for (double time : Numbers.grid(0, 1, POINTS)) {
                if (time > 0) {
                    points.add(new Point(100 * time, sides * spends.spent(total, time)));
                }
            }
            return points;
        });
    }

    private static void add(
            List<Mark> marks, String label, Ink ink, Dash dash, List<Point> looks, Optional<List<Point>> curve) {
        if (looks.isEmpty()) {
            return;
        }
        if (curve.isPresent()) {
            marks.add(new Mark.Line(label, ink, dash, curve.get(), false));
        } else {
            List<Point> steps = new ArrayList<>(List.of(new Point(0, 0)));
            steps.addAll(looks);
            marks.add(new Mark.Line(label, ink, dash, steps, true));
        }
        BoundMarks.addPoints(marks, ink, looks, 4);
    }
}
