package org.equipoise.simulator.report.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import org.equipoise.core.sequential.Interim;
import org.equipoise.core.sequential.StoppingBounds;
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
import org.jspecify.annotations.Nullable;

/** Conditional and predictive power against what an interim look shows. */
public final class InterimPower {
    private static final int POINTS = 61;

    private final Subject subject;
    private final TrialPlan plan;
    private final StoppingBounds bounds;
    private final OptionalDouble drift;

    private InterimPower(Subject subject, TrialPlan plan) {
        this.subject = subject;
        this.plan = plan;
        bounds = plan.design().comparison(0).bounds();
        drift = PlannedDrift.of(
                subject.scenario(),
                subject.scenario().experimentalArms().get(0),
                plan.last().events());
    }

    /** A chart for each look before the last, where there is one comparison. */
    public static List<Chart> of(Subject subject, TrialPlan plan) {
        if (plan.hasSeveralArms()) {
            return List.of();
        }
        InterimPower power = new InterimPower(subject, plan);
        return plan.looks().subList(0, plan.looks().size() - 1).stream()
                .map(power::at)
                .toList();
    }

    private Chart at(LookPlan look) {
        Interim interim = Interim.of(bounds, look.look());
        double low =
                Math.min(-0.5, look.futility() == null ? -0.5 : look.futility().z() - 0.5);
        double high =
                Math.max(3.5, look.efficacy() == null ? 3.5 : look.efficacy().z() + 0.25);
        List<Mark> marks = new ArrayList<>();
        drift.ifPresent(planned ->
                marks.add(line("planned effect", Dash.SOLID, low, high, z -> interim.conditionalPower(z, planned))));
        marks.add(line("effect as seen", Dash.DASHED, low, high, interim::powerUnderTrend));
        marks.add(line("predictive, flat prior", Dash.DOTTED, low, high, interim::predictivePower));
        bound(marks, "futile", Ink.FUTILITY, Dash.DOTTED, look.futility());
        bound(marks, "reject", Ink.EFFICACY, Dash.DASHED, look.efficacy());
        return Chart.of(
                "interim-power-look-" + look.look(),
                "Power that is left at look " + look.look(),
                "Probability that a later look rejects, by Z at this look, all bounds obeyed: conditional power under the"
                        + " planned effect and under the effect as seen, and predictive power with a flat prior. HR: about"
                        + " the estimated hazard ratio at that Z.",
                Axis.ofNumbers(
                        "Z at look " + look.look() + "; above 0 favours "
                                + subject.arms().get(1),
                        low,
                        high),
                Axis.ofNumbers("Power that is left", 0, 1),
                marks);
    }

    private static Mark line(String label, Dash dash, double low, double high, DoubleUnaryOperator power) {
        List<Point> points = new ArrayList<>();
        for (double z : Numbers.grid(low, high, POINTS)) {
            points.add(new Point(z, Math.max(0, Math.min(1, power.applyAsDouble(z)))));
        }
        return new Mark.Line(label, Ink.TEXT, dash, points, false);
    }

    private static void bound(List<Mark> marks, String word, Ink ink, Dash dash, @Nullable BoundPlan bound) {
        if (bound != null) {
            String label = word + " " + Numbers.fixed(bound.z(), 2) + ", HR " + Numbers.fixed(bound.estimate(), 2);
            marks.add(new Mark.Rule(label, ink, dash, true, bound.z()));
        }
    }
}
