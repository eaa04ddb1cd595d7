package org.equipoise.simulator.report.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.function.DoubleUnaryOperator;
import org.equipoise.core.distribution.EventTimeDistribution;
import org.equipoise.simulator.analytic.Expectations;
import org.equipoise.simulator.report.chart.Axis;
import org.equipoise.simulator.report.chart.Chart;
import org.equipoise.simulator.report.chart.Dash;
import org.equipoise.simulator.report.chart.Ink;
import org.equipoise.simulator.report.chart.Mark;
import org.equipoise.simulator.report.chart.Point;

/** What is assumed of the endpoint: survival, hazard, and hazard ratio since randomisation. */
public final class AssumedCurves {
    private static final int POINTS = 81;

    private final Subject subject;
    private final List<EventTimeDistribution> arms;
    private final double end;

    private AssumedCurves(Subject subject, double end) {
        this.subject = subject;
        this.end = end;
        arms = subject.scenario().armsControlFirst().stream()
                .map(subject.scenario()::eventTime)
                .toList();
    }

    /** The three charts. */
    public static List<Chart> of(Subject subject, Expectations expectations) {
        AssumedCurves curves = new AssumedCurves(subject, Horizon.followUp(subject, expectations));
        return List.of(curves.survival(), curves.hazard(), curves.ratio());
    }

    private Axis time() {
        return Axis.of("Time since randomisation", subject.units(), 0, end);
    }

    private Chart survival() {
        List<Mark> marks = new ArrayList<>();
        for (int a = 0; a < arms.size(); a++) {
            marks.add(line(a, points(arms.get(a)::survival, a)));
        }
        return Chart.of(
                "assumed-survival",
                "Assumed survival: " + subject.endpoint(),
                "Share of patients without event by time since randomisation, in each arm, as assumed.",
                time(),
                Axis.ofNumbers("Share without event", 0, 1),
                marks);
    }

    private Chart hazard() {
        List<List<Point>> curves = new ArrayList<>();
        double top = 0;
        for (int a = 0; a < arms.size(); a++) {
            List<Point> points = points(arms.get(a)::hazard, a);
            curves.add(points);
            top = Math.max(
                    top,
                    points.stream()
                            .filter(p -> p.x() >= end / 50 && Double.isFinite(p.y()))
                            .mapToDouble(Point::y)
                            .max()
                            .orElse(0));
        }
        double high = top > 0 ? Numbers.roundUp(1.05 * top) : 1;
        List<Mark> marks = new ArrayList<>();
        for (int a = 0; a < arms.size(); a++) {
            marks.add(line(a, curves.get(a).stream().filter(p -> p.y() <= high).toList()));
        }
        return Chart.of(
                "assumed-hazard",
                "Assumed hazard: " + subject.endpoint(),
                "Events per patient and " + subject.unit() + " among those still without, in each arm, as assumed.",
                time(),
                Axis.of("Hazard", "events per patient and " + subject.unit(), 0, high),
                marks);
    }

    private Chart ratio() {
        double nullRatio = subject.scenario().analysis().test().hazardRatioH0();
        List<Mark> marks = new ArrayList<>();
        marks.add(new Mark.Rule(
                "null hypothesis: " + Numbers.fixed(nullRatio, nullRatio == 1 ? 0 : 2),
                Ink.AXIS,
                Dash.DOTTED,
                false,
                nullRatio));
        double low = Math.min(1, nullRatio);
        double high = Math.max(1, nullRatio);
        for (int a = 1; a < arms.size(); a++) {
            EventTimeDistribution arm = arms.get(a);
            List<Point> all = points(t -> arm.hazard(t) / arms.get(0).hazard(t), a).stream()
                    .filter(p -> p.y() > 0.01 && p.y() < 100)
                    .toList();
            for (Point point : all) {
                if (point.x() >= end / 50) {
                    low = Math.min(low, point.y());
                    high = Math.max(high, point.y());
                }
            }
            // At the very beginning hazards may be none or endless, and their ratio would stretch the axis.
            double least = low;
            double most = high;
            marks.add(line(
                    a,
                    all.stream()
                            .filter(p -> p.x() >= end / 50 || p.y() >= least && p.y() <= most)
                            .toList()));
        }
        return Chart.of(
                "assumed-hazard-ratio",
                "Assumed hazard ratio: " + subject.endpoint(),
                "Hazard ratio of each experimental arm over " + subject.arms().get(0)
                        + " by time since randomisation, as assumed.",
                time(),
                Axis.ofRatios("Hazard ratio over " + subject.arms().get(0), Math.min(0.5, low / 1.1), 1.1 * high),
                marks);
    }

    private Mark line(int arm, List<Point> points) {
        return new Mark.Line(subject.arms().get(arm), Ink.ofArm(arm), Dash.ofArm(arm), points, false);
    }

    /** On an even grid and, where a curve is not smooth, on both sides of the place. */
    private List<Point> points(DoubleUnaryOperator curve, int arm) {
        TreeSet<Double> times = new TreeSet<>();
        Arrays.stream(Numbers.grid(0, end, POINTS)).forEach(times::add);
        for (EventTimeDistribution each : List.of(arms.get(0), arms.get(arm))) {
            for (double knot : each.knots()) {
                if (knot > 0 && knot < end) {
                    times.add(Math.nextDown(knot));
                    times.add(knot);
                }
            }
        }
        return times.stream()
                .map(time -> new Point(time, curve.applyAsDouble(time)))
                .filter(point -> Double.isFinite(point.y()))
                .toList();
    }
}
