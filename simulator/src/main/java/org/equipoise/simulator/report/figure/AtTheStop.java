package org.equipoise.simulator.report.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.equipoise.simulator.analytic.ConstantHazardRatio;
import org.equipoise.simulator.engine.Decision;
import org.equipoise.simulator.report.chart.Axis;
import org.equipoise.simulator.report.chart.Chart;
import org.equipoise.simulator.report.chart.Dash;
import org.equipoise.simulator.report.chart.Ink;
import org.equipoise.simulator.report.chart.Mark;
import org.equipoise.simulator.report.chart.Mark.Dots.Shape;
import org.equipoise.simulator.report.chart.Mark.Span;
import org.equipoise.simulator.scenario.Scenario;

/** Hazard ratio and Z of simulated trials when they stop, by the look and the decision there. */
public final class AtTheStop {
    /** Fewer trials than this have no quantiles worth showing. */
    private static final int FEWEST = 40;

    private static final double LOW = 0.05;
    private static final double HIGH = 0.95;

    private final Subject subject;
    private final ReplicateColumns trace;
    private final List<String> rows = new ArrayList<>();

    private AtTheStop(Subject subject, ReplicateColumns trace) {
        this.subject = subject;
        this.trace = trace;
    }

    /** Both charts; without that of the hazard ratio where none is estimated, none where no trial stops. */
    public static List<Chart> of(Subject subject, ReplicateColumns trace) {
        List<Chart> charts = new ArrayList<>(new AtTheStop(subject, trace).hazardRatio());
        charts.addAll(new AtTheStop(subject, trace).z());
        return charts;
    }

    /** What a figure of a replicate is at a look. */
    private interface Quantity {
        double of(int replicate, int look);
    }

    private List<Chart> hazardRatio() {
        List<Mark> marks = marks((i, k) -> Math.exp(trace.logHazardRatioOf(i, k)));
        if (marks.isEmpty()) {
            return List.of();
        }
        Scenario scenario = subject.scenario();
        double[] ends = ends(marks);
        OptionalDouble assumed =
                ConstantHazardRatio.of(scenario, scenario.experimentalArms().get(0));
        if (assumed.isPresent()) {
            double ratio = assumed.getAsDouble();
            marks.add(new Mark.Rule("assumed " + Numbers.fixed(ratio, 2), Ink.AXIS, Dash.DOTTED, true, ratio));
            ends = new double[] {Math.min(ends[0], ratio), Math.max(ends[1], ratio)};
        }
        return List.of(chart(
                "hazard-ratio-at-stop",
                "Estimated hazard ratio at the stop",
                Axis.ofRatios(
                        "Hazard ratio, " + subject.arms().get(1) + " over "
                                + subject.arms().get(0),
                        0.95 * ends[0],
                        1.05 * ends[1]),
                marks));
    }

    private List<Chart> z() {
        List<Mark> marks = marks(trace::zOf);
        if (marks.isEmpty()) {
            return List.of();
        }
        double[] ends = ends(marks);
        return List.of(chart(
                "z-at-stop",
                Subject.statistic(subject.scenario()) + " at the stop",
                Axis.ofNumbers("Z; above 0 favours " + subject.arms().get(1), ends[0] - 0.2, ends[1] + 0.2),
                marks));
    }

    private Chart chart(String name, String title, Axis across, List<Mark> marks) {
        return Chart.of(
                name,
                title,
                "Median and the span of nine in ten of the first " + Numbers.grouped(trace.size())
                        + " replicates, by the look at which they stop and the decision there; rows of fewer than "
                        + FEWEST + " replicates are left out.",
                across,
                Axis.ofRows("Stop", rows),
                marks);
    }

    private static double[] ends(List<Mark> marks) {
        return new double[] {
            marks.stream().flatMap(Mark::extent).mapToDouble(p -> p.x()).min().orElseThrow(),
            marks.stream().flatMap(Mark::extent).mapToDouble(p -> p.x()).max().orElseThrow()
        };
    }

    /** A mark for each decision that occurs; the last look is the lowest row. */
    private List<Mark> marks(Quantity quantity) {
        List<Span> reject = new ArrayList<>();
        List<Span> futile = new ArrayList<>();
        List<Span> not = new ArrayList<>();
        String last = subject.looks() == 1 ? "not rejected" : "neither";
        for (int k = subject.looks() - 1; k >= 0; k--) {
            String at = subject.looks() == 1 ? "" : "Look " + (k + 1) + ", ";
            add(not, at + last, k, Decision.NOT_REJECTED, quantity);
            add(futile, at + "futile", k, Decision.FUTILE, quantity);
            add(reject, at + "rejected", k, Decision.REJECT, quantity);
        }
        List<Mark> marks = new ArrayList<>();
        addMark(marks, "rejected", Ink.EFFICACY, Shape.CIRCLE, reject);
        addMark(marks, "futile", Ink.FUTILITY, Shape.DIAMOND, futile);
        addMark(marks, last, Ink.MUTED, Shape.CIRCLE, not);
        return marks;
    }

    private void add(List<Span> spans, String row, int look, Decision decision, Quantity quantity) {
        double[] values = IntStream.range(0, trace.size())
                .filter(i -> trace.decisionOf(i, look) == decision)
                .mapToDouble(i -> quantity.of(i, look))
                .filter(Double::isFinite)
                .toArray();
        if (values.length >= FEWEST) {
            Arrays.sort(values);
            spans.add(new Span(
                    rows.size(),
                    Numbers.quantile(values, 0.5),
                    Numbers.quantile(values, LOW),
                    Numbers.quantile(values, HIGH)));
            rows.add(row);
        }
    }

    private static void addMark(List<Mark> marks, String label, Ink ink, Shape shape, List<Span> spans) {
        if (!spans.isEmpty()) {
            marks.add(new Mark.Spans(label, ink, shape, spans));
        }
    }
}
