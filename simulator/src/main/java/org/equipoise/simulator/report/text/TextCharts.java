package org.equipoise.simulator.report.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.equipoise.core.planning.ExpectedEvents;
import org.equipoise.simulator.analytic.Expectations;
import org.equipoise.simulator.analytic.LookPlan;
import org.equipoise.simulator.analytic.TrialPlan;
import org.equipoise.simulator.report.PlanReport;
import org.equipoise.simulator.report.RunReport;
import org.equipoise.simulator.report.words.ScenarioWords;

/** Charts of characters, for a terminal: of what a run or a plan tells in many numbers. */
public final class TextCharts {
    private TextCharts() {}

    /**
     * Of a run: what its looks decide, where there are several, and what is expected over time.
     *
     * @param width columns of a line
     */
    public static List<String> of(RunReport report, int width) {
        List<String> lines = new ArrayList<>();
        if (report.result().looks().size() > 1) {
            lines.add("");
            lines.addAll(DecisionBars.lines(report, width));
        }
        Expectations expected = report.expectations();
        int looks = report.result().looks().size();
        addBelow(
                lines,
                new TimeCourse(
                                time -> expected.at(time).enrolled(),
                                time -> expected.at(time).events(),
                                reached(IntStream.range(0, looks)
                                        .mapToDouble(k -> expected.atLook(k).calendarTime())),
                                ScenarioWords.units(report.result().scenario()))
                        .lines(width));
        return lines;
    }

    /** Of a plan: its bounds, where there are several looks, and what is expected over time. */
    public static List<String> of(PlanReport report, int width) {
        TrialPlan plan = report.rounded() == null ? report.plan() : report.rounded();
        List<String> lines = new ArrayList<>();
        if (plan.looks().size() > 1 && !plan.hasSeveralArms()) {
            lines.add("");
            lines.addAll(BoundRows.lines(plan, width));
        }
        ExpectedEvents expected = plan.design().trial().expected();
        addBelow(
                lines,
                new TimeCourse(
                                expected::enrolled,
                                expected::events,
                                reached(plan.looks().stream().mapToDouble(LookPlan::calendarTime)),
                                ScenarioWords.units(plan.scenario()))
                        .lines(width));
        return lines;
    }

    private static List<Double> reached(DoubleStream times) {
        return times.filter(Double::isFinite).boxed().toList();
    }

    private static void addBelow(List<String> lines, List<String> chart) {
        if (!chart.isEmpty()) {
            lines.add("");
            lines.addAll(chart);
        }
    }
}
