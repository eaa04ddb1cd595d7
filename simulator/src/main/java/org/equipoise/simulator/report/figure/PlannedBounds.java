package org.equipoise.simulator.report.figure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.equipoise.simulator.analytic.BoundPlan;
import org.equipoise.simulator.analytic.LookPlan;
import org.equipoise.simulator.analytic.PlannedDrift;
import org.equipoise.simulator.analytic.TrialPlan;
import org.equipoise.simulator.report.chart.Axis;
import org.equipoise.simulator.report.chart.Chart;
import org.equipoise.simulator.report.chart.Dash;
import org.equipoise.simulator.report.chart.Ink;
import org.equipoise.simulator.report.chart.Mark;
import org.equipoise.simulator.report.chart.Mark.Dot;
import org.equipoise.simulator.report.chart.Mark.Note;
import org.equipoise.simulator.report.chart.Point;

/**
 * The bounds of a design with several looks: Z over information, the p-value over calendar time, the hazard ratio over
 * events; and the errors spent.
 */
public final class PlannedBounds {
    private static final int POINTS = 41;

    private final Subject subject;
    private final TrialPlan plan;
    private final boolean twoSided;

    private PlannedBounds(Subject subject, TrialPlan plan) {
        this.subject = subject;
        this.plan = plan;
        twoSided = subject.scenario().analysis().sides() == 2;
    }

    /** The charts; none for a design with one look. */
    public static List<Chart> of(Subject subject, TrialPlan plan) {
        PlannedBounds bounds = new PlannedBounds(subject, plan);
        boolean some = plan.looks().stream().anyMatch(look -> look.efficacy() != null);
        return plan.looks().size() < 2 || !some
                ? List.of()
                : List.of(bounds.onZ(), bounds.onP(), bounds.onHazardRatio(), bounds.spent());
    }

    private Chart onZ() {
        Axis across = Axis.of("Information", "% of the last look's events", 0, 100);
        List<Point> expected = expectedZ();
        return chart(
                "bounds-z",
                "Bounds on the scale of Z",
                "Z at which each look rejects or stops, by information"
                        + (expected.isEmpty() ? "." : ", and the Z that is expected if the assumptions hold."),
                across,
                look -> 100 * look.informationFraction(),
                BoundPlan::z,
                2,
                new Axis(twoSided ? "|Z|" : "Z", "", Axis.Scale.LINEAR, 0, 1, List.of()),
                expected);
    }

    /** Mean of Z by information, the planned drift times its root; empty where the hazard ratio changes over time. */
    private List<Point> expectedZ() {
        List<Point> points = new ArrayList<>();
        PlannedDrift.of(
                        subject.scenario(),
                        subject.scenario().experimentalArms().get(0),
                        plan.last().events())
                .ifPresent(drift -> {
                    for (double root : Numbers.grid(0, 1, POINTS)) {
                        points.add(new Point(100 * root * root, drift * root));
                    }
                });
        return points;
    }

    private Chart onP() {
        double end = plan.last().calendarTime();
        double last = Double.isFinite(end) ? end : 1;
        return chart(
                "bounds-p",
                "Bounds on the scale of the p-value",
                "Nominal p-value at which each look rejects or stops, by the calendar time at which it is expected.",
                Axis.of("Calendar time", subject.units(), 0, 1.05 * last),
                look -> look.calendarTime(),
                BoundPlan::p,
                4,
                new Axis(twoSided ? "Two-sided p" : "One-sided p", "", Axis.Scale.LOG, 0.5, 1, List.of()),
                List.of());
    }

    private Chart onHazardRatio() {
        return chart(
                "bounds-hazard-ratio",
                "Bounds on the scale of the hazard ratio",
                "Estimated hazard ratio at which each look rejects or stops, about, by events.",
                Axis.ofNumbers("Events, all arms", 0, 1.05 * plan.last().events()),
                LookPlan::events,
                BoundPlan::estimate,
                3,
                new Axis("Hazard ratio at the bound, about", "", Axis.Scale.LOG, 0.95, 1.05, List.of()),
                List.of());
    }

