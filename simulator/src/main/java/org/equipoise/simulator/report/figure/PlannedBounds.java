package org.equipoise.simulator.report.figure;

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
import org.equipoise.simulator.report.chart.Point;

/**
 * The bounds of a design with several looks on the scales of Z, of the p-value and of the hazard ratio, each over
 * information, events and calendar time; and the errors spent.
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

    /** The charts of the bounds, those on one scale together; none for a design with one look. */
    public static List<List<Chart>> of(Subject subject, TrialPlan plan) {
        PlannedBounds bounds = new PlannedBounds(subject, plan);
        return isSequential(plan)
                ? bounds.scales().stream()
                        .map(scale -> bounds.across().stream()
                                .map(across -> bounds.chart(scale, across))
                                .toList())
                        .toList()
                : List.of();
    }

    /** The chart of the errors spent; none for a design with one look. */
    public static List<Chart> spent(TrialPlan plan) {
        return isSequential(plan) ? List.of(SpentError.of(plan)) : List.of();
    }

    private static boolean isSequential(TrialPlan plan) {
        return plan.looks().size() > 1 && plan.looks().stream().anyMatch(look -> look.efficacy() != null);
    }

    /**
     * What bounds are measured by.
     *
     * @param name part of the charts' names
     * @param words what it is called
     * @param shown how a bound is told, for a description
     * @param of a bound on this scale
     * @param decimals of its labels
     * @param axis its kind and the least range that it shows
     */
    private record Scale(
            String name, String words, String shown, ToDoubleFunction<BoundPlan> of, int decimals, Axis axis) {}

    /**
     * What bounds are drawn over.
     *
     * @param name part of the charts' names
     * @param words what it is called
     * @param axis from the beginning to the last look
     * @param of a look; not finite where it has no place
     */
    private record Across(String name, String words, Axis axis, ToDoubleFunction<LookPlan> of) {}

    private List<Scale> scales() {
        return List.of(
                new Scale(
                        "z",
                        "Z",
                        "Z",
                        BoundPlan::z,
                        2,
                        new Axis(twoSided ? "|Z|" : "Z", "", Axis.Scale.LINEAR, 0, 1, List.of())),
                new Scale(
                        "p",
                        "the p-value",
                        "Nominal p-value",
                        BoundPlan::p,
                        4,
                        new Axis(twoSided ? "Two-sided p" : "One-sided p", "", Axis.Scale.LOG, 0.5, 1, List.of())),
                new Scale(
                        "hazard-ratio",
                        "the hazard ratio",
                        "Estimated hazard ratio",
                        BoundPlan::estimate,
                        3,
                        new Axis("Hazard ratio at the bound, about", "", Axis.Scale.LOG, 0.95, 1.05, List.of())));
    }

    private List<Across> across() {
        double end = plan.last().calendarTime();
        List<Across> across = new ArrayList<>(List.of(
                new Across(
                        "information",
                        "information",
                        Axis.of("Information", "% of the last look's events", 0, 108),
                        look -> 100 * look.informationFraction()),
                new Across(
                        "events",
                        "events",
                        Axis.ofNumbers("Events, all arms", 0, 1.05 * plan.last().events()),
                        LookPlan::events)));
        if (Double.isFinite(end)) {
            across.add(new Across(
                    "time",
                    "expected calendar time",
                    Axis.of("Calendar time", subject.units(), 0, 1.05 * end),
                    LookPlan::calendarTime));
        }
        return across;
    }

    private Chart chart(Scale scale, Across across) {
        List<Point> efficacy = new ArrayList<>();
        List<Point> futility = new ArrayList<>();
        for (LookPlan look : plan.looks()) {
            double at = across.of().applyAsDouble(look);
            if (look.efficacy() != null && Double.isFinite(at)) {
                efficacy.add(new Point(at, scale.of().applyAsDouble(look.efficacy())));
            }
            if (look.futility() != null && Double.isFinite(at)) {
                futility.add(new Point(at, scale.of().applyAsDouble(look.futility())));
            }
        }
        List<Point> expected =
                scale.name().equals("z") && across.name().equals("information") ? expectedZ() : List.of();
        List<Mark> marks = new ArrayList<>();
        if (!expected.isEmpty()) {
            marks.add(new Mark.Line("expected", Ink.MUTED, Dash.DOTTED, expected, false));
        }
        addBound(marks, "reject", Ink.EFFICACY, Dash.SOLID, efficacy, scale.decimals());
        addBound(marks, "stop for futility", Ink.FUTILITY, Dash.DASHED, futility, scale.decimals());
        return Chart.of(
                "bounds-" + scale.name() + "-" + across.name(),
                "Bounds on the scale of " + scale.words() + " by " + across.words(),
                scale.shown() + " at which each look rejects or stops, by " + across.words()
                        + (expected.isEmpty() ? "." : ", and the Z that is expected if the assumptions hold."),
                across.axis(),
                around(scale.axis(), List.of(efficacy, futility, expected)),
                marks);
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

    private static void addBound(List<Mark> marks, String label, Ink ink, Dash dash, List<Point> points, int decimals) {
        if (points.isEmpty()) {
            return;
        }
        marks.add(new Mark.Line(label, ink, dash, points, false));
        BoundMarks.addPoints(marks, ink, points, decimals);
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
}
