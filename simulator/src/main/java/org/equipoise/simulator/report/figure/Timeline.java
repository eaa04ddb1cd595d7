package org.equipoise.simulator.report.figure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.equipoise.simulator.analytic.Expectations;
import org.equipoise.simulator.report.chart.Axis;
import org.equipoise.simulator.report.chart.Chart;
import org.equipoise.simulator.report.chart.Ink;
import org.equipoise.simulator.report.chart.Mark;
import org.equipoise.simulator.report.chart.Mark.Bar;
import org.equipoise.simulator.report.chart.Mark.Span;

/** A Gantt chart: enrolment, follow-up, and where each look lies in nine trials in ten. */
public final class Timeline {
    private static final double HALF = 0.28;

    private Timeline() {}

    /** The chart; empty where no look is reached. */
    public static List<Chart> of(Subject subject, Expectations expectations, ReplicateColumns trace) {
        int looks = trace.looks();
        double enrolled = subject.scenario().enrolment().enrolment().duration();
        List<String> rows = new ArrayList<>();
        List<Span> spans = new ArrayList<>();
        double end = enrolled;
        for (int k = 0; k < looks; k++) {
            double[] times = trace.times(looks - 1 - k);
            rows.add(looks == 1 ? "Analysis" : "Look " + (looks - k));
            if (times.length > 0) {
                double late = Numbers.quantile(times, 0.95);
                spans.add(new Span(k, Numbers.quantile(times, 0.5), Numbers.quantile(times, 0.05), late));
                end = Math.max(end, late);
            }
        }
        if (spans.isEmpty()) {
            return List.of();
        }
        Collections.addAll(rows, "Follow-up", "Enrolment");
        double expected = expectations.atLook(looks - 1).calendarTime();
        double last = Double.isFinite(expected) ? expected : end;
        List<Mark> marks = new ArrayList<>();
        marks.add(new Mark.Bars(
                "enrolment, expected", Ink.MUTED, List.of(new Bar(0, enrolled, looks + 1 - HALF, looks + 1 + HALF))));
        if (last > enrolled) {
            marks.add(new Mark.Bars(
                    "follow-up after it", Ink.AXIS, List.of(new Bar(enrolled, last, looks - HALF, looks + HALF))));
        }
        marks.add(new Mark.Spans("look: median, 9 in 10 trials", Ink.TEXT, Mark.Dots.Shape.DIAMOND, spans));
        return List.of(Chart.of(
                "timeline",
                "Timeline",
                "Enrolment and follow-up as expected; for each look the span of calendar time in which it lies in nine of"
                        + " ten simulated trials, with the median.",
                Axis.of("Calendar time", subject.units(), 0, 1.03 * Math.max(end, last)),
                Axis.ofRows("Phase", rows),
                marks));
    }
}