    private Chart chart(
            String name,
            String title,
            String description,
            Axis x,
            ToDoubleFunction<LookPlan> across,
            ToDoubleFunction<BoundPlan> up,
            int decimals,
            Axis scale,
            List<Point> expected) {
        List<Point> efficacy = new ArrayList<>();
        List<Point> futility = new ArrayList<>();
        for (LookPlan look : plan.looks()) {
            double at = across.applyAsDouble(look);
            if (look.efficacy() != null && Double.isFinite(at)) {
                efficacy.add(new Point(at, up.applyAsDouble(look.efficacy())));
            }
            if (look.futility() != null && Double.isFinite(at)) {
                futility.add(new Point(at, up.applyAsDouble(look.futility())));
            }
        }
        List<Mark> marks = new ArrayList<>();
        if (!expected.isEmpty()) {
            marks.add(new Mark.Line("expected", Ink.MUTED, Dash.DOTTED, expected, false));
        }
        addBound(marks, "reject", Ink.EFFICACY, Dash.SOLID, efficacy, decimals);
        addBound(marks, "stop for futility", Ink.FUTILITY, Dash.DASHED, futility, decimals);
        return Chart.of(name, title, description, x, around(scale, List.of(efficacy, futility, expected)), marks);
    }

    private static void addBound(List<Mark> marks, String label, Ink ink, Dash dash, List<Point> points, int decimals) {
        if (points.isEmpty()) {
            return;
        }
        marks.add(new Mark.Line(label, ink, dash, points, false));
        marks.add(new Mark.Dots(
                "",
                ink,
                Mark.Dots.Shape.CIRCLE,
                points.stream().map(p -> Dot.of(p.x(), p.y())).toList()));
        marks.add(new Mark.Notes(
                ink,
                points.stream()
                        .map(p -> new Note(p.x(), p.y(), shown(p.y(), decimals)))
                        .toList()));
    }

    /** Small probabilities with two digits that are not 0. */
    private static String shown(double value, int decimals) {
        return decimals >= 4 && value > 0 && value < 0.001
                ? new BigDecimal(value).round(new MathContext(2)).toPlainString()
                : Numbers.fixed(value, decimals);
    }

    /** An axis of that kind with room for all points and their words. */
    private static Axis around(Axis kind, List<List<Point>> drawn) {
        double low = kind.low();
        double high = kind.high();
        for (List<Point> points : drawn) {
            for (Point point : points) {
                low = Math.min(low, point.y());
                high = Math.max(high, point.y());
            }
        }
        double room = kind.scale() == Axis.Scale.LOG ? 0.12 * Math.log(high / low) : 0.12 * (high - low);
        return kind.scale() == Axis.Scale.LOG
                ? new Axis(
                        kind.title(),
                        kind.unit(),
                        kind.scale(),
                        low * Math.exp(-room),
                        high * Math.exp(room),
                        List.of())
                : new Axis(kind.title(), kind.unit(), kind.scale(), low - room, high + room, List.of());
    }

    private Chart spent() {
        List<Point> alpha = new ArrayList<>(List.of(new Point(0, 0)));
        List<Point> beta = new ArrayList<>(List.of(new Point(0, 0)));
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
        addBound(marks, "α, under the null hypothesis", Ink.EFFICACY, Dash.SOLID, alpha, 4);
        if (beta.size() > 1) {
            addBound(marks, "β, under the alternative", Ink.FUTILITY, Dash.DASHED, beta, 4);
        }
        double top = Math.max(
                alpha.get(alpha.size() - 1).y(), beta.get(beta.size() - 1).y());
        return Chart.of(
                "error-spent",
                "Error spent",
                "Probability, by information, of having crossed an efficacy bound under the null hypothesis and a"
                        + " futility bound under the alternative.",
                Axis.of("Information", "% of the last look's events", 0, 100),
                Axis.ofNumbers("Error spent", 0, Numbers.roundUp(1.1 * top)),
                marks);
    }
}
