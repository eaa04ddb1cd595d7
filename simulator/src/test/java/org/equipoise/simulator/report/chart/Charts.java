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

    /** A heat map of three columns and two rows, one square missing. */
    static Chart heatMap(String title) {
        return Chart.of(
                "map",
                title,
                "Squares.",
                Axis.ofRows("Hazard ratio", List.of("0.55", "0.62", "0.70")),
                Axis.ofRows("Patients", List.of("160", "176")),
                List.of(new Mark.Cells(
                        "Power",
                        Ramp.over(0.52, 0.93),
                        List.of(
                                new Mark.Cell(0, 0, 0.92, "0.92"),
                                new Mark.Cell(1, 0, 0.78, "0.78"),
                                new Mark.Cell(2, 0, 0.52, "0.52"),
                                new Mark.Cell(0, 1, 0.93, "0.93"),
                                new Mark.Cell(1, 1, 0.79, "0.79")))));
    }

    /** A heat map or rows of points, of any size and with names of any length; or small multiples of either. */
    static Picture randomRows(Random random) {
        boolean map = random.nextBoolean();
        List<String> rows = names(random, 1 + random.nextInt(25));
        List<String> columns = names(random, 1 + random.nextInt(25));
        Axis x = map ? Axis.ofRows(name(random) + "x", columns) : Axis.ofNumbers(name(random) + "x", 0, 1);
        Axis y = Axis.ofRows(name(random) + "y", rows);
        String label = name(random) + "l";
        List<Chart> panels = new ArrayList<>();
        for (int p = random.nextBoolean() ? 0 : 1 + random.nextInt(8); p >= 0; p--) {
            List<Mark.Cell> cells = new ArrayList<>();
            List<Mark.Span> spans = new ArrayList<>();
            for (int r = 0; r < rows.size(); r++) {
                double value = random.nextDouble();
                spans.add(new Mark.Span(r, value, 0.9 * value, value));
                for (int c = 0; c < columns.size(); c++) {
                    cells.add(new Mark.Cell(c, r, random.nextDouble(), "0." + random.nextInt(1000)));
                }
            }
            Mark mark = map
                    ? new Mark.Cells(label, Ramp.over(0, 1), cells)
                    : new Mark.Spans(label, Ink.EFFICACY, Mark.Dots.Shape.CIRCLE, spans);
            panels.add(Chart.of("p", name(random) + " · " + name(random), "d", x, y, List.of(mark)));
        }
        return panels.size() == 1 ? panels.get(0) : new Facets("f", name(random), "d", "h", panels);
    }

    private static List<String> names(Random random, int number) {
        List<String> names = new ArrayList<>();
        boolean numbers = random.nextBoolean();
        for (int i = 0; i < number; i++) {
            names.add(numbers ? Integer.toString(100 + i) : name(random));
        }
        return names;
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

    /** What the cells of a table show. */
    static List<List<String>> texts(ChartTable table) {
        return table.rows().stream()
                .map(row -> row.stream().map(ChartCell::text).toList())
                .toList();
    }
}
