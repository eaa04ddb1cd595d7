package org.equipoise.simulator.report.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Charts to test with. */
public final class Charts {
    static final String HOSTILE = "<script>alert('\u202Eevil')</script> & \"quotes\" " + "x".repeat(500);

    private Charts() {}

    /** One of each mark. */
    static Chart small() {
        return new Chart(
                "small",
                "A small chart",
                "One of each mark.",
                Axis.of("Time", "months", 0, 12),
                Axis.ofNumbers("Share", 0, 1),
                List.of(
                        new Mark.Band(
                                "limits",
                                Ink.ARM_1,
                                List.of(new Mark.Edge(0, 0.9, 1), new Mark.Edge(6, 0.4, 0.7)),
                                true),
                        new Mark.Line(
                                "curve", Ink.ARM_1, Dash.DASHED, List.of(new Point(0, 1), new Point(6, 0.5)), true),
                        new Mark.Dots(
                                "points",
                                Ink.EFFICACY,
                                Mark.Dots.Shape.CIRCLE,
                                List.of(new Mark.Dot(3, 0.75, 0.7, 0.8))),
                        new Mark.Bars("bars", Ink.MUTED, List.of(new Mark.Bar(0, 2, 0, 0.25))),
                        new Mark.Rule("look", Ink.TEXT, Dash.DOTTED, true, 9.5),
                        new Mark.Notes(Ink.TEXT, List.of(new Mark.Note(3, 0.75, "here")))),
                List.of(new Chart.Counts("At risk", Ink.ARM_1, List.of(new Point(0, 88), new Point(5, 40)))));
    }

    /** Any number of marks, names of any length, rules and notes as close to each other as may be. */
    static Chart random(Random random) {
        List<Mark> marks = new ArrayList<>();
        for (int i = random.nextInt(8); i >= 0; i--) {
            marks.add(new Mark.Line(
                    name(random), Ink.ofArm(i), Dash.ofArm(i), List.of(new Point(0, 0), new Point(10, 1)), false));
            marks.add(new Mark.Rule(name(random), Ink.TEXT, Dash.DOTTED, random.nextBoolean(), random.nextDouble()));
            marks.add(new Mark.Notes(
                    Ink.TEXT,
                    List.of(
                            new Mark.Note(10 * random.nextDouble(), random.nextDouble(), name(random)),
                            new Mark.Note(10 * random.nextDouble(), random.nextDouble(), "0.0250"))));
        }
        List<Chart.Counts> counts = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            counts.add(new Chart.Counts(name(random), Ink.ofArm(i), List.of(new Point(0, random.nextInt(1_000_000)))));
        }
        return new Chart(
                "random",
                name(random),
                name(random),
                random.nextBoolean() ? Axis.of(name(random) + "x", "months", 0, 10) : Axis.ofNumbers("x", 0, 10),
                Axis.ofNumbers(name(random) + "y", 0, 1),
                marks,
                counts);
    }

    private static String name(Random random) {
        String letters = "WMil1 é中<&\u0301";
        StringBuilder name = new StringBuilder();
        for (int i = random.nextInt(random.nextInt(10) == 0 ? 500 : 30); i > 0; i--) {
            name.append(letters.charAt(random.nextInt(letters.length())));
        }
        return name.toString();
    }
}
