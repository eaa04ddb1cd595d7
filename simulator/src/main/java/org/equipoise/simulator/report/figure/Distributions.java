package org.equipoise.simulator.report.figure;

import java.util.ArrayList;
import java.util.List;
import org.equipoise.simulator.design.BoundPlan;
import org.equipoise.simulator.report.chart.Axis;
import org.equipoise.simulator.report.chart.Chart;
import org.equipoise.simulator.report.chart.Dash;
import org.equipoise.simulator.report.chart.Ink;
import org.equipoise.simulator.report.chart.Mark;
import org.equipoise.simulator.report.chart.Mark.Bar;

/** How Z and the time of each look scatter over replicates. */
public final class Distributions {
    private static final int BINS = 40;

    private final Subject subject;
    private final ReplicateColumns trace;

    private Distributions(Subject subject, ReplicateColumns trace) {
        this.subject = subject;
        this.trace = trace;
    }

    /** For each look that is ever reached a chart of Z and one of its calendar time. */
    public static List<Chart> of(Subject subject, ReplicateColumns trace, BoundPlan bounds) {
        Distributions distributions = new Distributions(subject, trace);
        List<Chart> charts = new ArrayList<>();
        for (int k = 0; k < trace.looks(); k++) {
            if (trace.z(k).length > 0) {
                charts.add(distributions.z(k, bounds));
                charts.add(distributions.time(k));
            }
        }
        return charts;
    }

    private String at(int look) {
        return trace.looks() == 1 ? "" : " at look " + (look + 1);
    }

    private Chart z(int look, BoundPlan bounds) {
        List<Bar> bars = Histogram.of(trace.z(look), BINS);
        double efficacy = bounds.comparison(0).efficacy(look);
        double futility = bounds.comparison(0).futility(look);
        List<Mark> marks = new ArrayList<>(List.of(new Mark.Bars("share of replicates", Ink.ofArm(1), bars)));
        double low = bars.get(0).from();
        double high = bars.get(bars.size() - 1).to();
        if (Double.isFinite(efficacy)) {
            marks.add(new Mark.Rule("reject " + Numbers.fixed(efficacy, 2), Ink.EFFICACY, Dash.DASHED, true, efficacy));
            high = Math.max(high, efficacy);
        }
        if (Double.isFinite(futility)) {
            marks.add(new Mark.Rule("futile " + Numbers.fixed(futility, 2), Ink.FUTILITY, Dash.DOTTED, true, futility));
            low = Math.min(low, futility);
        }
        return Chart.of(
                "z-look-" + (look + 1),
                Subject.statistic(subject.scenario()) + at(look),
                "Histogram of Z over the first " + Numbers.grouped(trace.size())
                        + " replicates, whether or not they stopped before, with the bounds as planned.",
                Axis.ofNumbers("Z; above 0 favours " + subject.arms().get(1), low, high),
                share(bars),
                marks);
    }

    private Chart time(int look) {
        List<Bar> bars = Histogram.of(trace.times(look), BINS);
        return Chart.of(
                "time-look-" + (look + 1),
                trace.looks() == 1 ? "Time of the analysis" : "Time of look " + (look + 1),
                "Histogram of calendar time over the first " + Numbers.grouped(trace.size())
                        + " replicates, whether or not they stopped before.",
                Axis.of(
                        "Calendar time",
                        subject.units(),
                        bars.get(0).from(),
                        bars.get(bars.size() - 1).to()),
                share(bars),
                List.of(new Mark.Bars("share of replicates", Ink.MUTED, bars)));
    }

    private static Axis share(List<Bar> bars) {
        double top = bars.stream().mapToDouble(Bar::high).max().orElse(1);
        return Axis.ofNumbers("Share of replicates", 0, Math.min(1, Numbers.roundUp(1.02 * top)));
    }
}
