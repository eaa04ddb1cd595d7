package org.equipoise.simulator.report.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.equipoise.core.numerics.Limits;
import org.equipoise.core.survival.KaplanMeier;
import org.equipoise.core.survival.SurvivalScale;
import org.equipoise.simulator.report.chart.Axis;
import org.equipoise.simulator.report.chart.Chart;
import org.equipoise.simulator.report.chart.Chart.Counts;
import org.equipoise.simulator.report.chart.Dash;
import org.equipoise.simulator.report.chart.Ink;
import org.equipoise.simulator.report.chart.Mark;
import org.equipoise.simulator.report.chart.Mark.Dot;
import org.equipoise.simulator.report.chart.Point;

/** Kaplan-Meier curves of one simulated trial, with intervals, censored times and the numbers at risk. */
public final class KaplanMeierFigure {
    private static final double LEVEL = 0.95;

    private KaplanMeierFigure() {}

    /** The chart of a trial in which every arm has patients by the cut. */
    public static Chart of(Subject subject, TrialAtCut trial, String name, String title) {
        List<Mark> bands = new ArrayList<>();
        List<Mark> curves = new ArrayList<>();
        List<Counts> atRisk = new ArrayList<>();
        double end = 0;
        for (TrialAtCut.Arm arm : trial.arms()) {
            end = Math.max(end, Arrays.stream(arm.times()).max().orElse(0));
        }
        for (int a = 0; a < trial.arms().size(); a++) {
            TrialAtCut.Arm arm = trial.arms().get(a);
            KaplanMeier curve = KaplanMeier.of(arm.times(), arm.events());
            double last = Arrays.stream(arm.times()).max().orElse(0);
            bands.add(new Mark.Band("", Ink.ofArm(a), limits(curve, last), true));
            curves.add(new Mark.Line(
                    subject.arms().get(a) + ", " + trial.events(a) + " events",
                    Ink.ofArm(a),
                    Dash.ofArm(a),
                    steps(curve, last),
                    true));
            curves.add(new Mark.Dots("", Ink.ofArm(a), Mark.Dots.Shape.TICK, censored(arm, curve)));
            atRisk.add(new Counts("At risk, " + subject.arms().get(a), Ink.ofArm(a), atRisk(arm)));
        }
        List<Mark> marks = new ArrayList<>(bands);
        marks.addAll(curves);
        return new Chart(
                name,
                title,
                "Share of patients without event in each arm, data as seen at " + subject.unit() + " "
                        + Numbers.fixed(trial.cut(), 1)
                        + "; bands are 95 % limits at each time, small upright strokes are censored patients.",
                Axis.of("Time since randomisation", subject.units(), 0, end > 0 ? end : 1),
                Axis.ofNumbers("Share without event", 0, 1),
                marks,
                atRisk);
    }

    private static List<Point> steps(KaplanMeier curve, double end) {
        List<Point> points = new ArrayList<>(List.of(new Point(0, 1)));
        curve.steps().forEach(step -> points.add(new Point(step.time(), step.survival())));
        points.add(new Point(end, points.get(points.size() - 1).y()));
        return points;
    }

    private static List<Mark.Edge> limits(KaplanMeier curve, double end) {
        List<Mark.Edge> edges = new ArrayList<>(List.of(new Mark.Edge(0, 1, 1)));
        for (KaplanMeier.Step step : curve.steps()) {
            Limits limits = curve.limits(step.time(), LEVEL, SurvivalScale.LOG_LOG);
            Mark.Edge before = edges.get(edges.size() - 1);
            edges.add(new Mark.Edge(
                    step.time(),
                    Double.isNaN(limits.lower()) ? before.low() : limits.lower(),
                    Double.isNaN(limits.upper()) ? before.high() : limits.upper()));
        }
        Mark.Edge last = edges.get(edges.size() - 1);
        edges.add(new Mark.Edge(end, last.low(), last.high()));
        return edges;
    }

    private static List<Dot> censored(TrialAtCut.Arm arm, KaplanMeier curve) {
        return arm.patients().stream()
                .filter(patient -> !patient.event())
                .mapToDouble(TrialAtCut.Patient::time)
                .sorted()
                .mapToObj(time -> Dot.of(time, curve.survival(time)))
                .toList();
    }

    /** Still observed just before each time; the number falls right after the time at which a patient leaves. */
    private static List<Point> atRisk(TrialAtCut.Arm arm) {
        double[] times = Arrays.stream(arm.times()).sorted().toArray();
        List<Point> counts = new ArrayList<>(List.of(new Point(0, times.length)));
        for (int i = 0; i < times.length; i++) {
            counts.add(new Point(Math.nextUp(times[i]), times.length - i - 1.0));
        }
        return counts;
    }
}
