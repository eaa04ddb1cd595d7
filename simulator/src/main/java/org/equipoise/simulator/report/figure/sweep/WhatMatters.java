package org.equipoise.simulator.report.figure.sweep;

import java.util.ArrayList;
import java.util.List;
import org.equipoise.simulator.report.chart.Axis;
import org.equipoise.simulator.report.chart.Chart;
import org.equipoise.simulator.report.chart.Ink;
import org.equipoise.simulator.report.chart.Mark;
import org.equipoise.simulator.report.chart.Mark.Dots.Shape;
import org.equipoise.simulator.report.chart.Mark.Span;
import org.equipoise.simulator.sweep.sensitivity.Sensitivity;
import org.equipoise.simulator.sweep.sensitivity.Share;

/** Which assumption matters most: the share of the variation of power that each explains. */
public final class WhatMatters {
    /** Between the two points of a row, as a share of its height. */
    private static final double APART = 0.16;

    private WhatMatters() {}

    /**
     * The chart.
     *
     * @param names of the shares, in their order
     * @param figure {@code power} or {@code type I error}
     */
    public static Chart of(Sensitivity told, List<String> names, String figure) {
        List<String> rows = new ArrayList<>();
        List<Span> alone = new ArrayList<>();
        List<Span> inAll = new ArrayList<>();
        for (int s = told.shares().size() - 1; s >= 0; s--) {
            Share share = told.shares().get(s);
            double y = rows.size();
            rows.add(names.get(s));
            alone.add(Span.of(told.overGrid() ? y + APART : y, 100 * share.alone()));
            if (told.overGrid()) {
                inAll.add(Span.of(y - APART, 100 * share.inAll()));
            }
        }
        List<Mark> marks = new ArrayList<>();
        marks.add(new Mark.Spans(told.overGrid() ? "alone" : "share", Ink.TEXT, Shape.CIRCLE, alone));
        if (told.overGrid()) {
            marks.add(new Mark.Spans("together with others", Ink.MUTED, Shape.DIAMOND, inAll));
        }
        return Chart.of(
                "what-matters",
                "What matters most",
                told.overGrid()
                        ? "Shares of the variance of " + figure
                                + " over the grid, every level counting the same and Monte"
                                + " Carlo noise taken out: alone, and together with other factors. They say as much about"
                                + " the values chosen as about the trial."
                        : "Squared coefficients of a regression of ranks of " + figure
                                + " on those of what is sampled. They say as much about the distributions chosen as about"
                                + " the trial.",
                Axis.of("Share of the variance of " + figure, "%", -2, 102),
                Axis.ofRows("Factor", rows),
                marks);
    }
}
