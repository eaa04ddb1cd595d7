package org.equipoise.simulator.report.figure;

import java.util.ArrayList;
import java.util.List;
import org.equipoise.simulator.analytic.Expectations;
import org.equipoise.simulator.analytic.LookExpectation;
import org.equipoise.simulator.design.BoundPlan;
import org.equipoise.simulator.report.chart.Axis;
import org.equipoise.simulator.report.chart.Chart;
import org.equipoise.simulator.report.chart.Dash;
import org.equipoise.simulator.report.chart.Ink;
import org.equipoise.simulator.report.chart.Mark;
import org.equipoise.simulator.report.chart.Point;

/** Patients and events over calendar time: expected, with the band in which nine trials in ten lie, and the looks. */
public final class PatientsAndEvents {
    private static final int POINTS = 61;

    private PatientsAndEvents() {}

    /** The chart. */
    public static Chart of(Subject subject, Expectations expectations, BoundPlan bounds) {
        double end = Horizon.calendar(subject, expectations);
        double[] times = Numbers.grid(0, end, POINTS);
        Prediction prediction = Prediction.of(subject.scenario(), bounds, times);
        List<Point> enrolled = new ArrayList<>();
        List<Point> events = new ArrayList<>();
        List<List<Point>> byArm = new ArrayList<>();
        subject.arms().forEach(arm -> byArm.add(new ArrayList<>()));
        for (double time : times) {
            LookExpectation at = expectations.at(time);
            enrolled.add(new Point(time, at.enrolled()));
            events.add(new Point(time, at.events()));
            int a = 0;
            for (double inArm : at.eventsByArm().values()) {
                byArm.get(a++).add(new Point(time, inArm));
            }
        }
        List<Mark> marks = new ArrayList<>();
        marks.add(new Mark.Band("", Ink.MUTED, prediction.enrolled(), false));
        marks.add(new Mark.Band("9 in 10 trials", Ink.MUTED, prediction.events(), false));
        marks.add(new Mark.Line("patients enrolled", Ink.TEXT, Dash.DASHED, enrolled, false));
        marks.add(new Mark.Line("events, all arms", Ink.TEXT, Dash.SOLID, events, false));
        for (int a = 0; a < byArm.size(); a++) {
            marks.add(new Mark.Line(
                    "events, " + subject.arms().get(a), Ink.ofArm(a), Dash.ofArm(a), byArm.get(a), false));
        }
        marks.addAll(looks(subject, expectations));
        return Chart.of(
                "patients-and-events",
                "Expected enrolment and events",
                "Patients enrolled and events by calendar time: lines are expectations, bands hold nine in ten of "
                        + prediction.replicates()
                        + " simulated trials, upright lines are the looks where they are expected.",
                Axis.of("Calendar time", subject.units(), 0, end),
                Axis.ofNumbers(
                        "Patients or events",
                        0,
                        Numbers.roundUp(subject.scenario().enrolment().patients())),
                marks);
    }

    /** A rule at each look that is expected at all. */
    private static List<Mark> looks(Subject subject, Expectations expectations) {
        List<Mark> rules = new ArrayList<>();
        for (int k = 0; k < subject.looks(); k++) {
            LookExpectation look = expectations.atLook(k);
            if (look.isReached()) {
                String name = subject.looks() == 1 ? "analysis" : "look " + (k + 1);
                rules.add(new Mark.Rule(
                        name + ", " + subject.unit() + " " + Numbers.fixed(look.calendarTime(), 1),
                        Ink.TEXT,
                        Dash.DOTTED,
                        true,
                        look.calendarTime()));
            }
        }
        return rules;
    }
}
