package org.equipoise.simulator.report.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.equipoise.simulator.engine.summary.Estimate;
import org.equipoise.simulator.report.chart.Axis;
import org.equipoise.simulator.report.chart.Chart;
import org.equipoise.simulator.report.chart.Dash;
import org.equipoise.simulator.report.chart.Ink;
import org.equipoise.simulator.report.chart.Mark;
import org.equipoise.simulator.report.chart.Point;

/** How the estimate of power settles as replicates are added. */
public final class Convergence {
    private Convergence() {}

    /** The chart; empty where there are too few replicates to see anything. */
    public static List<Chart> of(Subject subject, ReplicateColumns trace, OptionalDouble analytic) {
        List<Point> power = new ArrayList<>();
        List<Mark.Edge> limits = new ArrayList<>();
        double low = analytic.orElse(1);
        double high = analytic.orElse(0);
        for (long[] pair : trace.running()) {
            Estimate estimate = Estimate.proportion(pair[1], pair[0]);
            power.add(new Point(pair[0], estimate.value()));
            limits.add(new Mark.Edge(pair[0], estimate.low(), estimate.high()));
            low = Math.min(low, estimate.low());
            high = Math.max(high, estimate.high());
        }
        if (power.size() < 3) {
            return List.of();
        }
        List<Mark> marks = new ArrayList<>();
        marks.add(new Mark.Band("95 % limits", Ink.MUTED, limits, false));
        marks.add(new Mark.Line("simulated power", Ink.TEXT, Dash.SOLID, power, false));
        analytic.ifPresent(value -> marks.add(new Mark.Rule("analytic", Ink.AXIS, Dash.DASHED, false, value)));
        String comparison = subject.arms().size() == 2
                ? ""
                : ", " + subject.arms().get(1) + " against " + subject.arms().get(0);
        double room = 0.05 * (high - low);
        return List.of(Chart.of(
                "convergence",
                "Convergence of power",
                "Share of replicates that reject" + comparison
                        + ", with 95 % limits, as replicates are added in their order.",
                Axis.ofRatios(
                        "Replicates",
                        power.get(0).x(),
                        power.get(power.size() - 1).x()),
                Axis.ofNumbers("Power", Math.max(0, low - room), Math.min(1, high + room)),
                marks));
    }
}
