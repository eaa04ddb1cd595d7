package org.equipoise.simulator.report.figure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.equipoise.simulator.report.chart.Ink;
import org.equipoise.simulator.report.chart.Mark;
import org.equipoise.simulator.report.chart.Mark.Dot;
import org.equipoise.simulator.report.chart.Mark.Note;
import org.equipoise.simulator.report.chart.Point;

/** Points that stand for looks, each with its number. */
final class BoundMarks {
    private BoundMarks() {}

    static void addPoints(List<Mark> marks, Ink ink, List<Point> points, int decimals) {
        marks.add(new Mark.Dots(
                "",
                ink,
                Mark.Dots.Shape.CIRCLE,
                points.stream().map(p -> Dot.of(p.x(), p.y())).toList()));
        marks.add(new Mark.Notes(
                ink,
                points.stream()
                        .map(p -> new Note(p.x(), p.y(), shown(p.y(), decimals)))
                        .toList()));
    }

    /** Small probabilities with two digits that are not 0. */
    private static String shown(double value, int decimals) {
        return decimals >= 4 && value > 0 && value < 0.001
                ? new BigDecimal(value).round(new MathContext(2)).toPlainString()
                : Numbers.fixed(value, decimals);
    }
}
